// A text field that offers values: all of them, whatever it holds. (A browser's own list offers only those that are like
// what stands in the field, so that another one has to be known by heart.)

import { make } from "./dom.ts";

export class Combobox {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #list: HTMLElement;
  #active = -1;

  /** `values`: what is offered now, with a word beside each. `done`: a value was typed or picked. */
  constructor(
    readonly id: string,
    readonly values: () => [value: string, hint: string][],
    readonly done: (value: string) => void,
  ) {
    const list = `${id}-list`;
    this.#list = make("ul", { id: list, hidden: true, attributes: { role: "listbox" } });
    this.input = make("input", {
      id,
      type: "text",
      autocomplete: "off",
      spellcheck: false,
      maxLength: 60,
      attributes: { role: "combobox", "aria-expanded": "false", "aria-controls": list },
      on: {
        click: () => this.#open(),
        keydown: (event) => this.#key(event),
        input: () => this.#activate(-1),
        change: () => this.done(this.input.value),
        blur: () => this.#close(),
      },
    });
    this.element = make("div", { class: "combobox" }, this.input, this.#list);
  }

  /** Names the list as the field is named. */
  name(name: string): void {
    this.#list.setAttribute("aria-label", name);
  }

  get #isOpen(): boolean {
    return !this.#list.hidden;
  }

  #open(): void {
    if (this.#isOpen) return;
    this.#list.textContent = "";
    for (const [at, [value, hint]] of this.values().entries()) {
      const option = make(
        "li",
        {
          id: `${this.id}-${at}`,
          attributes: { role: "option", "aria-selected": "false" },
          on: { mousedown: (event) => event.preventDefault(), click: () => this.#pick(at) },
        },
        make("span", { textContent: value }),
        make("span", { class: "hint", textContent: hint }),
      );
      this.#list.append(option);
    }
    this.#list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.#activate(this.values().findIndex(([value]) => value === this.input.value));
    this.#list.scrollIntoView({ block: "nearest" });
  }

  #close(): void {
    this.#activate(-1);
    this.#list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  #activate(at: number): void {
    this.#active = at;
    const options = [...this.#list.children];
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    const active = options[at];
    if (active) {
      this.input.setAttribute("aria-activedescendant", active.id);
      active.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  #pick(at: number): void {
    this.input.value = this.values()[at]![0];
    this.#close();
    this.done(this.input.value);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { key } = event;
    const { length } = this.values();
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (!this.#isOpen) this.#open();
      else if (key === "ArrowDown") this.#activate((this.#active + 1) % length);
      else this.#activate(this.#active <= 0 ? length - 1 : this.#active - 1);
    } else if (key === "Enter") {
      if (this.#active >= 0) this.#pick(this.#active);
      else this.done(this.input.value);
      this.#close();
    } else if (key === "Escape" && this.#isOpen) {
      this.#close();
      // The panel is closed by the next one.
      event.stopPropagation();
    } else return;
    event.preventDefault();
  }
}
