// What a line of the outline is by its marker, and what belongs to it.

import type { Text } from "@codemirror/state";

export type Kind = "title" | "heading" | "point" | "item" | "note" | "rule" | "empty" | "text";

/** A line by its marker. */
export interface Shape {
  kind: Kind;
  /** Of a heading its level, from 1; the title has 0. */
  level: number;
  /** How far the marker is indented. */
  indent: number;
  /** What comes before the text: blanks, marker, blanks. */
  mark: string;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;
const RULE = /^ {0,3}-{3,}\s*$/;
const POINT = /^([ \t]*)[-+](?:[ \t]+|$)/;
const ITEM = /^([ \t]*)\d{1,9}\.(?:[ \t]+|$)/;
const NOTE = /^[ \t]*(?:>[ \t]?|<!--)/;

/** The blanks that indent a line. Wide ones, with which Chinese paragraphs begin, are text. */
export const blanksOf = (line: string) => /^[ \t]*/.exec(line)![0];

/** How far a line is indented. */
export const indentOf = (line: string) => columnsOf(blanksOf(line));

/** How wide a stretch at the start of a line is: a tab goes to the next of the columns 4, 8, 12. */
function columnsOf(stretch: string): number {
  let columns = 0;
  for (const char of stretch) columns += char === "\t" ? 4 - (columns % 4) : 1;
  return columns;
}

/** Where what is under a point has to begin: where its text does, unless that is far off or not there yet. */
export function contentOf(line: string): number {
  const { mark } = shapeOf(line);
  const [least, column] = [columnsOf(mark.trimEnd()) + 1, columnsOf(mark)];
  return line.length > mark.length && column < least + 4 ? column : least;
}

/** Looks at a line. */
export function shapeOf(line: string): Shape {
  const plain = (kind: Kind): Shape => ({ kind, level: 0, indent: 0, mark: "" });
  if (line.trim() === "") return plain("empty");
  if (RULE.test(line)) return plain("rule");
  const heading = HEADING.exec(line);
  if (heading) {
    const level = heading[1]!.length - 1;
    return { kind: level === 0 ? "title" : "heading", level, indent: 0, mark: heading[0] };
  }
  for (const [kind, pattern] of [
    ["point", POINT],
    ["item", ITEM],
  ] as const) {
    const found = pattern.exec(line);
    if (found) return { kind, level: 0, indent: indentOf(line), mark: found[0] };
  }
  const note = NOTE.exec(line);
  return note ? { ...plain("note"), mark: note[0].includes(">") ? note[0] : "" } : plain("text");
}

/** Where the text of a line begins, behind its marker. */
export function textStart(doc: Text, number: number): number {
  const line = doc.line(number);
  return line.from + shapeOf(line.text).mark.length;
}

/** Does a line mean what it does only as it stands, as a rule and the rows of a table do? */
export function isLiteral(line: string): boolean {
  const { kind } = shapeOf(line);
  return kind === "rule" || (kind === "text" && line.includes("|"));
}

/** Is it one of a list? */
export const isListed = ({ kind }: Shape) => kind === "point" || kind === "item";

/** What parts two lines, so that text below does not go on in the line above. */
export function gap(above: string, below: string): string {
  const shape = shapeOf(above);
  const goesOn = shapeOf(below).kind === "text" && (shape.kind === "text" || isListed(shape));
  return goesOn ? "\n\n" : "\n";
}

/** Lines from one to another, both in; numbers count from 1. */
export interface Lines {
  first: number;
  last: number;
}

/** The line with all that is under it, without empty lines at the end. Only a heading, point or item has more. */
export function subtree(doc: Text, number: number): Lines {
  const own = shapeOf(doc.line(number).text);
  let last = number;
  for (let at = number + 1; at <= doc.lines; at++) {
    const shape = shapeOf(doc.line(at).text);
    if (shape.kind === "empty") continue;
    const goesOn = isListed(own) && shape.kind === "text" && last === at - 1;
    if (!goesOn && !isUnder(shape, doc.line(at).text, own)) break;
    last = at;
  }
  return { first: number, last };
}

function isUnder(shape: Shape, text: string, own: Shape): boolean {
  if (own.kind === "heading") {
    return (
      shape.kind !== "rule" && shape.kind !== "title" && (shape.kind !== "heading" || shape.level > own.level)
    );
  }
  return isListed(own) && indentOf(text) > own.indent;
}

/** The next line that stands beside this one in the same parent; `undefined` if there is none. */
export function nextSibling(doc: Text, number: number, { last } = subtree(doc, number)): number | undefined {
  const own = shapeOf(doc.line(number).text);
  let at = last + 1;
  while (at <= doc.lines && shapeOf(doc.line(at).text).kind === "empty") at++;
  return at <= doc.lines && isSibling(shapeOf(doc.line(at).text), own) ? at : undefined;
}

/** The one before it in the same parent, and in the same list. */
export function previousSibling(doc: Text, number: number): number | undefined {
  const above = itemAbove(doc, number);
  const kindAt = (at: number) => shapeOf(doc.line(at).text).kind;
  return above !== undefined && kindAt(above) === kindAt(number) ? above : undefined;
}

/** The section, point or item before it in the same parent, be it of another list. */
export function itemAbove(doc: Text, number: number): number | undefined {
  const own = shapeOf(doc.line(number).text);
  for (let at = number - 1; at >= 1; at--) {
    const { text } = doc.line(at);
    const shape = shapeOf(text);
    if (isBeside(shape, own)) return at;
    if (shape.kind !== "empty" && !isUnder(shape, text, own) && !goesOnAbove(doc, at, own)) return undefined;
  }
  return undefined;
}

const isSibling = (shape: Shape, own: Shape) => shape.kind === own.kind && isBeside(shape, own);

function isBeside(shape: Shape, own: Shape): boolean {
  if (own.kind === "heading") return shape.kind === "heading" && shape.level === own.level;
  return isListed(own) && isListed(shape) && shape.indent === own.indent;
}

/** May this line, which is not under the line, belong to the sibling above it? Text right under a point goes on in it. */
function goesOnAbove(doc: Text, at: number, own: Shape): boolean {
  const { kind } = shapeOf(doc.line(at).text);
  if (own.kind === "heading") return kind !== "heading" && kind !== "title" && kind !== "rule";
  return kind === "text" && at > 1 && shapeOf(doc.line(at - 1).text).kind !== "empty";
}

/** The heading that a line stands under, or is; `undefined` before the first. */
export function headingAbove(doc: Text, number: number): number | undefined {
  for (let at = number; at >= 1; at--) {
    if (shapeOf(doc.line(at).text).kind === "heading") return at;
  }
  return undefined;
}

/** The point or item that a line is under, or goes on in. */
export function pointOver(doc: Text, number: number): number | undefined {
  const isAtMargin = indentOf(doc.line(number).text) === 0;
  for (let at = number - 1; at >= 1; at--) {
    const shape = shapeOf(doc.line(at).text);
    if (shape.kind === "empty" && isAtMargin) break;
    if (isListed(shape) && subtree(doc, at).last >= number) return at;
    if (shape.kind === "heading" || shape.kind === "title" || shape.kind === "rule") break;
  }
  return undefined;
}

/** The heading, point or item that a line is, or goes on in. */
export function ownerOf(doc: Text, number: number): number | undefined {
  const shape = shapeOf(doc.line(number).text);
  return shape.kind === "heading" || isListed(shape) ? number : pointOver(doc, number);
}
