// One level up or down: sections, points, the title.

import type { ChangeSpec, Text } from "@codemirror/state";
import type { OutlineEdit } from "./edits.ts";
import {
  type Lines,
  blanksOf,
  contentOf,
  indentOf,
  isListed,
  isLiteral,
  itemAbove,
  ownerOf,
  shapeOf,
  subtree,
} from "./lines.ts";

const DEEPEST = 6;

/** Moves the lines that a selection touches, each with all under it, one level down (`1`) or up (`-1`). */
export function changeLevel(doc: Text, { first, last }: Lines, by: 1 | -1): OutlineEdit {
  const changes: ChangeSpec[] = [];
  let [indent, shift] = [-1, 0];
  const start = first === last ? first : (ownerOf(doc, first) ?? first);
  for (let at = start; at <= last;) {
    const tree = subtree(doc, at);
    const shape = shapeOf(doc.line(at).text);
    if (first === last) changes.push(...(by === 1 ? begun(doc, at) : []), ...titleShifted(doc, at, by));
    if (isListed(shape)) {
      // Those that stood beside each other still do.
      if (indent !== shape.indent || shift === 0) shift = listShift(doc, at, by);
      indent = shape.indent;
      changes.push(...indented(doc, tree, shift));
    } else if (shape.kind !== "empty") {
      indent = -1;
      changes.push(...headingsShifted(doc, tree, by));
    }
    at = tree.last + 1;
  }
  return { changes };
}

/** A point with all under it one level up. */
export const raised = (doc: Text, number: number) =>
  indented(doc, subtree(doc, number), listShift(doc, number, -1));

/** The marker of a line that becomes a point: it stands as deep as the item it was, or the point that it went on in. */
export function pointMark(doc: Text, number: number): string {
  const item = ownerOf(doc, number);
  return `${" ".repeat(item === undefined ? 0 : shapeOf(doc.line(item).text).indent)}- `;
}

/** Plain text becomes a point. */
function begun(doc: Text, number: number): ChangeSpec[] {
  const { from, text } = doc.line(number);
  const { kind } = shapeOf(text);
  return (kind === "text" && !isLiteral(text)) || kind === "empty"
    ? [{ from, to: from + blanksOf(text).length, insert: pointMark(doc, number) }]
    : [];
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
export function mayBeTitle(doc: Text, number: number): boolean {
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

export function headingsShifted(doc: Text, { first, last }: Lines, by: 1 | -1): ChangeSpec[] {
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

/** By how much the indent of a point grows one level further down or up. */
function listShift(doc: Text, number: number, by: 1 | -1): number {
  const own = shapeOf(doc.line(number).text).indent;
  if (by === 1) {
    const above = itemAbove(doc, number);
    return above === undefined ? 0 : marginUnder(doc, above) - own;
  }
  for (let at = number - 1; at >= 1 && own > 0; at--) {
    const shape = shapeOf(doc.line(at).text);
    if (isListed(shape) && shape.indent < own) return shape.indent - own;
  }
  return -own;
}

/** Where text under the point that a line is in has to begin; else at the margin. */
export function marginUnder(doc: Text, number: number): number {
  const owner = ownerOf(doc, number);
  const text = owner === undefined ? "" : doc.line(owner).text;
  return isListed(shapeOf(text)) ? contentOf(text) : 0;
}

/** Shifts lines to the right, or to the left. */
export function indented(doc: Text, { first, last }: Lines, by: number): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  for (let at = first; at <= last && by !== 0; at++) {
    const { text, from } = doc.line(at);
    if (text.trim() === "") continue;
    const blanks = blanksOf(text);
    const indent = Math.max(0, indentOf(text) + by);
    // A tab is as wide as what stands before it lets it be.
    if (blanks.includes("\t")) changes.push({ from, to: from + blanks.length, insert: " ".repeat(indent) });
    else if (by > 0) changes.push({ from, insert: " ".repeat(by) });
    else changes.push({ from, to: from + blanks.length - indent });
  }
  return changes;
}
