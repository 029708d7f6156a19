// Pasting several lines. A plain line becomes what the line at the caret is, the next point or the next paragraph; lines
// that bring markers along keep them. One line alone is the editor's own.

import type { Text } from "@codemirror/state";
import { type OutlineEdit, type Range, breakBehind } from "./edits.ts";
import { gap, isListed, shapeOf, textStart } from "./lines.ts";

/** What a text makes of the selection it is pasted on; `undefined` where that is the editor's own. */
export function pasted(doc: Text, range: Range, text: string): OutlineEdit | undefined {
  const { number, to, text: here } = doc.lineAt(range.from);
  const lines = text.split(/\r\n?|\n/);
  const full = lines.filter((line) => line.trim());
  const first = full[0];
  if (lines.length === 1 || first === undefined || isApart(here)) return undefined;
  const start = textStart(doc, number);
  const shape = shapeOf(range.from < start ? "" : here);
  if (full.some(hasMark)) {
    // An outline that was cut out comes back as it was.
    if (range.from === 0 && range.to === doc.length) return undefined;
    const marked = lines.slice(lines.indexOf(first), lines.lastIndexOf(full[full.length - 1]!) + 1);
    const isBare = shape.mark !== "" && range.from === start && range.to >= to;
    const block = (isListed(shape) ? indentedTo(shape.indent, marked) : marked).join("\n");
    const goesOnHere = (isBare || isListed(shape)) && shapeOf(first).kind === "text";
    return goesOnHere ? inLine(doc, range, block, true) : onLines(doc, range, block);
  }
  // The indent of a paragraph in Word is no content; a blank between words may be.
  const plain = full.map((line) => line.replace(/^[^\S\t]+/, ""));
  if (range.from > start) plain[0] = first.replace(/^\u3000+/, "");
  return shape.kind === "empty"
    ? onLines(doc, range, plain.join("\n\n"))
    : inLine(doc, range, plain.join(breakBehind(doc, number) ?? "\n\n"), false);
}

/** Is the line one of a table or a comment, where lines mean nothing or something else? */
const isApart = (line: string) => line.includes("|") || /^[ \t]*<!--/.test(line);

/** Does a line of a pasted text say what it is? A number does if a list can begin at it. */
function hasMark(line: string): boolean {
  const { kind } = shapeOf(line);
  if (kind === "item") return /^[ \t]*0*1\./.test(line);
  return (kind !== "text" && kind !== "empty") || /^[\s:|-]*\|[\s:|-]*$/.test(line);
}

/** Lines of a list as lines of one that stands deeper. */
function indentedTo(indent: number, lines: string[]): string[] {
  const shapes = lines.map(shapeOf).filter(({ mark }) => mark !== "");
  const more = shapes.every(isListed) ? indent - Math.min(...shapes.map((shape) => shape.indent)) : 0;
  return lines.map((line) => (more > 0 && shapeOf(line).mark ? " ".repeat(more) + line : line));
}

/** Puts a text in at the caret, where its first line goes on. `isApart`: what stands behind the caret does not. */
function inLine(doc: Text, { from, to }: Range, text: string, isApart: boolean): OutlineEdit {
  const { number, text: own } = doc.lineAt(from);
  const end = doc.lineAt(to);
  const isHeading = /^(title|heading)$/.test(shapeOf(own).kind);
  let after = "";
  if (to < end.to) after = isApart ? (breakBehind(doc, number) ?? "\n\n") : "";
  else if (isHeading) after = gapBelow(doc, end.number, text);
  return { changes: [{ from, to, insert: text + after }], caret: from + text.length };
}

/** Puts a text in on lines of its own. */
function onLines(doc: Text, { from, to }: Range, text: string): OutlineEdit {
  const own = doc.lineAt(from);
  const hasHead = from > textStart(doc, own.number);
  const begin = hasHead ? from : own.from;
  const before = hasHead ? gap(own.text, firstLine(text)) : gapAbove(doc, own.number, text);
  const after = behindLines(doc, { from, to }, text, hasHead);
  return {
    changes: [{ from: begin, to, insert: before + text + after }],
    caret: begin + before.length + text.length,
  };
}

/** What comes behind them. `hasHead`: of the line that they part, something stands above them. */
function behindLines(doc: Text, { from, to }: Range, text: string, hasHead: boolean): string {
  const own = doc.lineAt(from);
  const end = doc.lineAt(to);
  if (to === end.to) return gapBelow(doc, end.number, text);
  if (hasHead) return breakBehind(doc, own.number) ?? "\n\n";
  // The marker went with the line's start; the rest needs it.
  const start = textStart(doc, own.number);
  const mark = from < start ? "" : doc.sliceString(own.from, start);
  return gap(lastLine(text), mark + doc.sliceString(to, end.to)) + mark;
}

const firstLine = (text: string) => text.slice(0, text.search(/\n|$/));
const lastLine = (text: string) => text.slice(text.lastIndexOf("\n") + 1);

/** What has to be added between a text and the line above it. */
function gapAbove(doc: Text, number: number, text: string): string {
  return number > 1 ? gap(doc.line(number - 1).text, firstLine(text)).slice(1) : "";
}

/** What has to be added between a text and the line below it. */
function gapBelow(doc: Text, number: number, text: string): string {
  return number < doc.lines ? gap(lastLine(text), doc.line(number + 1).text).slice(1) : "";
}
