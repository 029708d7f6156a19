// An open document: the core's session and preview, kept up with what is typed.

import * as glue from "glue";
import type { ChangeSet, Text } from "@codemirror/state";
import type { Finding, Options, Outline, Stats, SummaryBlock } from "../core";
import type { WholeStyle } from "./choices.ts";
import { CHARACTERS, type PaperMeasures, measure } from "./fonts.ts";

/** What stands beside a line of the outline. */
export interface Margin {
  from: number;
  kind: "heading" | "point" | "item";
  level: number;
  number: string;
}

/** The counts of the status line. */
export interface Counts {
  words: number;
  paragraphs: number;
  pages: number;
  blanks: number;
}

/** A place in the summary: a block, and how many UTF-16 units of its text are before it. */
export interface TextPlace {
  block: number;
  offset: number;
}

/** What is copied. */
export interface Copied {
  text: string;
  html: string;
}

/** An edit: where it begins and ends in the text before it, and what comes to stand there. */
type Edit = [from: number, to: number, text: string];

/** More changes than these are followed as one: each costs the core a stretch of the text. */
const FEW = 8;

const MAX_PLACE = 0xffffffff;

export class OpenDocument {
  readonly #session: glue.Session;
  readonly #preview: glue.Preview;
  #paper: PaperMeasures;
  #isMeasured = false;

  /** Opens an outline and shows it in `sheet`, as sheets of paper or as a flow. Fonts are measured in `gauge`. */
  constructor(
    source: string,
    detail: Options["detail"],
    sheet: Element,
    asSheets: boolean,
    readonly gauge: HTMLElement,
  ) {
    this.#session = new glue.Session(source, { detail });
    this.#paper = this.#session.paper();
    this.#preview = new glue.Preview(sheet, this.#session, asSheets, CHARACTERS, this.#widths());
  }

  /** The widths of the fonts; none as long as nothing is laid out, then half-width and full-width ones do. */
  #widths(): Uint16Array {
    const widths = measure(this.gauge, this.#paper.fonts);
    this.#isMeasured = widths !== undefined;
    return widths ?? new Uint16Array();
  }

  /** Measures the fonts, if that was not possible before. */
  measure(): void {
    if (!this.#isMeasured) this.#preview.measure(this.#session, CHARACTERS, this.#widths());
  }

  /** Follows the editor, whose text is `text` now. */
  follow(changes: ChangeSet, text: Text): void {
    const edits = editsOf(changes);
    const isInHead = edits.some(([from]) => from <= this.#session.headLength());
    for (const edit of edits.length > FEW ? [wholeOf(changes, text)] : edits)
      this.#preview.edit(this.#session, ...edit);
    if (isInHead) this.#renewPaper();
  }

  /** A style that the head sets may ask for other fonts. */
  #renewPaper(): void {
    const paper: PaperMeasures = this.#session.paper();
    const areOther = JSON.stringify(paper.fonts) !== JSON.stringify(this.#paper.fonts);
    if (JSON.stringify(paper) !== JSON.stringify(this.#paper)) this.#paper = paper;
    if (areOther) this.#isMeasured = false;
    this.measure();
  }

  /** The style, with all its fields. */
  get style(): WholeStyle {
    return this.#session.style();
  }

  /** What the style says of the paper: another object only where it says something else. */
  get paper(): PaperMeasures {
    return this.#paper;
  }

  /** Shows it in the other way. */
  showAs(sheet: Element, asSheets: boolean): void {
    this.#preview.showAs(sheet, this.#session, asSheets);
  }

  /** Shows some pages and no others, from `first` to before `end`. */
  show(first: number, end: number): void {
    this.#preview.show(this.#session, first, end);
  }

  /** How many pages there are. */
  get pages(): number {
    return this.#preview.pages();
  }

  /** The page on which a block begins, from 0. */
  pageOf(block: number): number {
    return this.#preview.pageOf(block);
  }

  /** The elements in which a block is shown. */
  elementsOf(block: number): Element[] {
    return this.#preview.elementsOf(block);
  }

  /** The block that an element shows. */
  blockOf(element: Element): number | undefined {
    return this.#preview.blockOf(element);
  }

  /** Puts all pages into an element, to be printed. */
  print(into: Element): void {
    this.#preview.print(into, this.#session);
  }

  margin(from: number, to: number): Margin[] {
    return this.#session.margin(from, to);
  }

  blanks(from: number, to: number): Uint32Array {
    return this.#session.blanks(from, to);
  }

  headLength(): number {
    return this.#session.headLength();
  }

  blockAt(place: number): number | undefined {
    return this.#session.blockAt(place);
  }

  sourceAt(block: number, place: number): number | undefined {
    return this.#session.sourceAt(block, place);
  }

  get text(): string {
    return this.#session.text();
  }

  get blocks(): SummaryBlock[] {
    return this.#session.blocks(0, MAX_PLACE);
  }

  /** The text between two places of the summary, plain and as HTML. */
  between(start: TextPlace, end: TextPlace): Copied {
    const blocks: SummaryBlock[] = this.#session.blocks(start.block, end.block + 1);
    const texts = blocks.map(({ text }) => text);
    texts[texts.length - 1] = texts[texts.length - 1]!.slice(0, end.offset);
    texts[0] = texts[0]!.slice(start.offset);
    const html = this.#preview.htmlOf(this.#session, start.block, start.offset, end.block, end.offset);
    return { text: texts.join("\n"), html };
  }

  /** All of it, plain and as HTML. */
  get all(): Copied {
    return { text: this.text, html: this.#preview.html(this.#session) };
  }

  /** The title; empty if there is none. */
  get title(): string {
    const [first]: SummaryBlock[] = this.#session.blocks(0, 1);
    return first?.role === "title" ? first.text : "";
  }

  /** As a Word document. */
  get docx(): Uint8Array<ArrayBuffer> {
    // Copied out of the core's memory.
    return this.#preview.docx(this.#session) as Uint8Array<ArrayBuffer>;
  }

  get findings(): Finding[] {
    return this.#session.findings();
  }

  get stats(): Stats {
    return this.#session.stats();
  }

  get counts(): Counts {
    return { ...this.#session.totals(), pages: this.pages };
  }

  get outline(): Outline {
    return this.#session.outline();
  }

  /** Gives its memory back. */
  close(): void {
    this.#preview.free();
    this.#session.free();
  }
}

/** The edits that make changes, from the last to the first: all their places count before the first. */
function editsOf(changes: ChangeSet): Edit[] {
  const edits: Edit[] = [];
  changes.iterChanges((from, to, _from, _to, text) => edits.push([from, to, text.toString()]));
  return edits.reverse();
}

/** All changes as one edit, from the first to the last. */
function wholeOf(changes: ChangeSet, text: Text): Edit {
  const before: number[] = [];
  const after: number[] = [];
  changes.iterChangedRanges((fromBefore, toBefore, fromAfter, toAfter) => {
    before.push(fromBefore, toBefore);
    after.push(fromAfter, toAfter);
  });
  return [before[0]!, before[before.length - 1]!, text.sliceString(after[0]!, after[after.length - 1]!)];
}
