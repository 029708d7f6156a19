// Numbered paragraphs count 1., 2., 3. in the source too: Markdown takes a list that begins at another number for text.

import { type ChangeSpec, EditorState, type Text, Transaction } from "@codemirror/state";
import { indented } from "./levels.ts";
import { nextSibling, previousSibling, shapeOf, subtree, textStart } from "./lines.ts";

/** Counts the lists anew that an edit takes apart or puts together, in the same step. Nothing that is typed does so, unless over several lines. */
export const counting = EditorState.transactionFilter.of((transaction) => {
  const event = transaction.annotation(Transaction.userEvent) ?? "";
  const changes = EDITS.test(event) && isStructural(transaction) ? recounted(transaction) : [];
  return changes.length > 0 ? [transaction, { changes, sequential: true }] : transaction;
});

/** The keys, buttons and clipboard, but no typing at a caret. */
const EDITS = /^(input(\.(indent|paste|drop|type\.over))?$|delete|move)/;

/** Does it change markers or lines? */
function isStructural({ startState: { doc }, changes, newDoc }: Transaction): boolean {
  let found = false;
  changes.iterChanges((from, to, place, _to, inserted) => {
    const line = doc.lineAt(from);
    const isMarked = shapeOf(line.text).mark !== shapeOf(newDoc.lineAt(place).text).mark;
    found ||= isMarked || inserted.lines > 1 || to > line.to;
  });
  return found;
}

function recounted(transaction: Transaction): ChangeSpec[] {
  const { newDoc } = transaction;
  const lists = listsOf(transaction);
  const touched = [...touchedLists(transaction, lists)];
  return touched.flatMap((list) => (list.some(lists.wasCounted) ? counted(newDoc, list) : []));
}

/** The lists that items of the new text are in, beside those that they were in. */
interface Lists {
  now(item: number): number[];
  /** Does its list stand below as it did? It stays as it was typed. */
  isSame(item: number): boolean;
  /** Did its list count? One that did not begin at one was text. */
  wasCounted(item: number): boolean;
}

function listsOf({ changes, startState, newDoc, newSelection }: Transaction): Lists {
  const caret = newDoc.lineAt(newSelection.main.head);
  // A line whose marker was taken off is there to be written in, and parts the list.
  const gap = caret.length === 0 ? caret.number : 0;
  const back = changes.invertedDesc;
  const lineBefore = (item: number) => startState.doc.lineAt(back.mapPos(textStart(newDoc, item))).number;
  const now = remembered((item) => listOf(newDoc, item, gap));
  const before = remembered((item) => listOf(startState.doc, item));
  return {
    now,
    isSame: (item) => now(item)[0] === item && before(lineBefore(item))[0] === lineBefore(item),
    wasCounted(item) {
      const [first] = before(lineBefore(item));
      return first !== undefined && Number(numberOf(startState.doc, first)) === 1;
    },
  };
}

/** The lists in which something changed, and those below that are others now. */
function touchedLists({ changes, newDoc }: Transaction, { now, isSame }: Lists): Set<number[]> {
  const touched = new Set<number[]>();
  // Down to here nothing is below that has not been seen.
  let clear = 0;
  changes.iterChanges((_from, _to, from, to) => {
    const item = itemChanged(newDoc, from, to);
    if (item !== undefined) touched.add(now(item));
    const last = newDoc.lineAt(to).number;
    if (last < clear) return;
    const [next, ...items] = itemsBelow(newDoc, last);
    clear = next;
    for (const below of items) if (!isSame(below)) touched.add(now(below));
  });
  return touched;
}

/** The item in which a stretch of new text begins, or that begins with it. */
function itemChanged(doc: Text, from: number, to: number): number | undefined {
  const line = doc.lineAt(from);
  const own = from === line.to && from < to ? line.number + 1 : line.number;
  return (from < to || to < line.to) && isItem(doc, own) ? own : undefined;
}

/** Looks a list up once for all of its items. */
function remembered(find: (item: number) => number[]): (item: number) => number[] {
  const known = new Map<number, number[]>();
  return (item) => {
    const list = known.get(item) ?? find(item);
    for (const other of known.has(item) ? [] : list) known.set(other, list);
    return list;
  };
}

const isItem = (doc: Text, number: number) => shapeOf(doc.line(number).text).kind === "item";

/** The items of the list that an item is in; none if it is no item. No list goes on behind the line `gap`. */
function listOf(doc: Text, item: number, gap = 0): number[] {
  if (!isItem(doc, item)) return [];
  const beside = (at: number, sibling: typeof nextSibling) => {
    const other = sibling(doc, at);
    return other !== undefined && other < gap === at < gap ? other : undefined;
  };
  const list = [item];
  for (let at = beside(item, previousSibling); at !== undefined; at = beside(at, previousSibling))
    list.unshift(at);
  for (let at = beside(item, nextSibling); at !== undefined; at = beside(at, nextSibling)) list.push(at);
  return list;
}

/** The line of the next item in the same section, or else behind it; then that item and those that stand less deep behind it. */
function itemsBelow(doc: Text, number: number): [number, ...number[]] {
  const items: number[] = [];
  let depth = Infinity;
  let at = number + 1;
  for (; at <= doc.lines && depth > 0; at++) {
    const { kind, indent } = shapeOf(doc.line(at).text);
    if (kind === "heading" || kind === "title" || kind === "rule") break;
    if (kind !== "item" || indent >= depth) continue;
    items.push(at);
    depth = indent;
  }
  return [items[0] ?? at, ...items];
}

const numberOf = (doc: Text, item: number) => /\d+/.exec(doc.line(item).text)![0];

/** What makes a list count from one. What is under a marker follows its width. */
function counted(doc: Text, list: number[]): ChangeSpec[] {
  return list.flatMap((item, index) => {
    const [typed, right] = [numberOf(doc, item), String(index + 1)];
    if (typed === right) return [];
    const { from, text } = doc.line(item);
    const start = from + text.indexOf(typed);
    const under = { first: item + 1, last: subtree(doc, item).last };
    return [
      { from: start, to: start + typed.length, insert: right },
      ...indented(doc, under, right.length - typed.length),
    ];
  });
}
