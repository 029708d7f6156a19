// The tab of blanks: the one that is to be filled now, with the words around it, and the list of all.

import type { Blank } from "../core";
import { button, fill, make } from "../element/dom.ts";
import type { Walk } from "./walk.ts";
import type { FillingWords } from "./words.ts";

export interface BlankActions {
  /** Fills this one, or all like it; nothing in the field: goes on. False if the text has changed meanwhile. */
  fill(value: string, isAll: boolean): boolean;
  skip(): void;
  back(): void;
  undo(): void;
  go(blank: Blank): void;
  /** Makes a fact of it; false if no fact can have that name. */
  name(name: string): boolean;
}

/** More in one list would cost a key. */
const SHOWN = 100;

export class BlankForm {
  readonly element = make("div", { class: "fill-form" });
  readonly #bar = make("progress");
  readonly #count = make("p", { class: "hint", attributes: { "aria-live": "polite" } });
  readonly #section = make("p", { class: "hint section" });
  readonly #around = make("p", { class: "around", id: "fill-around" });
  readonly #value = make("input", {
    id: "fill-value",
    autocomplete: "off",
    attributes: { "aria-describedby": "fill-around" },
  });
  readonly #unit = make("span", { class: "unit" });
  readonly #all: HTMLButtonElement;
  readonly #fact = make("p", { class: "hint" });
  readonly #name = make("input", { id: "fill-name", autocomplete: "off" });
  readonly #naming: HTMLElement;
  readonly #now: HTMLElement;
  readonly #done = make("div", { class: "done" });
  readonly #list = make("ol", { class: "blank-list" });
  readonly #lists: HTMLElement;
  /** Read out as another blank is shown. */
  readonly #spoken = make("div", { class: "spoken", attributes: { "aria-live": "polite" } });
  #drawn = "";
  #shown: Blank | undefined;

  constructor(
    readonly words: FillingWords,
    readonly actions: BlankActions,
  ) {
    const says = words.blanks;
    const tipped = (text: string, tip: string, action: () => void) => {
      const made = button(text, action);
      made.title = tip;
      return made;
    };
    this.#all = tipped("", says.allTip, () => this.#fill(true));
    this.#value.addEventListener("keydown", (event) => this.#key(event));
    this.#name.placeholder = says.nameHint;
    this.#name.title = says.nameTip;
    this.#name.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      this.#rename();
    });
    this.#naming = make(
      "div",
      { class: "naming" },
      make("label", { htmlFor: "fill-name", textContent: says.name }),
      this.#name,
      tipped(says.rename, says.nameTip, () => this.#rename()),
    );
    const actionRow = make(
      "div",
      { class: "actions" },
      tipped(says.fill, says.fillTip, () => this.#fill(false)),
      this.#all,
      tipped(says.skip, says.skipTip, () => this.#move(actions.skip)),
      tipped(says.back, says.backTip, () => this.#move(actions.back)),
      tipped(says.undo, says.undoTip, () => this.#move(actions.undo)),
    );
    this.#now = make(
      "section",
      { class: "now" },
      this.#section,
      this.#around,
      make("div", { class: "value" }, this.#value, this.#unit),
      this.#fact,
      actionRow,
      make("p", { class: "hint", textContent: says.keys }),
      this.#naming,
    );
    this.#lists = make("section", {}, make("h3", { textContent: says.list }), this.#list);
    this.element.append(
      make("div", { class: "left" }, this.#bar, this.#count),
      this.#now,
      this.#done,
      this.#lists,
      this.#spoken,
    );
  }

  /** Shows which blank is next, and how many were filled in. */
  show(walk: Walk, blank: Blank | undefined, filled: number): void {
    const { blanks } = walk;
    const total = blanks.length + filled;
    const says = this.words.blanks;
    this.#bar.max = Math.max(total, 1);
    this.#bar.value = filled;
    this.#bar.setAttribute("aria-label", says.bar(filled, total));
    this.#count.textContent = total > 0 ? says.bar(filled, total) : "";
    this.#bar.hidden = total === 0;
    const hadFocus = this.element.contains((this.element.getRootNode() as ShadowRoot).activeElement);
    this.#now.hidden = this.#lists.hidden = blank === undefined;
    this.#done.hidden = blank !== undefined;
    const isOther = blank?.index !== this.#shown?.index || wordsOf(blank) !== wordsOf(this.#shown);
    this.#shown = blank;
    // What was typed for one blank is not for another.
    if (isOther) this.#value.value = "";
    if (blank) this.#showBlank(blank, walk, isOther);
    else {
      const [what, hint] = total > 0 ? [says.done, says.doneHint] : [says.nothing, says.nothingHint];
      const undo = button(says.undo, this.actions.undo);
      undo.title = says.undoTip;
      undo.hidden = total === 0;
      fill(
        this.#done,
        make("p", { textContent: what }),
        make("p", { class: "hint", textContent: hint }),
        make("div", { class: "actions" }, undo),
      );
      if (hadFocus) undo.focus();
    }
    this.#showList(blanks, blank);
  }

  #showBlank(blank: Blank, walk: Walk, isOther: boolean): void {
    const says = this.words.blanks;
    const { unit = "", name, kind } = blank;
    const alike = walk.alike(blank).length;
    this.#section.textContent = blank.section ?? says.outside;
    if (isOther)
      this.#spoken.textContent = `${this.#section.textContent} ${blank.before}${says.gap}${blank.after}`;
    fill(this.#around, ...around(blank));
    this.#unit.textContent = unit;
    this.#value.setAttribute("aria-label", unit ? says.valueOf(unit) : says.value);
    const formula = walk.formulaOf(blank);
    this.#all.hidden = name !== undefined || alike < 2;
    this.#all.textContent = says.all(alike, kind ?? "");
    this.#fact.hidden = name === undefined;
    this.#fact.textContent =
      formula !== undefined ? says.computed(formula) : name === undefined ? "" : says.fact(name, alike);
    this.#naming.hidden = name !== undefined;
  }

  #showList(blanks: readonly Blank[], current: Blank | undefined): void {
    const index = current?.index ?? 0;
    const first = Math.floor(index / SHOWN) * SHOWN;
    const shown = blanks.slice(first, first + SHOWN);
    const drawn = JSON.stringify([first, index, blanks.length, shown]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const says = this.words.blanks;
    const left = blanks.length - first - shown.length;
    const items = shown.map((blank) => this.#item(blank, blank === current));
    const more = (text: string) => make("li", { class: "hint", textContent: text });
    if (first > 0) items.unshift(more(says.earlier(first)));
    if (left > 0) items.push(more(says.later(left)));
    fill(this.#list, ...items);
    const chosen = this.#list.querySelector<HTMLElement>("[aria-current]");
    if (chosen) this.#list.scrollTop = chosen.offsetTop - this.#list.clientHeight / 3;
  }

  #item(blank: Blank, isCurrent: boolean): HTMLElement {
    const chosen = button("", () => this.#move(() => this.actions.go(blank)), "chosen");
    chosen.append(...around(blank));
    if (isCurrent) chosen.setAttribute("aria-current", "true");
    return make("li", {}, chosen);
  }

  #move(action: () => void): void {
    action();
    this.focus();
  }

  #fill(isAll: boolean): void {
    if (this.actions.fill(this.#value.value, isAll)) this.#value.value = "";
    this.focus();
  }

  #rename(): void {
    if (!this.actions.name(this.#name.value.trim())) {
      this.#name.focus();
      return;
    }
    this.#name.value = "";
    this.focus();
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    const isCommand = ctrlKey || metaKey;
    if (key === "Enter" && !shiftKey && !altKey) this.#fill(isCommand && !this.#all.hidden);
    else if (key === "ArrowDown" && !isCommand && !shiftKey && !altKey) this.#move(this.actions.skip);
    else if (key === "ArrowUp" && !isCommand && !shiftKey && !altKey) this.#move(this.actions.back);
    else return;
    event.preventDefault();
  }

  focus(): void {
    if (this.#shown) this.#value.focus();
    else this.#done.querySelector<HTMLElement>("button:not([hidden])")?.focus();
  }
}

const wordsOf = (blank: Blank | undefined) =>
  JSON.stringify(blank && [blank.before, blank.run, blank.after, blank.section]);

/** A blank among the words around it. */
function around({ before, run, after }: Blank): Node[] {
  return [
    document.createTextNode(before),
    make("mark", { textContent: run }),
    document.createTextNode(after),
  ];
}
