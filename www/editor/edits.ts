// What the keys of the outline do, as pure functions: a document and a place in, an edit out. `undefined`: there is
// nothing to do here, and the key is the editor's own.

import type { ChangeSpec, Text } from "@codemirror/state";
import {
  type Lines,
  gap,
  headingAbove,
  isListed,
  nextSibling,
  ownerOf,
  pointOver,
  previousSibling,
  shapeOf,
  subtree,
} from "./lines.ts";

export interface OutlineEdit {
  changes: ChangeSpec[];
  /** Where the caret is after it; without it, where the changes carry it. */
  caret?: number;
  /** Do they carry it before what they insert (`-1`), not behind? */
  side?: -1;
}

const DEEPEST = 6;

/** Where the text of a line begins, behind its marker. */
export function textStart(doc: Text, number: number): number {
  const line = doc.line(number);
  return line.from + shapeOf(line.text).mark.length;
}

/** The lines that a selection touches: not one of which nothing is seen to be selected. */
export function touchedLines(doc: Text, { from, to }: { from: number; to: number }): Lines {
  const [first, last] = [doc.lineAt(from).number, doc.lineAt(to).number];
  return { first, last: last > first && to <= textStart(doc, last) ? last - 1 : last };
}

/** Moves the lines that a selection touches, each with all under it, one level down (`1`) or up (`-1`). */
export function changeLevel(doc: Text, { first, last }: Lines, by: 1 | -1): OutlineEdit {
  const changes: ChangeSpec[] = [];
  const start = first === last ? first : (ownerOf(doc, first) ?? first);
  for (let at = start; at <= last;) {
    const tree = subtree(doc, at);
    if (first === last) changes.push(...(by === 1 ? begun(doc, at) : []), ...titleShifted(doc, at, by));
    changes.push(...shifted(doc, tree, by));
    at = tree.last + 1;
  }
  return { changes };
}

function shifted(doc: Text, tree: Lines, by: 1 | -1): ChangeSpec[] {
  const shape = shapeOf(doc.line(tree.first).text);
  if (shape.kind === "heading") return headingsShifted(doc, tree, by);
  return isListed(shape) ? indented(doc, tree, listIndent(doc, tree.first, by) - shape.indent) : [];
}

/** Plain text becomes a point. */
function begun(doc: Text, number: number): ChangeSpec[] {
  const { from, text } = doc.line(number);
  const { kind } = shapeOf(text);
  return kind === "text" || kind === "empty" ? [{ from, to: from + indentOf(text), insert: "- " }] : [];
}

/** The title becomes a section of the first level, or that becomes the title. What stands below keeps its level. */
function titleShifted(doc: Text, number: number, by: 1 | -1): ChangeSpec[] {
  const { from, text } = doc.line(number);
  const { kind, level } = shapeOf(text);
  const mark = from + text.indexOf("#");
  if (by === 1 && kind === "title") return [{ from: mark, insert: "#" }];
  return by === -1 && level === 1 && mayBeTitle(doc, number) ? [{ from: mark, to: mark + 1 }] : [];
}

/** Is there no title yet, and no section above the line? */
function mayBeTitle(doc: Text, number: number): boolean {
  let isHead = shapeOf(doc.line(1).text).kind === "rule";
  for (let at = 1; at <= doc.lines; at++) {
    const { text } = doc.line(at);
    const { kind } = shapeOf(text);
    if (kind === "title" || (kind === "heading" && at < number)) return false;
    if (isHead && /^(title|标题)\s*[:：]/.test(text)) return false;
    if (kind === "rule" && at > 1) isHead = false;
  }
  return true;
}

function headingsShifted(doc: Text, { first, last }: Lines, by: 1 | -1): ChangeSpec[] {
  const own = shapeOf(doc.line(first).text).level;
  if (own + by < 1 || own + by >= DEEPEST) return [];
  const changes: ChangeSpec[] = [];
  for (let at = first; at <= last; at++) {
    const { text, from } = doc.line(at);
    const { kind, level } = shapeOf(text);
    if (kind !== "heading" || level + by >= DEEPEST) continue;
    const mark = from + text.indexOf("#");
    changes.push(by === 1 ? { from: mark, insert: "#" } : { from: mark, to: mark + 1 });
  }
  return changes;
}

