// Where blanks are filled, facts gathered and figures masked: between the panel's three tabs, the editor and the core.

import * as glue from "glue";
import type { Blank } from "../core";
import { decoded } from "../core/coding.ts";
import type { Editor } from "../editor/editor.ts";
import type { Desk } from "../element/desk.ts";
import { make } from "../element/dom.ts";
import { chooseFile, saveFile } from "../element/files.ts";
import { BlankForm } from "./blank-form.ts";
import type { Edit } from "./edits.ts";
import { FactForm } from "./fact-form.ts";
import { MaskForm } from "./mask-form.ts";
import { Outlined } from "./outlined.ts";
import { tableOf } from "./table.ts";
import { Walk, formulaOf } from "./walk.ts";
import { type FillingWords, filling } from "./words.ts";

const TABS = ["blanks", "facts", "masks"] as const;

export type Tab = (typeof TABS)[number];

/** How long the preview of masking waits for the next key, in milliseconds. */
const PAUSE = 150;

/** More bytes are no table of facts. */
const LARGEST_TABLE = 1_000_000;

export class FillingDesk {
  readonly outline = new Outlined(() => this.#text);
  readonly #walk = new Walk();
  #tab: Tab = "blanks";
  #element: HTMLElement | undefined;
  #tabs: HTMLButtonElement[] = [];
  #form: BlankForm | FactForm | MaskForm | undefined;
  /** The text that the form shows. */
  #shown: string | undefined;
  /** What was typed of names and of what stays: for as long as the page is open, and nowhere else. */
  #lists: readonly [string, string] = ["", ""];
  #waiting = 0;

  constructor(
    readonly desk: Desk,
    readonly editor: () => Editor,
    /** Are there earlier versions, which are not masked? */
    readonly hasVersions: () => boolean,
  ) {}

  get #words(): FillingWords {
    return filling[this.desk.language];
  }

