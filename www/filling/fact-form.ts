// The tab of facts: all of them in one table, that takes a pasted one and gives itself as a file.

import type { Fact } from "../core";
import { button, make } from "../element/dom.ts";
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
  readonly #known = new Map<string, Row>();

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
      input.addEventListener("keydown", (event) => onEnter(event, () => this.#add()));
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
    this.#nothing.hidden = facts.length > 0;
    this.#table.hidden = facts.length === 0;
    const rows = facts.map((fact) => {
      const key = JSON.stringify([fact.name, fact.formula !== undefined]);
      const row =
        this.#known.get(key) ?? new Row(this.words, fact, (field, isEnter) => this.#entered(field, isEnter));
      this.#known.set(key, row);
      row.show(fact);
      return row.element;
    });
    // What stands in its place is not touched: it may have the focus.
    rows.forEach((row, at) => {
      if (this.#rows.children[at] !== row) this.#rows.insertBefore(row, this.#rows.children[at] ?? null);
    });
    while (this.#rows.childElementCount > rows.length) this.#rows.lastElementChild!.remove();
  }

  /** Forgets what was typed and not taken. */
  forget(): void {
    for (const field of this.#fields) field.value = field.defaultValue;
  }

  get #fields(): HTMLInputElement[] {
    return [...this.#rows.querySelectorAll("input")];
  }

  /** A value is ready; by Enter, the next field is wanted. */
  #entered(field: HTMLInputElement, isEnter = false): void {
    const fields = this.#fields;
    const next = fields[fields.indexOf(field) + 1] ?? this.#name;
    if (field.value !== field.defaultValue) {
      field.defaultValue = field.value;
      this.actions.set(field.name, field.value);
    }
    if (!isEnter) return;
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

  /** A table that is pasted is for all of the form; a word is for its field. */
  #pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!/[\t\n\r]/.test(text.trim())) return;
    event.preventDefault();
    this.actions.paste(text);
  }

  focus(): void {
    (this.#fields[0] ?? this.#name).focus();
  }
}

/** A fact: its name, what is said of it, and its value, in a field or as it is computed. */
class Row {
  readonly element: HTMLElement;
  readonly #hint = make("small", { class: "hint" });
  readonly #value: HTMLInputElement | HTMLOutputElement;

  constructor(
    readonly words: FillingWords,
    { name, formula }: Fact,
    entered: (field: HTMLInputElement, isEnter?: boolean) => void,
  ) {
    this.#value = formula === undefined ? field(name, entered) : make("output");
    const head = make(
      "th",
      { attributes: { scope: "row" } },
      make("span", { textContent: name }),
      this.#hint,
    );
    this.element = make("tr", {}, head, make("td", {}, this.#value));
  }

  show({ value = "", formula, uses }: Fact): void {
    const says = this.words.facts;
    this.#hint.textContent = [formula !== undefined && says.computed(formula), says.uses(uses)]
      .filter(Boolean)
      .join(" · ");
    if (this.#value instanceof HTMLOutputElement) this.#value.textContent = value || says.notComputed;
    else {
      // What is being typed stays.
      if (this.#value.value === this.#value.defaultValue) this.#value.value = value;
      this.#value.defaultValue = value;
    }
  }
}

function field(
  name: string,
  entered: (field: HTMLInputElement, isEnter?: boolean) => void,
): HTMLInputElement {
  const input = make("input", { name, autocomplete: "off", attributes: { "aria-label": name } });
  input.addEventListener("change", () => entered(input));
  input.addEventListener("keydown", (event) => onEnter(event, () => entered(input, true)));
  return input;
}

function onEnter(event: KeyboardEvent, action: () => void): void {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  action();
}
