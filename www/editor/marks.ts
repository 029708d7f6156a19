// How the outline looks: markers hidden, depth by indent and weight, numbers in a gutter, blanks standing out.

import {
  type EditorState,
  type Line,
  type Range,
  RangeSet,
  RangeSetBuilder,
  type Text,
} from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  GutterMarker,
  ViewPlugin,
  type ViewUpdate,
  gutter,
} from "@codemirror/view";
import type { Margin, OpenDocument } from "../element/document.ts";
import { wordsOf } from "./head.ts";
import { type Shape, isListed, shapeOf } from "./lines.ts";
import { hasSettled, host, isComposing, link } from "./link.ts";

/** A number that cannot be typed. */
class NumberMarker extends GutterMarker {
  constructor(
    readonly number: string,
    readonly look: string,
  ) {
    super();
    this.elementClass = look;
  }

  override eq(other: NumberMarker): boolean {
    return this.number === other.number && this.look === other.look;
  }

  override toDOM(view: EditorView): Node {
    return view.dom.ownerDocument.createTextNode(this.number);
  }
}

interface Looks {
  lines: DecorationSet;
  /** Markers that are not shown, and are passed over as one. */
  hidden: DecorationSet;
  numbers: RangeSet<GutterMarker>;
}

const NOTHING: Looks = { lines: Decoration.none, hidden: Decoration.none, numbers: RangeSet.empty };
const hide = Decoration.replace({});
const blank = Decoration.mark({ class: "cm-blank" });
const prefix = Decoration.mark({ class: "cm-prefix" });
const lineClasses = new Map<string, Decoration>();

/** `{-}`, `{=（四）}`: shown quietly. */
const PREFIX = /^\{(?:-|=(?:[^}\\]|\\.)*)\}/;

export const marks = ViewPlugin.fromClass(
  class {
    looks = NOTHING;

    constructor(view: EditorView) {
      this.looks = looksOf(view);
    }

    update(update: ViewUpdate): void {
      const isBehind = isComposing(update.view) || !update.view.plugin(link)?.isCurrent;
      if (isBehind) {
        const { changes } = update;
        if (!update.docChanged) return;
        const { lines, hidden, numbers } = this.looks;
        this.looks = {
          lines: lines.map(changes),
          hidden: hidden.map(changes),
          numbers: numbers.map(changes),
        };
      } else if (update.docChanged || update.viewportChanged || hasSettled(update)) {
        this.looks = looksOf(update.view);
      }
    }
  },
  {
    provide: (plugin) => [
      EditorView.decorations.of((view) => view.plugin(plugin)?.looks.lines ?? Decoration.none),
      EditorView.decorations.of((view) => view.plugin(plugin)?.looks.hidden ?? Decoration.none),
      EditorView.atomicRanges.of((view) => view.plugin(plugin)?.looks.hidden ?? Decoration.none),
    ],
  },
);

export const numbers = gutter({
  class: "cm-numbers",
  markers: (view) => view.plugin(marks)?.looks.numbers ?? RangeSet.empty,
  initialSpacer: () => new NumberMarker("（十一）", ""),
});

/** What is gathered of the lines in view, from the first to the last. */
interface Gathered {
  lines: Range<Decoration>[];
  hidden: RangeSetBuilder<Decoration>;
  numbers: RangeSetBuilder<GutterMarker>;
}

function looksOf(view: EditorView): Looks {
  const document = view.state.facet(host).document();
  if (!document) return NOTHING;
  const all: Gathered = { lines: [], hidden: new RangeSetBuilder(), numbers: new RangeSetBuilder() };
  for (const { from, to } of view.visibleRanges) {
    const margin = byLine(view.state.doc, document.margin(from, to));
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const seen = read(document, line, margin.get(line.from));
      gather(all, seen);
      if (seen.isHead) inWords(all, view, line);
      at = line.to + 1;
    }
    const places = document.blanks(from, to);
    for (let at = 0; at < places.length; at += 2) all.lines.push(blank.range(places[at]!, places[at + 1]!));
  }
  const { lines, hidden, numbers } = all;
  return { lines: Decoration.set(lines, true), hidden: hidden.finish(), numbers: numbers.finish() };
}

