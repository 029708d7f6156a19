// The places of the tool: one row of words, outline and summary side by side, a panel over the right third, a
// status line.

import { button, make } from "./dom.ts";
import { Progress } from "./progress.ts";
import type { Strings } from "./strings.ts";

/** What the buttons do. */
export interface Actions {
  makeTitle(): void;
  makeHeading(): void;
  makePoint(): void;
  makeText(): void;
  moveUp(): void;
  moveDown(): void;
  search(): void;
  openTemplates(): void;
  openDrafts(): void;
  openFilling(): void;
  openBlanks(): void;
  /** Another half is shown where there is room for one. */
  turned(): void;
  openLayout(): void;
  openFile(): void;
  saveFile(): void;
  openFindings(): void;
  copy(): void;
  saveDocx(): void;
  print(): void;
  chooseDetail(detail: string): void;
  chooseZoom(zoom: string): void;
  /** There is, or is no longer, room for one half only. */
  narrowed(isNarrow: boolean): void;
  switchLanguage(): void;
}

type Word = { [K in keyof Strings]: Strings[K] extends string ? K : never }[keyof Strings];

const NARROW = 720;

/** Under so many pixels three columns are too many. */
const TIGHT = 1040;

/** How large pages may be shown, as shares of their size. */
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2];

export class Shell {
  readonly frame: HTMLElement;
  readonly editor = make("div", { class: "editor" });
  readonly sample = make("div", { class: "sample" });
  readonly sheet = make("article", { class: "sheet", part: "sheet", lang: "zh-CN" });
  readonly desk: HTMLElement;
  readonly empty = make("p", { class: "empty" });
  readonly panel = make("aside", { class: "panel", part: "panel", hidden: true });
  readonly counts = make("span", { class: "counts" });
  /** How many blanks are left: opens them. */
  readonly blanks: HTMLButtonElement;
  readonly findings: HTMLButtonElement;
  readonly progress = new Progress();
  readonly message = make("output", { class: "message" });
  /** What can be done about what the message says. */
  readonly offers = make("span", { class: "offers" });
  /** Over all while a file is dragged over it. */
  readonly drop = make("div", { class: "drop", hidden: true });
  /** Read out as the caret moves. */
  readonly spoken = make("div", { class: "spoken", attributes: { "aria-live": "polite" } });
  readonly detail = make("select");
  /** How large the pages are, or one flow. */
  readonly zoom = make("select", { class: "zoom" });
  readonly copy: HTMLButtonElement;
  /** The document that is open, by its name: opens the list of documents. */
  readonly document: HTMLButtonElement;
  /** Is the draft saved? */
  readonly saved = make("span", { class: "saved" });
  /** Opens the blanks. */
  readonly filling: HTMLButtonElement;
  /** Opens the choices of the style. */
  readonly layout: HTMLButtonElement;
  readonly language: HTMLButtonElement;
  readonly #name = make("strong", { class: "name", part: "name" });
  readonly #title = make("span", { class: "title" });
  readonly #bar: HTMLElement;
  readonly #more: HTMLButtonElement;
  /** What changes the outline. */
  readonly #writing: HTMLButtonElement[];
  readonly #tabs: [HTMLButtonElement, HTMLButtonElement];
  readonly #halves: [HTMLElement, HTMLElement];
  readonly #words: [Element, Word, "textContent" | "title" | "aria-label"][] = [];
  readonly #observer: ResizeObserver;
  #isDisabled = false;

