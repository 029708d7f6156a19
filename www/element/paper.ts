// The summary beside the outline, as sheets of paper or as a flow: where the writer types is where it looks, and a click
// leads back.

import type { Copied, OpenDocument, TextPlace } from "./document.ts";
import type { PaperMeasures } from "./fonts.ts";
import { nameFonts, sizePaper } from "./measures.ts";

/** How often a block is looked for where it should be. */
const TRIES = 5;

/** What is nearer to an edge, in pixels, is hardly seen. */
const EDGE = 12;

/** What parts two pages, in pixels. */
const GAP = 16;

/** How many pages are kept ready above and below those in sight. */
const READY = 1;

/** Pixels of a point at full size. */
const FULL = 96 / 72;

/** A share of the full size, or as wide as there is room for. */
export type Zoom = number | "fit";

export class Paper {
  #document: OpenDocument | undefined;
  #current: Element[] = [];
  #frame = 0;
  #showing = 0;
  #zoom: Zoom = "fit";
  #isPaged = true;
  /** The measures that the paper was brought to. */
  #measures: PaperMeasures | undefined;
  /** From the top of one page to that of the next, in pixels. */
  #step = 0;
  readonly #observer: ResizeObserver;

  constructor(
    readonly sheet: HTMLElement,
    readonly desk: HTMLElement,
    /** Does what the core may fail in. */
    readonly guarded: (action: () => void) => void,
  ) {
    desk.addEventListener("scroll", () => this.#showSoon(), { passive: true });
    this.#observer = new ResizeObserver(() => this.resize());
    this.#observer.observe(desk);
  }

  /** Shows another document; it is empty if there is none. */
  open(document: OpenDocument | undefined): void {
    this.forget();
    this.#document = document;
    if (document) this.resize();
  }

  /** Are there pages, or one flow? */
  get isPaged(): boolean {
    return this.#isPaged;
  }

  set isPaged(isPaged: boolean) {
    if (isPaged === this.#isPaged) return;
    this.#isPaged = isPaged;
    this.forget();
    this.#document?.showAs(this.sheet, isPaged);
    this.resize();
  }

  set zoom(zoom: Zoom) {
    const { scrollTop, scrollHeight } = this.desk;
    const place = scrollTop / scrollHeight;
    this.#zoom = zoom;
    this.resize();
    this.desk.scrollTop = place * this.desk.scrollHeight;
  }

  /** Brings the paper to the room there is, and to its style. */
  resize(): void {
    const document = this.#document;
    this.sheet.classList.toggle("paged", this.#isPaged);
    if (!document) return;
    const { paper } = document;
    this.#measures = paper;
    nameFonts(this.sheet, paper);
    if (!this.#isPaged || this.desk.clientWidth === 0) return;
    document.measure();
    const width = (paper.width / 25.4) * 72;
    const { paddingLeft, paddingRight } = getComputedStyle(this.desk);
    const room = this.desk.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    const fitting = Math.min(Math.max(room / width, FULL / 4), 2 * FULL);
    const point = this.#zoom === "fit" ? fitting : this.#zoom * FULL;
    this.#step = (paper.height / 25.4) * 72 * point + GAP;
    sizePaper(this.sheet, paper, `${point}px`);
    this.show();
  }

  #showSoon(): void {
    cancelAnimationFrame(this.#showing);
    this.#showing = this.#inFrame(() => this.show());
  }

  #inFrame(action: () => void): number {
    return requestAnimationFrame(() => this.guarded(action));
  }

  /** Shows the pages in sight, in the style of the document. */
  show(): void {
    const document = this.#document;
    if (document && document.paper !== this.#measures) this.resize();
    if (!document || !this.#isPaged || this.#step === 0) return;
    const top = this.desk.scrollTop - this.sheet.offsetTop;
    const first = Math.floor(top / this.#step);
    const last = Math.floor((top + this.desk.clientHeight) / this.#step);
    document.show(Math.max(first - READY, 0), last + READY + 1);
  }

  /** Marks the block that came of a place of the source, and keeps it in view. */
  mark(place: number): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = this.#inFrame(() => {
      const document = this.#document;
      if (!document) return;
      this.show();
      const index = document.blockAt(place);
      this.#highlight(index === undefined ? [] : document.elementsOf(index));
      if (index !== undefined) this.#keepInView(document, index, place, TRIES);
    });
  }

  #highlight(blocks: Element[]): void {
    for (const block of this.#current) if (!blocks.includes(block)) block.removeAttribute("data-current");
    for (const block of blocks) block.setAttribute("data-current", "");
    this.#current = blocks;
  }

  /** Forgets the block that is marked. */
  forget(): void {
    cancelAnimationFrame(this.#frame);
    cancelAnimationFrame(this.#showing);
    this.#current = [];
  }

  /** What is out of sight has only a guessed height, or is not there: once it is, the block may be elsewhere. */
  #keepInView(document: OpenDocument, index: number, place: number, tries: number): void {
    const seen = this.desk.getBoundingClientRect();
    if (seen.height === 0) return;
    const blocks = document.elementsOf(index);
    const boxes = blocks.map((block) => block.getBoundingClientRect());
    const isWhole =
      boxes.length > 0 && boxes.every(({ top, bottom }) => top >= seen.top && bottom <= seen.bottom);
    // Of a long block, the line that is meant.
    const box = isWhole
      ? boxes[0]
      : (lineAt(document, index, blocks, place)?.getBoundingClientRect() ?? boxes[0]);
    if (box && box.bottom > seen.top + EDGE && box.top < seen.bottom - EDGE) {
      this.#highlight(blocks);
      return;
    }
    // Not scrollIntoView, which would move the host page as well.
    if (box) this.desk.scrollTop += (box.top + box.bottom) / 2 - (seen.top + seen.bottom) / 2;
    else this.desk.scrollTop = this.sheet.offsetTop + document.pageOf(index) * this.#step;
    this.show();
    if (tries > 1) this.#frame = this.#inFrame(() => this.#keepInView(document, index, place, tries - 1));
  }

  /** The place of the source that a click in the summary leads to; `undefined` if text is being selected. */
  placeOf(event: MouseEvent): number | undefined {
    const selection = this.#selection();
    if (selection && !selection.isCollapsed) return undefined;
    const target = event.target as Element;
    const place = this.#placeIn(target, selection?.focusNode ?? null, selection?.focusOffset ?? 0);
    return place && this.#document?.sourceAt(place.block, place.offset);
  }

  /** The block that a node is in, and how many characters of its text are before a place in it. */
  #placeIn(target: Node, node: Node | null, offset: number): TextPlace | undefined {
    const around = target instanceof Element ? target : target.parentElement;
    const element = around?.closest(".group > *, .area > *");
    const block = element ? this.#document?.blockOf(element) : undefined;
    if (!element || block === undefined) return undefined;
    // Beside the text of a cell the click itself hits no line, but where its caret comes to stand is in one.
    const near = node instanceof Element ? node : node?.parentElement;
    const line =
      around!.closest(".line") ?? (element.contains(node) ? near?.closest(".line") : null) ?? element;
    const start = Number(line.getAttribute("data-at") ?? 0);
    return { block, offset: start + offsetIn(line, node, offset) };
  }

  /** What is selected, without the line breaks of the paper; `undefined` if nothing is. */
  get selected(): Copied | undefined {
    const range = this.#range();
    if (!range) return undefined;
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const start = this.#placeIn(startContainer, startContainer, startOffset);
    const end = this.#placeIn(endContainer, endContainer, endOffset);
    if (!start || !end) return undefined;
    // The first row of a table stands once more above what follows it.
    const isReversed = start.block === end.block && start.offset > end.offset;
    return isReversed ? this.#document?.between(end, start) : this.#document?.between(start, end);
  }

  /** What is selected, if anything is. Not all browsers tell of what is inside a shadow root in the same way. */
  #range(): StaticRange | Range | undefined {
    const selection = this.#selection();
    const root = this.sheet.getRootNode() as ShadowRoot;
    const composed = selection?.getComposedRanges?.({ shadowRoots: [root] })[0];
    if (composed && !composed.collapsed) return composed;
    // Old Chromium calls all that is inside a shadow root collapsed; the range knows better.
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    return range && !range.collapsed ? range : undefined;
  }

  /** The selection, which some browsers keep by shadow root. */
  #selection(): Selection | null {
    const root = this.sheet.getRootNode() as ShadowRoot & { getSelection?(): Selection | null };
    return root.getSelection ? root.getSelection() : getSelection();
  }

  destroy(): void {
    this.forget();
    this.#observer.disconnect();
  }
}

/** The line of a block that shows a place of the source; `undefined` where lines are the browser's. */
function lineAt(
  document: OpenDocument,
  index: number,
  blocks: Element[],
  place: number,
): Element | undefined {
  const lines = blocks.flatMap((block) => [...block.querySelectorAll(".line")]);
  const before = lines.filter((line) => {
    const start = document.sourceAt(index, Number(line.getAttribute("data-at") ?? 0));
    return start !== undefined && start <= place;
  });
  return before[before.length - 1] ?? lines[0];
}

/** The characters of an element before a place in it. */
function offsetIn(element: Element, node: Node | null, offset: number): number {
  if (!node || !element.contains(node)) return 0;
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, offset);
  return range.toString().length + bordersIn(range);
}

/** The tabs and line breaks that the text of a table has between its cells and rows. */
function bordersIn(range: Range): number {
  return Math.max(range.cloneContents().querySelectorAll("td").length - 1, 0);
}
