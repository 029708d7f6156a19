// The tab of facts: all of them in one table, that takes a pasted one and gives itself as a file.

import type { Fact } from "../core";
import { button, fill, make } from "../element/dom.ts";
import type { FillingWords } from "./words.ts";

export interface FactActions {
  /** Sets the value of a fact; false if no fact can have that name. */
  set(name: string, value: string): boolean;
  /** Takes a table that was pasted. */
  paste(table: string): void;
  load(): void;
  save(): void;
}

export class FactForm {
  readonly element: HTMLElement;
  readonly #nothing: HTMLElement;
  readonly #rows = make("tbody");
  readonly #table: HTMLElement;
  readonly #name = make("input", { autocomplete: "off" });
  readonly #value = make("input", { autocomplete: "off" });
  #drawn = "";

  constructor(
    readonly words: FillingWords,
    readonly actions: FactActions,
  ) {
    const says = words.facts;
    this.#nothing = make("p", { textContent: says.nothing });
    const head = [says.name, says.value].map((text) =>
      make("th", { textContent: text, attributes: { scope: "col" } }),
    );
    this.#table = make("table", {}, make("thead", {}, make("tr", {}, ...head)), this.#rows);
    for (const [input, label] of [
      [this.#name, says.name],
      [this.#value, says.value],
    ] as const) {
      input.placeholder = label;
      input.setAttribute("aria-label", label);
      input.addEventListener("keydown", (event) => this.#entered(event, () => this.#add()));
    }
    const hint = make("p", { class: "hint", textContent: says.hint });
    this.element = make(
      "div",
      { class: "fact-form", on: { paste: (event) => this.#pasted(event) } },
      this.#nothing,
      this.#table,
      make(
        "div",
        { class: "adding" },
        this.#name,
        this.#value,
        button(says.add, () => this.#add()),
      ),
      make("div", { class: "actions" }, button(says.load, actions.load), button(says.save, actions.save)),
      hint,
    );
  }

  show(facts: readonly Fact[]): void {
    const drawn = JSON.stringify(facts);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#nothing.hidden = facts.length > 0;
    this.#table.hidden = facts.length === 0;
    const { activeElement } = this.element.getRootNode() as ShadowRoot;
    const known = [...this.#rows.querySelectorAll("input")].find((input) => input === activeElement);
    const [name, typed] = [known?.dataset.name, known?.value];
    fill(this.#rows, ...facts.map((fact) => this.#row(fact)));
    // What is being typed stays.
    const again = [...this.#rows.querySelectorAll("input")].find(({ dataset }) => dataset.name === name);
    if (known && again) {
      again.value = typed!;
      again.focus();
    }
  }

  #row({ name, value = "", formula, uses }: Fact): HTMLElement {
    const says = this.words.facts;
    const hint = [formula !== undefined && says.computed(formula), says.uses(uses)]
      .filter(Boolean)
      .join(" · ");
    const shown =
      formula === undefined
        ? this.#field(name, value)
        : make("output", { textContent: value || says.notComputed });
    return make(
      "tr",
      {},
      make(
        "th",
        { attributes: { scope: "row" } },
        make("span", { textContent: name }),
        make("small", { class: "hint", textContent: hint }),
      ),
      make("td", {}, shown),
    );
  }

  #field(name: string, value: string): HTMLInputElement {
    const input = make("input", { value, autocomplete: "off", attributes: { "aria-label": name } });
    input.dataset.name = name;
    const take = () => input.value !== value && this.actions.set(name, (value = input.value));
    input.addEventListener("change", take);
    input.addEventListener("keydown", (event) => this.#entered(event, () => this.#next(input, take)));
    return input;
  }

  /** Takes a value and goes to the next. */
  #next(input: HTMLInputElement, take: () => void): void {
    const at = [...this.#rows.querySelectorAll("input")].indexOf(input);
    take();
    const next = this.#rows.querySelectorAll("input")[at + 1] ?? this.#name;
    next.focus();
    next.select();
  }

  #add(): void {
    const name = this.#name.value.trim();
    if (!this.actions.set(name, this.#value.value.trim())) {
      this.#name.focus();
      return;
    }
    this.#name.value = this.#value.value = "";
    this.#name.focus();
  }

  #entered(event: KeyboardEvent, action: () => void): void {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    action();
  }

  /** A table that is pasted is for all of the form; a word is for its field. */
  #pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!/[\t\n\r]/.test(text.trim())) return;
    event.preventDefault();
    this.actions.paste(text);
  }

  focus(): void {
    (this.#rows.querySelector("input") ?? this.#name).focus();
  }
}
