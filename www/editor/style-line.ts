// The style in the head of the outline: one line, and nothing else of the head is touched.

import type { ChangeSpec, Line, Text } from "@codemirror/state";

/** A line that says a style, up to what it says. */
const STYLE = /^(?:style|样式)\s*[:：]\s*/i;

const MARK = /^\uFEFF/;

/**
 * What makes the head say a style, or say none if that is empty. `headLength`: how much of the text the head is, none if
 * there is none.
 */
export function styleChange(doc: Text, headLength: number, style: string): ChangeSpec[] {
  const lines = linesOf(doc, headLength);
  const own = lines.filter(({ text }) => STYLE.test(text));
  if (style === "") return withoutLines(doc, lines, own);
  const [first] = own;
  if (first) {
    const from = first.from + STYLE.exec(first.text)![0].length;
    return [{ from, to: first.to, insert: style }];
  }
  const end = lines[lines.length - 1];
  if (end) return [{ from: end.from, insert: `style: ${style}\n` }];
  const from = MARK.test(doc.line(1).text) ? 1 : 0;
  return [{ from, insert: `---\nstyle: ${style}\n---\n\n` }];
}

/** The lines of the head with those of --- around it; none if there is no head. */
function linesOf(doc: Text, headLength: number): Line[] {
  const lines: Line[] = [];
  if (headLength <= 1) return lines;
  const { number: last } = doc.lineAt(headLength - 1);
  for (let number = 1; number <= last; number++) lines.push(doc.line(number));
  return lines;
}

/** Takes some lines out of the head; a head that is empty then goes, with the empty line that parted it from the body. */
function withoutLines(doc: Text, lines: Line[], own: Line[]): ChangeSpec[] {
  if (own.length === 0) return [];
  const isLeft = lines.slice(1, -1).some((line) => line.text.trim() !== "" && !own.includes(line));
  if (isLeft) return own.map(({ from, to }) => ({ from, to: to + 1 }));
  const from = MARK.test(lines[0]!.text) ? 1 : 0;
  const { number, to } = lines[lines.length - 1]!;
  if (number === doc.lines) return [{ from, to }];
  const next = doc.line(number + 1);
  const isEmpty = next.text.trim() === "" && next.number < doc.lines;
  return [{ from, to: isEmpty ? next.to + 1 : next.from }];
}
