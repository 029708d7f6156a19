// The summary beside the outline: where the writer types is where it looks, and a click leads back.

import type { OpenDocument } from "./document.ts";

/** How often a block is looked for where it should be. */
const TRIES = 5;

export class Paper {
  #current: Element | undefined;
  #frame = 0;

  constructor(
    readonly sheet: HTMLElement,
    readonly desk: HTMLElement,
  ) {}

  /** Marks the block that came of a place of the source, and keeps it in view. */
  mark(document: OpenDocument, place: number): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const index = document.blockAt(place);
      const block = index === undefined ? undefined : this.#block(index);
      if (block !== this.#current) {
        this.#current?.removeAttribute("data-current");
        block?.setAttribute("data-current", "");
        this.#current = block;
      }
      if (block) this.#keepInView(block, TRIES);
    });
  }

  /** Forgets the block that is marked. */
  forget(): void {
    cancelAnimationFrame(this.#frame);
    this.#current = undefined;
  }

  /** What is out of sight has only a guessed height: once it is laid out, the block may be elsewhere. */
  #keepInView(block: Element, tries: number): void {
    const { top, bottom } = block.getBoundingClientRect();
    const seen = this.desk.getBoundingClientRect();
    if (seen.height === 0 || (bottom > seen.top + 24 && top < seen.bottom - 24)) return;
    // Not scrollIntoView, which would move the host page as well.
    this.desk.scrollTop += (top + bottom) / 2 - (seen.top + seen.bottom) / 2;
    if (tries > 1) this.#frame = requestAnimationFrame(() => this.#keepInView(block, tries - 1));
  }

  #block(index: number): Element | undefined {
    let left = index;
    for (const group of this.sheet.children) {
      if (left < group.childElementCount) return group.children[left];
      left -= group.childElementCount;
    }
    return undefined;
  }

  /** The place of the source that a click in the summary leads to; `undefined` if text is being selected. */
  placeOf(document: OpenDocument, event: MouseEvent): number | undefined {
    const block = (event.target as Element).closest?.(".group > *");
    const selection = this.#selection();
    if (!block || (selection && !selection.isCollapsed)) return undefined;
    let index = [...block.parentElement!.children].indexOf(block);
    for (
      let group = block.parentElement!.previousElementSibling;
      group;
      group = group.previousElementSibling
    ) {
      index += group.childElementCount;
    }
    return document.sourceAt(index, offsetIn(block, selection));
  }

  /** The selection, which some browsers keep by shadow root. */
  #selection(): Selection | null {
    const root = this.sheet.getRootNode() as ShadowRoot & { getSelection?(): Selection | null };
    return root.getSelection ? root.getSelection() : getSelection();
  }
}

/** The characters of a block before the caret that a click has set. */
function offsetIn(block: Element, selection: Selection | null): number {
  const { focusNode: node, focusOffset = 0 } = selection ?? {};
  if (!node || !block.contains(node)) return 0;
  const range = document.createRange();
  range.selectNodeContents(block);
  range.setEnd(node, focusOffset);
  return range.toString().length + bordersIn(range);
}

/** The tabs and line breaks that the text of a table has between its cells and rows. */
function bordersIn(range: Range): number {
  return Math.max(range.cloneContents().querySelectorAll("td").length - 1, 0);
}
