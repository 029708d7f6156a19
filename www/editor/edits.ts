// What the keys of the outline do, as pure functions: a document and a place in, an edit out. `undefined`: there is
// nothing to do here, and the key is the editor's own.

import { type ChangeSpec, ChangeSet, type Text } from "@codemirror/state";
import { freedBelow, unmarked } from "./kinds.ts";
import { headingsShifted, indented, marginUnder, raised } from "./levels.ts";
import {
  type Lines,
  blanksOf,
  gap,
  headingAbove,
  isListed,
  isLiteral,
  nextSibling,
  ownerOf,
  pointOver,
  previousSibling,
  shapeOf,
  subtree,
  textStart,
} from "./lines.ts";

export interface OutlineEdit {
  changes: ChangeSpec[];
  /** Where the caret is after it; without it, where the changes carry it. */
  caret?: number;
  /** Do they carry it before what they insert (`-1`), not behind? */
  side?: -1;
}

/** A stretch of the text. */
export interface Range {
  from: number;
  to: number;
}

/** The lines that a selection touches: not one of which nothing is seen to be selected. */
export function touchedLines(doc: Text, { from, to }: Range): Lines {
  const [first, last] = [doc.lineAt(from).number, doc.lineAt(to).number];
  return { first, last: last > first && to <= textStart(doc, last) ? last - 1 : last };
}

/** The marker that stands hidden before a selection of several lines, which begins right behind it. */
export function firstMark(doc: Text, { from, to }: Range): string {
  const line = doc.lineAt(from);
  const { mark } = shapeOf(line.text);
  return to > line.to && from === line.from + mark.length ? mark : "";
}

/** Enter: the next point, the next paragraph; on an empty point, out of it. */
export function breakLine(doc: Text, caret: number): OutlineEdit | undefined {
  const line = doc.lineAt(caret);
  const { kind, mark } = shapeOf(line.text);
  if (kind === "empty") return undefined;
  const isBare = mark !== "" && line.text.slice(mark.length).trim() === "";
  if (isBare) return lowered(doc, caret, true);
  // Before a heading comes a line to write in.
  if ((kind === "heading" || kind === "title") && caret === line.from + mark.length) {
    const above = line.number > 1 ? doc.line(line.number - 1).text : "";
    return { changes: [{ from: line.from, insert: gap(above, "文") }] };
  }
  const insert = breakBehind(doc, line.number);
  const start = line.from + blanksOf(line.text).length;
  const isAtStart = mark === "" && caret <= start;
  if (insert === undefined || (isAtStart && pointOver(doc, line.number) === undefined)) return undefined;
  // The indent of a line that goes on in a point is part of the line's end.
  const [from, to] = isAtStart ? [line.from - 1, start] : [caret, caret];
  return {
    changes: [{ from, to, insert }, ...widened(doc, line.number, insert)],
    caret: from + insert.length,
  };
}

