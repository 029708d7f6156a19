// What a line is: the title, a section, a point or text.

import type { ChangeSpec, Text } from "@codemirror/state";
import type { OutlineEdit } from "./edits.ts";
import { indented, mayBeTitle, pointMark } from "./levels.ts";
import { type Lines, blanksOf, gap, headingAbove, indentOf, isListed, isLiteral, shapeOf } from "./lines.ts";

/** Makes the lines of a selection sections, points or plain text. */
export function become(doc: Text, { first, last }: Lines, kind: "heading" | "point" | "text"): OutlineEdit {
  const changes: ChangeSpec[] = [];
  for (let at = first; at <= last; at++) {
    const { text } = doc.line(at);
    const shape = shapeOf(text);
    if (shape.kind === kind || isLiteral(text) || (shape.kind === "empty" && first < last)) continue;
    if (kind === "text") changes.push(...bared(doc, at));
    else
      changes.push(
        marked(doc, at, kind === "point" ? pointMark(doc, at) : `${"#".repeat(levelHere(doc, at) + 1)} `),
      );
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
  return { from, to: from + (shapeOf(text).mark.length || blanksOf(text).length), insert };
}

function levelHere(doc: Text, number: number): number {
  const heading = headingAbove(doc, number);
  return heading === undefined ? 1 : shapeOf(doc.line(heading).text).level;
}

/** Makes a line text. */
export function unmarked(doc: Text, number: number): OutlineEdit {
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

/** Brings the points behind a line that leaves their list to the margin, or under the point that it has joined. */
export function freedBelow(doc: Text, number: number, margin = 0): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  let indent = Infinity;
  for (let at = number + 1; at <= doc.lines && indent > margin; at++) {
    const { text } = doc.line(at);
    const shape = shapeOf(text);
    if (isListed(shape)) indent = Math.min(indent, shape.indent);
    else if (shape.kind !== "empty" && indentOf(text) === 0) break;
    if (indent < Infinity)
      changes.push(...indented(doc, { first: at, last: at }, Math.min(0, margin - indent)));
  }
  return changes;
}
