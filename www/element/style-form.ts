// The panel of the style: what can be chosen, as fields that show what holds now.

import { type Choices, PARTS, type Part } from "./choices.ts";
import { Combobox } from "./combobox.ts";
import { button, fill, make } from "./dom.ts";
import { OFFERED, nameOf } from "./families.ts";
import { type Lack, lackedOf } from "./present.ts";
import type { Strings } from "./strings.ts";

/** What the form does. */
export interface StyleActions {
  /** One choice; one that is `undefined` goes back to the standard form. */
  choose(change: Partial<Choices>): void;
  reset(): void;
  save(): void;
  load(): void;
  undo(): void;
  redo(): void;
}

/** The line pitches that can be read and printed, in points. */
const [LEAST, MOST] = [18, 60];

const CHECKS = ["isLevel3Bold", "isSealed", "isNumbered", "isIndented"] as const;

/** A field whose text may be on its way to a value. */
interface Field {
  input: HTMLInputElement;
  /** What it showed of the style last. */
  known: string;
}

export class StyleForm {
  readonly element: HTMLElement;
  readonly #fonts = new Map<Part, Field>();
  readonly #checks = new Map<(typeof CHECKS)[number], HTMLInputElement>();
  readonly #pitch: Field;
  readonly #wrong = make("p", { class: "wrong", id: "pitch-wrong", attributes: { role: "alert" } });
  readonly #lacks = make("div", { class: "lacks" });

  constructor(
    readonly words: Strings,
    readonly actions: StyleActions,
  ) {
    const { parts, pitch, pitchHint, checks } = words.style;
    const fonts = PARTS.map((part) => this.#fontField(part, parts[part]));
    const input = make("input", {
      id: "pitch",
      type: "text",
      inputMode: "decimal",
      autocomplete: "off",
      attributes: { "aria-describedby": "pitch-wrong pitch-hint" },
      on: {
        change: () => this.#readPitch(),
        keydown: (event) => event.key === "Enter" && this.#readPitch(),
      },
    });
    this.#pitch = { input, known: "" };
    const boxes = CHECKS.map((choice) => {
      const box = make("input", {
        type: "checkbox",
        on: { change: () => actions.choose({ [choice]: box.checked }) },
      });
      this.#checks.set(choice, box);
      return make("label", { class: "check" }, box, make("span", { textContent: checks[choice] }));
    });
    this.element = make(
      "div",
      { class: "style-form", on: { keydown: (event) => this.#key(event) } },
      make(
        "div",
        { class: "fields" },
        ...fonts.flat(),
        make("label", { htmlFor: "pitch", textContent: pitch }),
        input,
        make(
          "div",
          { class: "beside" },
          this.#wrong,
          make("p", { class: "hint", id: "pitch-hint", textContent: pitchHint }),
        ),
      ),
      this.#lacks,
      make("div", { class: "checks" }, ...boxes),
      make(
        "div",
        { class: "actions" },
        button(words.style.reset, actions.reset),
        button(words.style.save, actions.save),
        button(words.style.load, actions.load),
      ),
    );
  }

  /** A label and its field, offering what offices have; what this machine lacks is told. */
  #fontField(part: Part, label: string): Node[] {
    const offered = (): [string, string][] => {
      const lacked = lackedOf(OFFERED);
      return OFFERED.map((name) => [name, lacked.includes(name) ? this.words.style.notHere : ""]);
    };
    const field = new Combobox(`font-${part}`, offered, (typed) => this.#readFont(part, typed));
    field.name(label);
    this.#fonts.set(part, { input: field.input, known: "" });
    return [make("label", { htmlFor: `font-${part}`, textContent: label }), field.element];
  }

  #readFont(part: Part, typed: string): void {
    const field = this.#fonts.get(part)!;
    const name = nameOf(typed.trim());
    if (name !== field.known) this.actions.choose({ [part]: name || undefined });
    field.input.value = field.known;
  }

  /** A number in digits of any width, with or without its unit; nothing typed is lost by one that is none. */
  #readPitch(): void {
    const { input, known } = this.#pitch;
    const typed = input.value
      .normalize("NFKC")
      .replace(/(磅|points?|pt)\s*$/i, "")
      .trim();
    const points = Math.round(Number(typed) * 100) / 100;
    const isWrong = typed !== "" && !(points >= LEAST && points <= MOST);
    this.#tellWrong(isWrong ? this.words.style.pitchWrong(LEAST, MOST) : "");
    if (isWrong) return;
    if (typed === "" ? known !== "" : String(points) !== known)
      this.actions.choose({ pitch: typed === "" ? undefined : points });
    input.value = this.#pitch.known;
  }

  #tellWrong(message: string): void {
    this.#wrong.textContent = message;
    this.#pitch.input.setAttribute("aria-invalid", String(message !== ""));
  }

  /** Shows what holds now. What is being typed in a field stays, unless the style has changed there. */
  show(choices: Choices, lacks: readonly Lack[]): void {
    for (const [part, field] of this.#fonts) renew(field, choices[part]);
    if (renew(this.#pitch, choices.pitch === undefined ? "" : String(choices.pitch))) this.#tellWrong("");
    for (const [choice, box] of this.#checks) box.checked = choices[choice];
    const { lack, named } = this.words.style;
    const told = lacks.length === 0 ? [] : [...lacks.map(lack), named];
    fill(this.#lacks, ...told.map((textContent) => make("p", { class: "hint", textContent })));
  }

  /** The keys of the outline that take a choice back, where a field has nothing of its own to take back. */
  #key(event: KeyboardEvent): void {
    const { target, key } = event;
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const own = [...this.#fonts.values(), this.#pitch].find(({ input }) => input === target);
    if (own && own.input.value !== own.known) return;
    const isBack = key.toLowerCase() === "z" && !event.shiftKey;
    const isForth = key.toLowerCase() === "y" || (key.toLowerCase() === "z" && event.shiftKey);
    if (!isBack && !isForth) return;
    event.preventDefault();
    if (isBack) this.actions.undo();
    else this.actions.redo();
  }
}

/** Shows another value in a field; false if it showed just that. */
function renew(field: Field, value: string): boolean {
  if (value === field.known) return false;
  field.known = value;
  field.input.value = value;
  return true;
}