/** The indent of a point one level further down or up. */
function listIndent(doc: Text, number: number, by: 1 | -1): number {
  const own = shapeOf(doc.line(number).text).indent;
  if (by === 1) {
    const above = previousSibling(doc, number);
    return above === undefined ? own : markWidth(doc.line(above).text);
  }
  for (let at = number - 1; at >= 1 && own > 0; at--) {
    const shape = shapeOf(doc.line(at).text);
    if (isListed(shape) && shape.indent < own) return shape.indent;
  }
  return 0;
}

/** Where the text under a point has to begin: behind a marker of one blank. */
function markWidth(line: string): number {
  const { mark } = shapeOf(line);
  return mark.trimEnd().length + 1;
}

/** Shifts lines to the right, or to the left. */
export function indented(doc: Text, { first, last }: Lines, by: number): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  for (let at = first; at <= last && by !== 0; at++) {
    const { text, from } = doc.line(at);
    if (text.trim() === "") continue;
    const removed = Math.min(-by, indentOf(text));
    changes.push(by > 0 ? { from, insert: " ".repeat(by) } : { from, to: from + removed });
  }
  return changes;
}

const indentOf = (line: string) => line.length - line.trimStart().length;

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
  const insert = caret === line.from && mark === "" ? undefined : breakBehind(doc, line.number);
  return insert === undefined ? undefined : typed(caret, insert);
}

/** What parts a line from the next of its kind; `undefined` where that is the editor's own. */
export function breakBehind(doc: Text, number: number): string | undefined {
  const { text } = doc.line(number);
  const shape = shapeOf(text);
  if (isListed(shape) || (shape.kind === "note" && shape.mark !== ""))
    return (isLoose(doc, number) ? "\n\n" : "\n") + nextMark(shape.mark);
  if (shape.kind !== "text" || text.includes("|")) return undefined;
  const point = pointOver(doc, number);
  return point === undefined ? "\n\n" : `\n${nextMark(shapeOf(doc.line(point).text).mark)}`;
}

function typed(caret: number, insert: string): OutlineEdit {
  return { changes: [{ from: caret, insert }], caret: caret + insert.length };
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
  if (isListed(shape) && shape.indent > 0) return { changes: shifted(doc, subtree(doc, line.number), -1) };
  if (shape.mark !== "") return unmarked(doc, line.number);
  return shape.kind === "text" && caret === line.from ? joined(doc, line.number) : undefined;
}

/** Makes a line text. */
function unmarked(doc: Text, number: number): OutlineEdit {
  const [bare, ...rest] = bared(doc, number);
  return { changes: [bare, ...rest, ...freedBelow(doc, number)], caret: bare.from + bare.insert.length };
}

/** Takes a line's marker off, and keeps the text apart from what is above and below it. */
function bared(doc: Text, number: number): [{ from: number; to: number; insert: string }, ...ChangeSpec[]] {
  const { from, text } = doc.line(number);
  const shape = shapeOf(text);
  const above = number > 1 ? shapeOf(doc.line(number - 1).text).kind : "empty";
  const parted = above === "empty" || above === "heading" || above === "title" || above === "rule";
  const next = number < doc.lines && !isListed(shape) ? doc.line(number + 1) : undefined;
  return [
    { from, to: from + shape.mark.length, insert: parted ? "" : "\n" },
    ...(next ? [{ from: next.from, insert: gap("文", next.text).slice(1) }] : []),
  ];
}

/** Brings the points behind a line that was one to the margin: they have nothing left to stand under. */
function freedBelow(doc: Text, number: number): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  if (!isListed(shapeOf(doc.line(number).text))) return changes;
  let indent = Infinity;
  for (let at = number + 1; at <= doc.lines && indent > 0; at++) {
    const { text } = doc.line(at);
    const shape = shapeOf(text);
    if (isListed(shape)) indent = Math.min(indent, shape.indent);
    else if (shape.kind !== "empty" && indentOf(text) === 0) break;
    if (indent < Infinity) changes.push(...indented(doc, { first: at, last: at }, -indent));
  }
  return changes;
}

