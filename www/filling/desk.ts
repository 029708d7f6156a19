// Where blanks are filled, facts gathered and figures masked: between the panel's three tabs, the editor and the core.

import * as glue from "glue";
import type { Blank, MaskOptions } from "../core";
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
import { Walk } from "./walk.ts";
import { type FillingWords, filling } from "./words.ts";

const TABS = ["blanks", "facts", "masks"] as const;

export type Tab = (typeof TABS)[number];

/** How long the preview of masking waits for the next key, in milliseconds. */
const PAUSE = 150;

/** What is around the panel. */
export interface Around {
  /** Are there earlier versions, which are not masked? */
  hasVersions(): boolean;
  /** Much of the text is about to be another: it becomes a version. */
  replacing(): void;
  /** The text is no longer that of the file. */
  parted(): void;
}

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
  /** The blank that is shown. */
  #now: Blank | undefined;

  constructor(
    readonly desk: Desk,
    readonly editor: () => Editor,
    readonly around: Around,
  ) {}

  get #words(): FillingWords {
    return filling[this.desk.language];
  }

  get #text(): string {
    return this.editor().text;
  }

  /** What stands in the status line where so many are left. */
  counted(left: number): string {
    const { filled } = this.editor();
    return left + filled === 0 ? "" : this.#words.left(left, left + filled);
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
      {
        class: "fill-tabs",
        attributes: { role: "tablist", "aria-label": this.#words.open },
        on: { keydown: (event) => this.#step(event) },
      },
      ...this.#tabs,
    );
    this.#element = make("div", { class: "filling", on: { keydown: (event) => this.#goBack(event) } }, list);
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

  /** What was not typed in a field of the panel is the outline's to undo. */
  #goBack(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, shiftKey, altKey, isComposing, target } = event;
    if (!(ctrlKey || metaKey) || altKey || isComposing) return;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (isField && target.value !== target.defaultValue) return;
    const letter = key.toLowerCase();
    if (letter === "z" && !shiftKey) this.#undo();
    else if (letter === "y" || letter === "z") this.#undo(true);
    else return;
    event.preventDefault();
  }

  readonly #undo = (isRedo = false) => {
    if (!this.desk.isOpen) return;
    if (isRedo) this.editor().redo();
    else this.editor().undo();
    this.follow();
    if (this.#form instanceof BlankForm) this.#reveal(this.#current);
    if (this.#element && !this.#hasFocus) this.#form?.focus();
  };

  get #hasFocus(): boolean {
    return this.#element!.contains((this.#element!.getRootNode() as ShadowRoot).activeElement);
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
    const show = () => this.desk.guarded(() => this.#showMasked());
    const changed = (isNow = false) => {
      clearTimeout(this.#waiting);
      if (isNow) show();
      else this.#waiting = window.setTimeout(show, PAUSE);
    };
    const actions = { changed, apply: () => this.#mask(), undo: () => this.#undo() };
    const form = new MaskForm(words, actions, this.around.hasVersions());
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
    if (!isSame) this.#walk.follow(this.outline.blanks, this.outline.facts);
    this.#now = this.#current;
    (this.#form as BlankForm).show(this.#walk, this.#now, this.editor().filled);
  }

  /** The caret has moved: what is shown goes with it. */
  moved(): void {
    if (this.#form instanceof BlankForm && this.#text === this.#shown) this.follow();
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

  /** Goes to the next blank, or back. */
  goOn(isBack = false): void {
    if (!(this.#form instanceof BlankForm)) return;
    this.follow();
    if (this.#now) this.#reveal(isBack ? this.#walk.before(this.#now) : this.#walk.after(this.#now));
    this.#form.focus();
  }

  get isWalking(): boolean {
    return this.#form instanceof BlankForm;
  }

  readonly #blankActions = {
    fill: (value: string, isAll: boolean) => this.#fill(value, isAll),
    skip: () => this.goOn(),
    back: () => this.goOn(true),
    undo: () => this.#undo(),
    go: (blank: Blank) => this.#reveal(blank),
    name: (name: string) => this.#name(name),
  };

  /** The blank that is shown, unless the text has changed under it: then it is shown anew. */
  #fresh(): Blank | undefined {
    if (this.#text === this.#shown) return this.#now;
    this.follow();
    return undefined;
  }

  #fill(value: string, isAll: boolean): boolean {
    const blank = this.#fresh();
    if (!blank) return false;
    if (value.trim() === "") this.goOn();
    else this.desk.guarded(() => this.#put(value, blank, isAll));
    return true;
  }

  #put(value: string, blank: Blank, isAll: boolean): void {
    const { name } = blank;
    const isFact = name !== undefined && this.#walk.formulaOf(blank) === undefined;
    const alike = isFact || isAll ? this.#walk.alike(blank) : [blank];
    const edits = isFact
      ? this.outline.withFacts({ [name]: value })
      : this.outline.filled(Object.fromEntries(alike.map(({ index }) => [index, value])));
    this.#change(edits, { place: blank.to, filled: alike.length });
  }

  #name(name: string): boolean {
    const blank = this.#fresh();
    if (!blank) return false;
    // What has come in its place is next.
    return this.#named(() =>
      this.#change(this.outline.named(blank.index, name), { place: blank.from, side: -1 }),
    );
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

  /** Makes edits, and shows the blank that is next. */
  #change(edits: readonly Edit[], manner: Parameters<Editor["change"]>[1]): void {
    if (!this.desk.isOpen) return;
    this.editor().change(edits, manner);
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
    if (!this.desk.isOpen) return;
    const says = this.#words.facts;
    this.desk.guarded(() => {
      const facts = glue.readFacts(table) as Record<string, string>;
      const count = Object.keys(facts).length;
      if (count === 0) return this.desk.say(says.noTable);
      if (this.#form instanceof FactForm) this.#form.forget();
      this.around.replacing();
      this.#setFacts(facts);
      this.#offerUndo(says.loaded(count));
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
    if (!this.desk.isOpen) return;
    this.editor().change(this.outline.withFacts(facts));
    this.follow();
  }

  #offerUndo(message: string): void {
    this.desk.say(message, [[this.#words.blanks.undo, () => this.#undo()]]);
  }

  #showMasked(): void {
    if (!(this.#form instanceof MaskForm)) return;
    const names = this.outline.facts.map(({ name }) => name);
    this.#form.show(this.outline.maskings(this.#form), this.#text, names);
  }

  #mask(): void {
    const form = this.#form;
    if (!this.desk.isOpen || !(form instanceof MaskForm)) return;
    this.desk.guarded(() => {
      const edits = this.mask(form);
      this.follow();
      form.applied();
      this.#offerUndo(this.#words.masks.applied(edits.length));
    });
  }

  /** Masks the outline. What it was before is a version, and no longer what the file is to hold. */
  mask(options: MaskOptions): readonly Edit[] {
    const edits = this.outline.masked(options);
    if (edits.length === 0) return edits;
    this.around.replacing();
    this.editor().change(edits);
    this.around.parted();
    return edits;
  }

  destroy(): void {
    clearTimeout(this.#waiting);
  }
}
