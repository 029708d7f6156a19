// Printing: the pages of the paper and nothing else, from wherever the element stands.
//
// A sheet in a shadow root cannot say how large the paper is, and an ancestor that scrolls cuts off all pages but the
// first. So while it is printed, the pages stand at the end of the body, in a shadow root of their own; everything beside
// them is hidden.

import { make } from "./dom.ts";
import type { OpenDocument } from "./document.ts";
import { sizePaper } from "./measures.ts";
import paperCss from "./paper.css";
import printCss from "./print.css";

/** What marks the pages in the document. */
const MARK = "data-outline-summary-print";

/** What the page around has to do without while it is printed, be it flex, transformed or scrolling. */
const pageCss = (width: number, height: number) => `
@page { size: ${width}mm ${height}mm; margin: 0 }
@media screen { [${MARK}] { display: none !important } }
@media print {
  html, body {
    all: unset !important;
    display: block !important;
    /* Bare text between the elements takes no room. */
    font: 0/0 serif !important;
    color: transparent !important;
  }
  body > :not([${MARK}]), html > :not(body) { display: none !important }
}
`;

/** Puts the pages of a document where they are printed; gives what takes them away again. */
function putPages(document: OpenDocument): () => void {
  const place = make("div", { attributes: { [MARK]: "" } });
  const root = place.attachShadow({ mode: "open" });
  const ours = [paperCss, printCss].map(sheetOf);
  root.adoptedStyleSheets = ours;
  const sheet = make("article", { class: "sheet paged", lang: "zh-CN" });
  sizePaper(sheet, document.paper, "1pt");
  document.print(sheet);
  root.append(sheet);
  const { width, height } = document.paper;
  const around = sheetOf(pageCss(width, height));
  const { ownerDocument } = place;
  ownerDocument.adoptedStyleSheets = [...ownerDocument.adoptedStyleSheets, around];
  ownerDocument.body.append(place);
  return () => {
    ownerDocument.adoptedStyleSheets = ownerDocument.adoptedStyleSheets.filter((sheet) => sheet !== around);
    place.remove();
  };
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Prints the document of one element. */
export class Printer {
  #takeAway: (() => void) | undefined;
  #isAsked = false;

  /** `hasFocus`: is the element the one that the writer is in, when the browser's own command prints? */
  constructor(
    readonly document: () => OpenDocument | undefined,
    readonly hasFocus: () => boolean,
  ) {
    addEventListener("beforeprint", this.#prepare);
    addEventListener("afterprint", this.#clear);
  }

  /** Asks the browser to print. */
  print(): void {
    this.#isAsked = true;
    // Some browsers say nothing before they print.
    this.#prepare();
    window.print();
  }

  readonly #prepare = (): void => {
    const document = this.document();
    if (this.#takeAway || !document || (!this.#isAsked && !this.hasFocus())) return;
    this.#takeAway = putPages(document);
  };

  readonly #clear = (): void => {
    this.#isAsked = false;
    this.#takeAway?.();
    this.#takeAway = undefined;
  };

  destroy(): void {
    this.#clear();
    removeEventListener("beforeprint", this.#prepare);
    removeEventListener("afterprint", this.#clear);
  }
}