/** A line, by its marker and by what the core takes it for. */
interface Read {
  line: Line;
  shape: Shape;
  own: Margin | undefined;
  isHead: boolean;
  /** Is it a point in which nothing is typed yet, which is none to the core? */
  isBare: boolean;
  /** Is its marker one to the core, too? Else it is text, whatever it looks like. */
  isMarked: boolean;
}

function read(document: OpenDocument, line: Line, own: Margin | undefined): Read {
  const shape = shapeOf(line.text);
  const isHead = line.from < document.headLength();
  const isEmpty = !isHead && line.length === shape.mark.length;
  const isBare = isEmpty && isListed(shape);
  const isTitle = shape.kind === "title" && !isHead && (isEmpty || isTitleAt(document, line));
  const isMarked = shape.mark !== "" && (own !== undefined || isBare || isTitle);
  return { line, shape, own, isHead, isBare, isMarked };
}

/** Did the title, which comes first in the summary, come of this line? */
function isTitleAt(document: OpenDocument, { from, to }: Line): boolean {
  const place = document.sourceAt(0, 0);
  return place !== undefined && place >= from && place <= to;
}

function gather({ lines, hidden, numbers }: Gathered, seen: Read): void {
  const { line, shape, own, isBare, isMarked } = seen;
  const look = lookOf(seen);
  if (look !== "cm-text") lines.push(lineClass(look).range(line.from));
  if (isMarked) {
    const start = line.from + shape.mark.length;
    hidden.add(line.from, start, hide);
    const typed = PREFIX.exec(line.text.slice(shape.mark.length));
    if (typed) lines.push(prefix.range(start, start + typed[0].length));
  }
  if (isBare && !own) numbers.add(line.from, line.from, new NumberMarker("·", "cm-point"));
  if (own?.number) numbers.add(line.from, line.from, new NumberMarker(own.number, look));
}

/** Shows a line of the head in words. */
function inWords({ hidden }: Gathered, view: EditorView, { from, text }: Line): void {
  for (const part of wordsOf(view, text)) hidden.add(from + part.from, from + part.to, part.decoration);
}

/** Marks by the start of their line. Of several in one, which begins a point under a point, all numbers are told. */
function byLine(doc: Text, margin: Margin[]): Map<number, Margin> {
  const marks = new Map<number, Margin>();
  for (const mark of margin) {
    const { from } = doc.lineAt(mark.from);
    const number = (marks.get(from)?.number ?? "") + mark.number;
    marks.set(from, { ...mark, number });
  }
  return marks;
}

/** The classes of a line. */
function lookOf({ shape, own, isHead, isMarked }: Read): string {
  if (isHead) return "cm-head";
  if (own) return `cm-${own.kind} cm-level-${Math.min(own.level, 5)}`;
  const isText = shape.kind === "heading" || isListed(shape) || (shape.kind === "title" && !isMarked);
  return isText ? "cm-text" : `cm-${shape.kind}`;
}

function lineClass(name: string): Decoration {
  let decoration = lineClasses.get(name);
  if (!decoration) lineClasses.set(name, (decoration = Decoration.line({ class: name })));
  return decoration;
}

/** What stands beside the line of a place. */
export function marginAt({ state }: EditorView, place: number): Margin | undefined {
  const document = state.facet(host).document();
  return document && marginOf(state, document, state.doc.lineAt(place));
}

const marginOf = ({ doc }: EditorState, document: OpenDocument, { from, to }: Line) =>
  byLine(doc, document.margin(from, to)).get(from);

/** How much of a line is a hidden marker. */
export function hiddenLength(state: EditorState, line: Line): number {
  const document = state.facet(host).document();
  if (!document || shapeOf(line.text).mark === "") return 0;
  const { isMarked, shape } = read(document, line, marginOf(state, document, line));
  return isMarked ? shape.mark.length : 0;
}