/** A marker as it is typed, before the blank behind it. */
const TYPED = { heading: /^#{1,6}$/, point: /^(?:[-+]|#{1,6})$/, item: /^(?:[-+]|#{1,6}|\d{1,9}\.)$/ };

/** A blank behind a marker that is typed behind another one, with no text between: it takes the place of that. */
export function remarked(doc: Text, caret: number): OutlineEdit | undefined {
  const { number, from, to, text } = doc.lineAt(caret);
  const { kind, mark } = shapeOf(text);
  const [own, typed] = [mark.trim(), text.slice(mark.length)];
  if (kind !== "heading" && kind !== "point" && kind !== "item") return undefined;
  if (caret !== to || !TYPED[kind].test(typed)) return undefined;
  // Another number is text, as in `2022. 年度`.
  if (/\d/.test(typed) && typed !== own) return undefined;
  const isHeading = typed.startsWith("#");
  // Another sign for a point would begin another list.
  const insert = isHeading ? `${typed} ` : `${blanksOf(text)}${kind === "point" ? own : typed} `;
  const freed = isHeading && kind !== "heading" ? freedBelow(doc, number) : [];
  return { changes: [{ from, to, insert }, ...freed], caret: from + insert.length };
}

/** Keeps what is under a point under the next one that takes it over, whose number may be wider. */
function widened(doc: Text, number: number, insert: string): ChangeSpec[] {
  const point = ownerOf(doc, number);
  const mark = insert.slice(insert.lastIndexOf("\n") + 1);
  const own = point === undefined ? undefined : shapeOf(doc.line(point).text);
  if (!own || !isListed(own) || mark === "") return [];
  return indented(doc, { first: number + 1, last: subtree(doc, point!).last }, mark.length - own.mark.length);
}

/** What parts a line from the next of its kind; `undefined` where that is the editor's own. */
export function breakBehind(doc: Text, number: number): string | undefined {
  const { text } = doc.line(number);
  const shape = shapeOf(text);
  if (isListed(shape) || (shape.kind === "note" && shape.mark !== ""))
    return (isLoose(doc, number) ? "\n\n" : "\n") + nextMark(shape.mark);
  if (shape.kind !== "text" || isLiteral(text)) return undefined;
  const point = pointOver(doc, number);
  return point === undefined ? "\n\n" : `\n${nextMark(shapeOf(doc.line(point).text).mark)}`;
}

/** The marker of the item after this one. */
function nextMark(mark: string): string {
  const next = mark.replace(/\d+/, (number) => String(Number(number) + 1));
  return /\s$/.test(next) ? next : `${next} `;
}

/** Are there empty lines between this point and those beside it? */
function isLoose(doc: Text, number: number): boolean {
  const isEmpty = (at: number) => at >= 1 && at <= doc.lines && shapeOf(doc.line(at).text).kind === "empty";
  const next = nextSibling(doc, number);
  const before = previousSibling(doc, number);
  return (
    (next !== undefined && isEmpty(next - 1)) ||
    (next === undefined && before !== undefined && isEmpty(number - 1))
  );
}

/** Backspace where the text of a line begins: one level up, then no marker; before plain text, joins paragraphs. */
export function lowered(doc: Text, caret: number, isBare = false): OutlineEdit | undefined {
  const line = doc.lineAt(caret);
  const shape = shapeOf(line.text);
  if (!isBare && caret > line.from + shape.mark.length) return undefined;
  if (shape.kind === "heading" && shape.level > 1 && !isBare)
    return { changes: headingsShifted(doc, { first: line.number, last: line.number }, -1) };
  if (isListed(shape) && shape.indent > 0) return { changes: raised(doc, line.number) };
  if (shape.mark !== "") return unmarked(doc, line.number);
  const isText = shape.kind === "text" || shape.kind === "rule";
  return isText && caret === line.from ? joined(doc, line.number) : undefined;
}

/** Is one of two lines a rule or the row of a table, which would be one no more? */
export const neverJoin = (doc: Text, above: number, below: number) =>
  [above, below].some((number) => isLiteral(doc.line(number).text));

/** Takes one of the empty lines between two that cannot be joined, but not the last, which keeps them apart. */
function drawnNearer(doc: Text, above: number, below: number): OutlineEdit {
  const { to } = doc.line(above);
  return { changes: below - above > 2 ? [{ from: to, to: to + 1 }] : [] };
}

/** Joins a paragraph to what stands above the empty lines before it. */
function joined(doc: Text, number: number): OutlineEdit | undefined {
  let above = number - 1;
  while (above >= 1 && shapeOf(doc.line(above).text).kind === "empty") above--;
  if (above < 1) return undefined;
  if (neverJoin(doc, above, number)) return drawnNearer(doc, above, number);
  if (above === number - 1) return undefined;
  const { to } = doc.line(above);
  return { changes: [{ from: to, to: doc.line(number).from }], caret: to };
}

/** Delete at the end of a line: what follows joins it, without its marker. */
export function joinNext(doc: Text, caret: number): OutlineEdit | undefined {
  const line = doc.lineAt(caret);
  if (caret < line.to || line.number === doc.lines || line.text.trim() === "") return undefined;
  let below = line.number + 1;
  while (below < doc.lines && shapeOf(doc.line(below).text).kind === "empty") below++;
  if (neverJoin(doc, line.number, below)) return drawnNearer(doc, line.number, below);
  const under = freedBelow(doc, below, marginUnder(doc, line.number));
  return { changes: [{ from: caret, to: textStart(doc, below) }, ...under], caret };
}

/**
 * Deletes a selection. Whole lines go with their markers, and the line below keeps its own; but a point comes to the place of
 * the one above.
 */
export function erased(doc: Text, { from, to }: Range): OutlineEdit & { caret: number } {
  const [first, last] = [doc.lineAt(from), doc.lineAt(to)];
  const isWhole = from === textStart(doc, first.number) && to === textStart(doc, last.number);
  const arePoints = isListed(shapeOf(first.text)) && isListed(shapeOf(last.text));
  if (isWhole && !arePoints) return { changes: [{ from: first.from, to: last.from }], caret: first.from };
  const under =
    first.number < last.number ? freedBelow(doc, last.number, marginUnder(doc, first.number)) : [];
  return { changes: [{ from, to }, ...under], caret: from };
}

/** Enter over a selection: what is left parts as it does at a caret. */
export const brokenOver = (doc: Text, range: Range): OutlineEdit =>
  inPlaceOf(doc, range, (doc, caret) => breakLine(doc, caret) ?? typed(caret, "\n"));

/** What is typed over a selection, or put in at a caret. */
export const typedOver = (doc: Text, range: Range, text: string): OutlineEdit =>
  inPlaceOf(doc, range, (_doc, caret) => typed(caret, text));

function typed(caret: number, insert: string): OutlineEdit {
  return { changes: [{ from: caret, insert }], caret: caret + insert.length };
}

/** Deletes a selection, and makes an edit at the caret that is left: never before a marker, which would become text. */
function inPlaceOf(doc: Text, range: Range, edit: (doc: Text, caret: number) => OutlineEdit): OutlineEdit {
  if (range.from === range.to) return edit(doc, range.from);
  const gone = erased(doc, range);
  const first = ChangeSet.of(gone.changes, doc.length);
  const left = first.apply(doc);
  const place = Math.max(gone.caret, textStart(left, left.lineAt(gone.caret).number));
  const { changes, caret } = edit(left, place);
  const then = ChangeSet.of(changes, left.length);
  return { changes: [first.compose(then)], caret: caret ?? then.mapPos(place, 1) };
}

/** Begins the next section behind the one that a line is in, with all under it. */
export function nextSection(doc: Text, number: number): OutlineEdit {
  const heading = headingAbove(doc, number);
  const level = heading === undefined ? 1 : shapeOf(doc.line(heading).text).level;
  const last = heading === undefined ? lastBefore(doc, number) : subtree(doc, heading).last;
  const { to } = last === 0 ? { to: 0 } : doc.line(last);
  const mark = `${"#".repeat(level + 1)} `;
  const insert = to === 0 ? mark : `\n\n${mark}`;
  return { changes: [{ from: to, insert }, ...freedBelow(doc, last)], caret: to + insert.length };
}

/** The last line with text at or before one; 0 if there is none. */
function lastBefore(doc: Text, number: number): number {
  while (number > 0 && shapeOf(doc.line(number).text).kind === "empty") number--;
  return number;
}
