// Numbered paragraphs count 1., 2., 3. in the source too: Markdown takes a list that begins at another number for text.

import { type ChangeSpec, EditorState, type Text, Transaction } from "@codemirror/state";
import { indented } from "./levels.ts";
import { nextSibling, previousSibling, shapeOf, subtree, textStart } from "./lines.ts";

/** Counts the lists anew that an edit takes apart or puts together, in the same step. Nothing that is typed does so. */
export const counting = EditorState.transactionFilter.of((transaction) => {
  const event = transaction.annotation(Transaction.userEvent) ?? "";
  const changes = EDITS.test(event) && isStructural(transaction) ? recounted(transaction) : [];
  return changes.length > 0 ? [transaction, { changes, sequential: true }] : transaction;
});

/** The keys, buttons and clipboard, but no typing. */
const EDITS = /^(input(\.(indent|paste|drop))?$|delete|move)/;

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

function recounted({ changes, startState, newDoc, newSelection }: Transaction): ChangeSpec[] {
  const caret = newDoc.lineAt(newSelection.main.head);
  // A line whose marker was taken off is there to be written in, and parts the list.
  const gap = caret.length === 0 ? caret.number : 0;
  const { doc } = startState;
  const back = changes.invertedDesc;
  const lineBefore = (item: number) => doc.lineAt(back.mapPos(textStart(newDoc, item))).number;
  const lists = new Map<number, number[]>();
  const touch = (item: number, isBelow: boolean) => {
    const list = listOf(newDoc, item, gap);
    const before = lineBefore(item);
    // A list that stands below as it did stays as it was typed.
    if (!isBelow || list[0] !== item || listOf(doc, before)[0] !== before) lists.set(list[0]!, list);
  };
  changes.iterChanges((_from, _to, from, to) => {
    const line = newDoc.lineAt(from);
    const own = from === line.to && from < to ? line.number + 1 : line.number;
    if ((from < to || to < line.to) && isItem(newDoc, own)) touch(own, false);
    for (const below of itemsBelow(newDoc, newDoc.lineAt(to).number)) touch(below, true);
  });
  // One that did not begin at one was text.
  const wasCounted = (item: number) => {
    const [first] = listOf(doc, lineBefore(item));
    return first !== undefined && Number(numberOf(doc, first)) === 1;
  };
  return [...lists.values()].flatMap((list) => (list.some(wasCounted) ? counted(newDoc, list) : []));
}

const isItem = (doc: Text, number: number) => shapeOf(doc.line(number).text).kind === "item";

/** The items of the list that an item is in; none if it is no item. No list goes on behind the line `gap`. */
function listOf(doc: Text, item: number, gap = 0): number[] {
  if (!isItem(doc, item)) return [];
  const beside = (at: number, sibling: typeof nextSibling) => {
    const other = sibling(doc, at);
    return other !== undefined && isItem(doc, other) && other < gap === at < gap ? other : undefined;
  };
  const list = [item];
  for (let at = beside(item, previousSibling); at !== undefined; at = beside(at, previousSibling))
    list.unshift(at);
  for (let at = beside(item, nextSibling); at !== undefined; at = beside(at, nextSibling)) list.push(at);
  return list;
}

/** The next item in the same section, and those that stand less deep behind it. */
function itemsBelow(doc: Text, number: number): number[] {
  const items: number[] = [];
  let depth = Infinity;
  for (let at = number + 1; at <= doc.lines && depth > 0; at++) {
    const { kind, indent } = shapeOf(doc.line(at).text);
    if (kind === "heading" || kind === "title" || kind === "rule") break;
    if (kind !== "item" || indent >= depth) continue;
    items.push(at);
    depth = indent;
  }
  return items;
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
