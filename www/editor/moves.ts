// Moving up and down: sections, points, and between headings the blocks of body text, each with all under it.

import type { Text } from "@codemirror/state";
import type { OutlineEdit } from "./edits.ts";
import {
  type Lines,
  gap,
  isListed,
  nextSibling,
  ownerOf,
  pointOver,
  previousSibling,
  shapeOf,
  subtree,
} from "./lines.ts";

/** What moves as one. `isBlock`: among paragraphs, tables and whole lists. */
interface Unit extends Lines {
  isBlock: boolean;
}

/** Moves what some lines belong to behind what stands next (`1`), or before what stands above (`-1`). */
export function move(doc: Text, lines: Lines, by: 1 | -1): OutlineEdit {
  const own = unitOf(doc, lines);
  const other = own && beside(doc, own, by);
  if (!own || !other) return { changes: [] };
  const [upper, lower] = by === 1 ? [own, other] : [other, own];
  const text = (number: number) => (number < 1 || number > doc.lines ? "" : doc.line(number).text);
  const [from, end] = [doc.line(upper.first).from, doc.line(upper.last).to];
  const [start, to] = [doc.line(lower.first).from, doc.line(lower.last).to];
  const before = gap(text(upper.first - 1), text(lower.first)).slice(1);
  const after = gap(text(upper.last), text(lower.last + 1)).slice(1);
  const between = longer(doc.sliceString(end, start), gap(text(lower.last), text(upper.first)));
  // What was asked to move stays where it is in the text, with the caret, and the other goes round it.
  return by === 1
    ? {
        changes: [
          { from, insert: before + doc.sliceString(start, to) + between },
          { from: end, to, insert: after },
        ],
      }
    : {
        changes: [
          { from, to: start, insert: before },
          { from: to, insert: between + doc.sliceString(from, end) + after },
        ],
        side: -1,
      };
}

const longer = (one: string, other: string) => (one.length < other.length ? other : one);

/** The neighbours that hold all of some lines, as deep as there are such. */
function unitOf(doc: Text, { first, last }: Lines): Unit | undefined {
  const isEmpty = (number: number) => shapeOf(doc.line(number).text).kind === "empty";
  while (first < last && isEmpty(first)) first++;
  while (first < last && isEmpty(last)) last--;
  const owner = ownerOf(doc, first);
  let unit = owner === undefined ? blockAt(doc, first) : unitUnder(doc, owner);
  while (unit && unit.last < last) {
    const next = beside(doc, unit, 1);
    unit = next ? { ...unit, last: next.last } : unitAround(doc, unit);
  }
  return unit;
}

const unitUnder = (doc: Text, number: number): Unit => ({ ...subtree(doc, number), isBlock: false });

/** The unit that stands next in the same parent. */
function beside(doc: Text, unit: Unit, by: 1 | -1): Unit | undefined {
  const { first, last, isBlock } = unit;
  if (!isBlock) {
    const sibling = by === 1 ? nextSibling(doc, first, unit) : previousSibling(doc, first);
    return sibling === undefined ? undefined : unitUnder(doc, sibling);
  }
  let at = by === 1 ? last + 1 : first - 1;
  while (at >= 1 && at <= doc.lines && shapeOf(doc.line(at).text).kind === "empty") at += by;
  return at >= 1 && at <= doc.lines ? blockAt(doc, at) : undefined;
}

/** A unit's parent. That of a list's points is the list. */
function unitAround(doc: Text, { first, isBlock }: Unit): Unit | undefined {
  const own = shapeOf(doc.line(first).text);
  if (isListed(own) && !isBlock) {
    const point = pointOver(doc, first);
    return point === undefined ? blockAt(doc, first) : unitUnder(doc, point);
  }
  const deep = own.kind === "heading" ? own.level : Infinity;
  for (let at = first - 1; at >= 1; at--) {
    const { kind, level } = shapeOf(doc.line(at).text);
    if (kind === "heading" && level < deep) return unitUnder(doc, at);
  }
  return undefined;
}

/** The paragraph, the table with notes around it, or the list that a line is in. */
function blockAt(doc: Text, number: number): Unit | undefined {
  const kindAt = (at: number) => {
    const { kind } = shapeOf(doc.line(at).text);
    if (kind === "empty") return kind;
    if (/^(heading|title|rule)$/.test(kind)) return "border";
    return ownerOf(doc, at) === undefined ? "text" : "list";
  };
  const own = kindAt(number);
  if (own !== "text" && own !== "list") return undefined;
  const edge = (by: 1 | -1) => {
    let edge = number;
    for (let at = number + by; at >= 1 && at <= doc.lines; at += by) {
      const kind = kindAt(at);
      if (kind === own) edge = at;
      else if (kind !== "empty" || own === "text") break;
    }
    return edge;
  };
  return { first: edge(-1), last: edge(1), isBlock: true };
}
