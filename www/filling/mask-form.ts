// The tab of masking: what will be masked is seen before it is.

import type { Masking } from "../core";
import { button, fill, make } from "../element/dom.ts";
import type { FillingWords } from "./words.ts";

export interface MaskActions {
  /** The lists are others; what that changes is wanted now, or after a pause. */
  changed(isNow?: boolean): void;
  apply(): void;
  undo(): void;
}

/** More in one list would help nobody. */
const SHOWN = 100;

/** How many characters are shown around what is masked. */
const AROUND = 8;

/** One a line, or with a mark between them that no name holds. */
const listed = (text: string) =>
  text
    .split(/[\n\r，、；;]|,(?!\d)/)
    .map((item) => item.trim())
    .filter((item) => item !== "");

export class MaskForm {
  readonly element: HTMLElement;
  readonly #names = make("textarea", { id: "mask-names", rows: 3 });
  readonly #keep = make("textarea", { id: "mask-keep", rows: 2 });
  readonly #count = make("p", { attributes: { "aria-live": "polite" } });
  readonly #list = make("ul", { class: "mask-list" });
  readonly #apply: HTMLButtonElement;
  readonly #undo: HTMLButtonElement;
  readonly #inNames = make("p", { class: "wrong" });
  /** How many are listed at most. */
  #most = SHOWN;

  constructor(
    readonly words: FillingWords,
    readonly actions: MaskActions,
    /** Are there earlier versions, which are not masked? */
    hasVersions: boolean,
  ) {
    const says = words.masks;
    this.#apply = button("", () => actions.apply(), "fix");
    this.#undo = button(words.blanks.undo, () => actions.undo());
    this.#undo.title = words.blanks.undoTip;
    for (const [field, hint] of [
      [this.#names, says.namesHint],
      [this.#keep, says.keepHint],
    ] as const) {
      field.placeholder = hint;
      field.addEventListener("input", () => actions.changed());
    }
    this.element = make(
      "div",
      { class: "mask-form" },
      make("p", { class: "hint", textContent: says.hint }),
      make("label", { htmlFor: "mask-names", textContent: says.names }),
      this.#names,
      make("label", { htmlFor: "mask-keep", textContent: says.keep }),
      this.#keep,
      this.#count,
      this.#list,
      this.#inNames,
      make("div", { class: "actions" }, this.#apply, this.#undo),
      make("p", { class: "hint", textContent: hasVersions ? says.versions : says.undo }),
    );
  }

  get names(): string[] {
    return listed(this.#names.value);
  }

  get keep(): string[] {
    return listed(this.#keep.value);
  }

  /** What the lists hold, for the next time the form is made. */
  get typed(): readonly [string, string] {
    return [this.#names.value, this.#keep.value];
  }

  set typed([names, keep]: readonly [string, string]) {
    this.#names.value = names;
    this.#keep.value = keep;
  }

  /** Shows what will be masked in a text. */
  show(maskings: readonly Masking[], text: string, factNames: readonly string[]): void {
    const count = maskings.length;
    const says = this.words.masks;
    this.#undo.hidden = true;
    const inNames = this.names.find((name) => factNames.some((fact) => fact.includes(name)));
    this.#inNames.textContent = inNames === undefined ? "" : says.inNames(inNames);
    this.#count.textContent = says.count(count);
    this.#apply.hidden = count === 0;
    this.#apply.textContent = says.apply(count);
    const items = maskings.slice(0, this.#most).map((each, at) => this.#item(each, at, text));
    const all = button(says.more(count - this.#most), () => {
      this.#most = Infinity;
      this.actions.changed(true);
      this.focus();
    });
    if (count > this.#most) items.push(make("li", {}, all));
    fill(this.#list, ...items);
  }

  /** It is done: to take it back is what is next, if anything. */
  applied(): void {
    this.#undo.hidden = false;
    this.#undo.focus();
  }

  #item({ from, to, run, mask }: Masking, at: number, text: string): HTMLElement {
    const before = text
      .slice(Math.max(0, from - AROUND), from)
      .split("\n")
      .pop()!;
    const [after] = text.slice(to, to + AROUND).split("\n") as [string];
    const says = this.words.masks;
    const stay = button(says.stay, () => this.#stay(run, at), "quiet");
    stay.setAttribute("aria-label", says.stayOf(run));
    return make(
      "li",
      { class: "row" },
      make("span", {}, before, make("del", { textContent: run }), make("ins", { textContent: mask }), after),
      stay,
    );
  }

  #stay(run: string, at: number): void {
    const { value } = this.#keep;
    this.#keep.value = value && !value.endsWith("\n") ? `${value}\n${run}` : value + run;
    this.actions.changed(true);
    const others = this.#list.querySelectorAll<HTMLElement>(".quiet");
    (others[at] ?? others[others.length - 1] ?? this.#names).focus();
  }

  focus(): void {
    this.#names.focus();
  }
}