  get #text(): string {
    return this.editor().text;
  }

  /** What stands in the status line where so many are left. */
  counted(left: number): string {
    this.#walk.counted(left);
    return this.#walk.total === 0 ? "" : this.#words.left(left, this.#walk.total);
  }

  /** Another text begins. */
  begin(): void {
    this.#walk.begin();
    this.#shown = undefined;
  }

  /** The panel, made anew in the language of the moment. */
  open(tab = this.#tab): HTMLElement {
    this.#tabs = TABS.map((each) =>
      make("button", {
        type: "button",
        textContent: this.#words.tabs[each],
        attributes: { role: "tab" },
        on: { click: () => this.#choose(each) },
      }),
    );
    const list = make(
      "div",
      { class: "fill-tabs", attributes: { role: "tablist" }, on: { keydown: (event) => this.#step(event) } },
      ...this.#tabs,
    );
    this.#element = make("div", { class: "filling" }, list);
    this.#show(tab);
    return this.#element;
  }

  close(): void {
    clearTimeout(this.#waiting);
    this.#remember();
    if (this.#form) this.editor().unmark();
    this.#element = this.#form = this.#shown = undefined;
  }

  /** Where the focus belongs when the panel has opened. */
  focus(): void {
    if (this.#form instanceof BlankForm) this.#reveal(this.#current);
    this.#form?.focus();
  }

  #choose(tab: Tab): void {
    this.#show(tab);
    this.focus();
  }

  #step(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: TABS.length - 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (TABS.indexOf(this.#tab) + by) % TABS.length;
    this.#show(TABS[next]!);
    this.#tabs[next]!.focus();
  }

  #remember(): void {
    if (this.#form instanceof MaskForm) this.#lists = this.#form.typed;
  }

  #show(tab: Tab): void {
    this.#remember();
    if (this.#form) this.editor().unmark();
    this.#tab = tab;
    this.#tabs.forEach((each, at) => {
      const isChosen = TABS[at] === tab;
      each.setAttribute("aria-selected", String(isChosen));
      each.tabIndex = isChosen ? 0 : -1;
    });
    this.#form = this.#make(tab);
    this.#form.element.setAttribute("role", "tabpanel");
    this.#form.element.setAttribute("aria-label", this.#words.tabs[tab]);
    this.#element!.lastElementChild!.after(this.#form.element);
    while (this.#element!.childElementCount > 2) this.#element!.children[1]!.remove();
    this.#shown = undefined;
    this.follow();
  }

  #make(tab: Tab): BlankForm | FactForm | MaskForm {
    const words = this.#words;
    if (tab === "facts") return new FactForm(words, this.#factActions);
    if (tab === "blanks") return new BlankForm(words, this.#blankActions);
    const changed = () => {
      clearTimeout(this.#waiting);
      this.#waiting = window.setTimeout(() => this.desk.guarded(() => this.#showMasked()), PAUSE);
    };
    const form = new MaskForm(words, { changed, apply: () => this.#mask() }, this.hasVersions());
    form.typed = this.#lists;
    return form;
  }

  /** Follows the document. */
  follow(): void {
    if (!this.#form || !this.desk.document) return;
    this.desk.guarded(() => {
      const text = this.#text;
      const isSame = text === this.#shown;
      this.#shown = text;
      if (this.#form instanceof BlankForm) this.#showBlanks(isSame);
      else if (isSame) return;
      else if (this.#form instanceof FactForm) this.#form.show(this.outline.facts);
      else this.#showMasked();
    });
  }

  #showBlanks(isSame: boolean): void {
    if (!isSame) this.#walk.follow(this.outline.blanks);
    (this.#form as BlankForm).show(this.#walk, this.#current);
  }

  /** The blank at the caret, or the next. */
  get #current(): Blank | undefined {
    return this.#walk.at(this.editor().view.state.selection.main.from);
  }

  /** Shows where a blank stands, in outline and summary. */
  #reveal(blank: Blank | undefined): void {
    if (blank) this.editor().reveal(blank.from, blank.to);
    this.follow();
  }

  /** The next blank: the one at the caret if the panel was closed. */
  goOn(isBack = false): void {
    const current = this.#current;
    if (!(this.#form instanceof BlankForm) || !current) return;
    this.#reveal(isBack ? this.#walk.before(current) : this.#walk.after(current));
    this.#form.focus();
  }

  get isWalking(): boolean {
    return this.#form instanceof BlankForm;
  }

  readonly #blankActions = {
    fill: (value: string, isAll: boolean) => this.#fill(value, isAll),
    skip: () => this.goOn(),
    back: () => this.goOn(true),
    undo: () => {
      this.editor().undo();
      this.follow();
      this.#reveal(this.#current);
    },
    go: (blank: Blank) => this.#reveal(blank),
    name: (name: string) => this.#name(name),
  };

  #fill(value: string, isAll: boolean): void {
    const blank = this.#current;
    if (!blank || value.trim() === "") return this.goOn();
    this.desk.guarded(() => {
      const { name } = blank;
      if (name !== undefined && formulaOf(blank) === undefined)
        return this.#change(this.outline.withFacts({ [name]: value }), blank);
      const alike = isAll ? this.#walk.alike(blank) : [blank];
      this.#change(this.outline.filled(Object.fromEntries(alike.map(({ index }) => [index, value]))), blank);
    });
  }

  #name(name: string): boolean {
    const blank = this.#current;
    if (!blank) return false;
    return this.#named(() => this.#change(this.outline.named(blank.index, name), blank, true));
  }

  /** Does something with a name that the writer gave; false, and told, if no fact can have it. */
  #named(action: () => void): boolean {
    const done = this.desk.guarded(() => {
      try {
        action();
        return true;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        this.desk.say(this.#words.blanks.badName);
        return false;
      }
    });
    return done ?? false;
  }

  /** Makes edits, and goes on behind a blank, or to what has come in its place. */
  #change(edits: readonly Edit[], { from, to }: Blank, stays = false): void {
    if (!this.desk.isOpen) return;
    this.editor().change(edits, stays ? from : to, stays ? -1 : 1);
    this.follow();
    this.#reveal(this.#current);
  }

  readonly #factActions = {
    set: (name: string, value: string) => this.#named(() => this.#setFacts({ [name]: value })),
    paste: (table: string) => this.#take(table),
    load: () => chooseFile(".csv,.tsv,.txt", (file) => void this.#load(file)),
    save: () => this.#save(),
  };

  async #load(file: File): Promise<void> {
    try {
      const bytes = file.size > LARGEST_TABLE ? undefined : new Uint8Array(await file.arrayBuffer());
      this.#take((bytes && decoded(bytes)?.text) ?? "");
    } catch {
      this.desk.say(this.desk.words.cannotOpen);
    }
  }

  #take(table: string): void {
    const says = this.#words.facts;
    this.desk.guarded(() => {
      const facts = glue.readFacts(table) as Record<string, string>;
      const count = Object.keys(facts).length;
      if (count > 0) this.#setFacts(facts);
      this.desk.say(count > 0 ? says.loaded(count) : says.noTable);
    });
  }

  #save(): void {
    const says = this.#words.facts;
    this.desk.guarded(() => {
      const facts = this.outline.facts.filter(({ formula }) => formula === undefined);
      if (facts.length > 0) saveFile(says.file, tableOf(facts), "text/csv");
      this.desk.say(facts.length > 0 ? says.saved : says.nothingToSave);
    });
  }

  /** Sets facts at the head, as one step that can be undone. */
  #setFacts(facts: Record<string, string>): void {
    this.editor().change(this.outline.withFacts(facts));
    this.follow();
  }

  #showMasked(): void {
    if (this.#form instanceof MaskForm) this.#form.show(this.outline.maskings(this.#form), this.#text);
  }

  #mask(): void {
    const form = this.#form;
    if (!this.desk.isOpen || !(form instanceof MaskForm)) return;
    this.desk.guarded(() => {
      const edits = this.outline.masked(form);
      this.editor().change(edits);
      this.follow();
      form.focus();
      this.desk.say(this.#words.masks.applied(edits.length));
    });
  }

  destroy(): void {
    clearTimeout(this.#waiting);
  }
}
