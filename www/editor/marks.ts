// How the outline looks: markers hidden, depth by indent and weight, numbers in a gutter, blanks standing out.

import { type Range, RangeSet, RangeSetBuilder } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  GutterMarker,
  ViewPlugin,
  type ViewUpdate,
  gutter,
} from "@codemirror/view";
import type { Margin } from "../element/document.ts";
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

function looksOf(view: EditorView): Looks {
  const document = view.state.facet(host).document();
  if (!document) return NOTHING;
  const hidden = new RangeSetBuilder<Decoration>();
  const numbers = new RangeSetBuilder<GutterMarker>();
  const lines: Range<Decoration>[] = [];
  const head = document.headLength();
  for (const { from, to } of view.visibleRanges) {
    const margin = byLine(view, document.margin(from, to));
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const shape = shapeOf(line.text);
      const own = margin.get(line.from);
      const look = lookOf(shape, own, line.from < head);
      if (look !== "cm-text") lines.push(lineClass(look).range(line.from));
      // What the core does not take for a heading or point is text, whatever it looks like; but a point in which
      // nothing is typed yet is none to the core.
      const isBare = isListed(shape) && line.from >= head && line.text.length === shape.mark.length;
      const isMarked = own || isBare || (shape.kind === "title" && line.from >= head);
      if (isMarked && shape.mark) {
        hidden.add(line.from, line.from + shape.mark.length, hide);
        const typed = PREFIX.exec(line.text.slice(shape.mark.length));
        const start = line.from + shape.mark.length;
        if (typed) lines.push(prefix.range(start, start + typed[0].length));
      }
      if (isBare && !own) numbers.add(line.from, line.from, new NumberMarker("·", "cm-point"));
      if (own?.number) numbers.add(line.from, line.from, new NumberMarker(own.number, look));
      at = line.to + 1;
    }
    const places = document.blanks(from, to);
    for (let at = 0; at < places.length; at += 2) lines.push(blank.range(places[at]!, places[at + 1]!));
  }
  return { lines: Decoration.set(lines, true), hidden: hidden.finish(), numbers: numbers.finish() };
}

/** Marks by the start of their line; of several in one, the last. */
function byLine(view: EditorView, margin: Margin[]): Map<number, Margin> {
  return new Map(margin.map((mark) => [view.state.doc.lineAt(mark.from).from, mark]));
}

/** The classes of a line. */
function lookOf(shape: Shape, own: Margin | undefined, isHead: boolean): string {
  if (isHead) return "cm-head";
  if (own) return `cm-${own.kind} cm-level-${Math.min(own.level, 5)}`;
  return shape.kind === "heading" || shape.kind === "point" || shape.kind === "item"
    ? "cm-text"
    : `cm-${shape.kind}`;
}

function lineClass(name: string): Decoration {
  let decoration = lineClasses.get(name);
  if (!decoration) lineClasses.set(name, (decoration = Decoration.line({ class: name })));
  return decoration;
}

/** What stands beside the line of a place. */
export function marginAt(view: EditorView, place: number): Margin | undefined {
  const line = view.state.doc.lineAt(place);
  const document = view.state.facet(host).document();
  return document && byLine(view, document.margin(line.from, line.to)).get(line.from);
}