  constructor(actions: Actions, notice: HTMLElement) {
    const tool = (word: Word, action: () => void, tip?: Word) => this.#word(button("", action), word, tip);
    this.copy = tool("copy", actions.copy, "copyTip");
    this.copy.classList.add("main");
    this.document = this.#word(button("", actions.openDrafts, "document fold"), undefined, "documentsTip");
    this.document.append(this.#title);
    this.document.hidden = true;
    this.language = tool("language", actions.switchLanguage);
    this.layout = tool("layout", actions.openLayout);
    this.blanks = this.#word(button("", actions.openBlanks, "blanks"), undefined, "fillingTip");
    this.blanks.hidden = true;
    this.findings = button("", actions.openFindings, "findings");
    for (const word of ["full", "brief", "headings"] as const) {
      this.detail.append(this.#word(make("option", { value: word }), word));
    }
    this.detail.addEventListener("change", () => actions.chooseDetail(this.detail.value));
    this.zoom.append(this.#word(make("option", { value: "fit" }), "fit"));
    for (const share of ZOOMS)
      this.zoom.append(make("option", { value: String(share), textContent: `${share * 100}%` }));
    this.zoom.append(this.#word(make("option", { value: "flow" }), "flow"));
    this.zoom.addEventListener("change", () => actions.chooseZoom(this.zoom.value));
    this.#words.push([this.zoom, "zoom", "aria-label"], [this.detail, "detail", "aria-label"]);
    this.#words.push([this.detail, "detail", "title"]);
    const kinds = make(
      "div",
      { class: "set" },
      tool("title", actions.makeTitle, "titleTip"),
      tool("heading", actions.makeHeading, "headingTip"),
      tool("point", actions.makePoint, "pointTip"),
      tool("text", actions.makeText, "textTip"),
    );
    // The caret stays where it is when the pointer takes one of these.
    const stay = (event: Event) => event.preventDefault();
    kinds.addEventListener("mousedown", stay);
    const moves = make(
      "div",
      { class: "set fold" },
      tool("up", actions.moveUp, "upTip"),
      tool("down", actions.moveDown, "downTip"),
    );
    moves.addEventListener("mousedown", stay);
    const templates = tool("templates", actions.openTemplates, "templatesTip");
    const open = tool("open", actions.openFile, "openTip");
    this.filling = tool("filling", actions.openFilling, "fillingTip");
    const tools = make(
      "div",
      { class: "set fold end", id: "folding" },
      tool("search", actions.search, "searchTip"),
      templates,
      open,
      tool("save", actions.saveFile, "saveTip"),
      this.filling,
      this.layout,
      tool("word", actions.saveDocx, "wordTip"),
      tool("print", actions.print, "printTip"),
      this.detail,
      this.language,
    );
    this.#more = this.#word(
      button("⋯", () => this.#unfold(this.#more.getAttribute("aria-expanded") !== "true"), "more"),
      undefined,
      "more",
    );
    this.#more.setAttribute("aria-expanded", "false");
    this.#more.setAttribute("aria-controls", "folding");
    this.#writing = [
      ...kinds.querySelectorAll("button"),
      ...moves.querySelectorAll("button"),
      templates,
      open,
      this.filling,
      this.blanks,
      this.layout,
    ];
    this.#word(this.#name, "name");
    this.#bar = make(
      "div",
      { class: "bar", part: "toolbar", attributes: { role: "toolbar" } },
      this.#name,
      this.document,
      kinds,
      moves,
      tools,
      this.copy,
      this.#more,
    );
    this.#words.push([this.#bar, "tools", "aria-label"]);

    const turn = (index: 0 | 1) => {
      this.show(index);
      actions.turned();
    };
    const tab = (word: Word, index: 0 | 1) =>
      this.#word(
        make("button", {
          type: "button",
          attributes: { role: "tab" },
          on: { click: () => turn(index) },
        }),
        word,
      );
    this.#tabs = [tab("outline", 0), tab("summary", 1)];
    const tabs = make(
      "div",
      { class: "tabs", attributes: { role: "tablist" }, on: { keydown: (event) => this.#step(event, turn) } },
      ...this.#tabs,
    );

    this.desk = make(
      "div",
      { class: "desk", tabIndex: 0, attributes: { role: "region" } },
      this.empty,
      this.sheet,
    );
    this.#words.push([this.desk, "summary", "aria-label"]);
    this.#halves = [
      make("section", { class: "outline", part: "outline" }, this.sample, this.editor),
      make("section", { class: "summary", part: "summary" }, this.desk),
    ];
    const status = make(
      "footer",
      { class: "status", part: "status" },
      this.counts,
      this.blanks,
      this.findings,
      this.saved,
      this.message,
      this.offers,
      this.progress.place,
      this.zoom,
    );
    this.frame = make(
      "div",
      { class: "frame", part: "frame" },
      this.#bar,
      tabs,
      notice,
      make("div", { class: "work" }, ...this.#halves, this.panel),
      status,
      this.spoken,
      this.drop,
    );
    this.#word(this.drop, "drop");
    // The pointer would give the focus to what is disabled.
    this.frame.addEventListener("mousedown", (event) => this.#isDisabled && event.preventDefault());
    this.show(0);
    this.#observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width } = entry.contentRect;
      this.frame.classList.toggle("tight", width < TIGHT);
      if (width < NARROW === this.isNarrow) return;
      this.frame.classList.toggle("narrow");
      actions.narrowed(this.isNarrow);
    });
    this.#observer.observe(this.frame);
  }

  /** Says that an element shows a word, whatever the language. */
  #word<T extends Element>(element: T, word?: Word, tip?: Word): T {
    if (word) this.#words.push([element, word, "textContent"]);
    if (tip) this.#words.push([element, tip, "title"]);
    return element;
  }

  /** Shows all words in a language. */
  speak(words: Strings): void {
    for (const [element, word, place] of this.#words) {
      if (place === "textContent") element.textContent = words[word];
      else element.setAttribute(place, words[word]);
    }
    this.#more.setAttribute("aria-label", words.more);
  }

  /** On a narrow screen: shows the outline (0) or the summary (1). */
  show(index: 0 | 1): void {
    this.#tabs.forEach((tab, at) => {
      tab.setAttribute("aria-selected", String(at === index));
      tab.tabIndex = at === index ? 0 : -1;
    });
    this.#halves.forEach((half, at) => half.classList.toggle("behind", at !== index));
  }

  #step(event: KeyboardEvent, turn: (index: 0 | 1) => void): void {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const next = this.#tabs[0].getAttribute("aria-selected") === "true" ? 1 : 0;
    turn(next);
    this.#tabs[next].focus();
  }

  #unfold(isOpen: boolean): void {
    this.#more.setAttribute("aria-expanded", String(isOpen));
    this.#bar.classList.toggle("unfolded", isOpen);
  }

  /** Folds what the narrow row has unfolded; false if there is nothing. */
  fold(): boolean {
    if (!this.#bar.classList.contains("unfolded")) return false;
    this.#unfold(false);
    this.#more.focus();
    return true;
  }

  /** Is there room for one half only? */
  get isNarrow(): boolean {
    return this.frame.classList.contains("narrow");
  }

  /** Shows which document is open; without one, the name of the tool stands there. */
  entitle(isOn: boolean, name: string, label: string, state: string): void {
    this.#name.hidden = isOn;
    this.document.hidden = !isOn;
    if (this.#title.textContent !== name) this.#title.textContent = name;
    this.document.setAttribute("aria-label", label);
    if (this.saved.textContent !== state) this.saved.textContent = state;
  }

  /** Disables all but the tabs, or what changes the outline. */
  disable(isDisabled: boolean, isReadOnly: boolean): void {
    for (const control of this.frame.querySelectorAll<HTMLButtonElement>("button, select")) {
      if (!this.#tabs.includes(control)) control.disabled = isDisabled;
    }
    for (const control of this.#writing) control.disabled = isDisabled || isReadOnly;
    this.desk.tabIndex = isDisabled ? -1 : 0;
    this.#isDisabled = isDisabled;
  }

  destroy(): void {
    this.#observer.disconnect();
    this.frame.remove();
  }
}