/** Joins a paragraph to what stands above the empty lines before it. */
function joined(doc: Text, number: number): OutlineEdit | undefined {
  let above = number - 1;
  while (above >= 1 && shapeOf(doc.line(above).text).kind === "empty") above--;
  if (above < 1 || above === number - 1) return undefined;
  const { to } = doc.line(above);
  return { changes: [{ from: to, to: doc.line(number).from }], caret: to };
}

/** Delete at the end of a line: what follows joins it, without its marker. */
export function joinNext(doc: Text, caret: number): OutlineEdit | undefined {
  const line = doc.lineAt(caret);
  if (caret < line.to || line.number === doc.lines || line.text.trim() === "") return undefined;
  let below = line.number + 1;
  while (below < doc.lines && shapeOf(doc.line(below).text).kind === "empty") below++;
  return { changes: [{ from: caret, to: textStart(doc, below) }], caret };
}

/**
 * What of a selection is deleted. Whole lines go with their markers, and the line below keeps its own; but a point comes to
 * the place of the one above.
 */
export function erased(doc: Text, { from, to }: { from: number; to: number }): [number, number] {
  const [first, last] = [doc.lineAt(from), doc.lineAt(to)];
  const isWhole = from === textStart(doc, first.number) && to === textStart(doc, last.number);
  const arePoints = isListed(shapeOf(first.text)) && isListed(shapeOf(last.text));
  return isWhole && !arePoints ? [first.from, last.from] : [from, to];
}

/** Begins the next section behind the one that a line is in, with all under it. */
export function nextSection(doc: Text, number: number): OutlineEdit {
  const heading = headingAbove(doc, number);
  const level = heading === undefined ? 1 : shapeOf(doc.line(heading).text).level;
  const { to } = heading === undefined ? lastBefore(doc, number) : doc.line(subtree(doc, heading).last);
  const mark = `${"#".repeat(level + 1)} `;
  const insert = to === 0 ? mark : `\n\n${mark}`;
  return { changes: [{ from: to, insert }], caret: to + insert.length };
}

/** The last line with text at or before one. */
function lastBefore(doc: Text, number: number): { to: number } {
  while (number > 1 && shapeOf(doc.line(number).text).kind === "empty") number--;
  return shapeOf(doc.line(number).text).kind === "empty" ? { to: 0 } : doc.line(number);
}

/** Makes the lines of a selection sections, points or plain text. */
export function become(doc: Text, { first, last }: Lines, kind: "heading" | "point" | "text"): OutlineEdit {
  const changes: ChangeSpec[] = [];
  for (let at = first; at <= last; at++) {
    const shape = shapeOf(doc.line(at).text);
    if (shape.kind === kind || shape.kind === "rule" || (shape.kind === "empty" && first < last)) continue;
    if (kind === "text") changes.push(...bared(doc, at));
    else changes.push(marked(doc, at, kind === "point" ? "- " : `${"#".repeat(levelHere(doc, at) + 1)} `));
  }
  return { changes: [...changes, ...(kind === "point" ? [] : freedBelow(doc, last))] };
}

/** Makes a line the title; `undefined` where it cannot be. */
export function becomeTitle(doc: Text, number: number): OutlineEdit | undefined {
  if (shapeOf(doc.line(number).text).kind === "title") return { changes: [] };
  return mayBeTitle(doc, number)
    ? { changes: [marked(doc, number, "# "), ...freedBelow(doc, number)] }
    : undefined;
}

/** Gives a line another marker. */
function marked(doc: Text, number: number, insert: string): ChangeSpec {
  const { from, text } = doc.line(number);
  return { from, to: from + (shapeOf(text).mark.length || indentOf(text)), insert };
}

function levelHere(doc: Text, number: number): number {
  const heading = headingAbove(doc, number);
  return heading === undefined ? 1 : shapeOf(doc.line(heading).text).level;
}
