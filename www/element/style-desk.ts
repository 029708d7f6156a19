// Where the style is chosen: between the panel's form, the head of the outline and the fonts of the machine.

import * as glue from "glue";
import type { Editor } from "../editor/editor.ts";
import { type Choices, type WholeStyle, choicesOf, withChoices } from "./choices.ts";
import type { Desk } from "./desk.ts";
import type { PaperMeasures } from "./fonts.ts";
import { type Lack, lacksOf } from "./present.ts";
import { loadStyle, saveStyle } from "./style-file.ts";
import { type StyleActions, StyleForm } from "./style-form.ts";

export class StyleDesk {
  #form: StyleForm | undefined;
  #lacks: readonly Lack[] = [];
  /** The paper whose fonts were looked for. */
  #looked: PaperMeasures | undefined;
  #looking = 0;

  /** `button` opens the panel, and bears a mark where a font is lacking. */
  constructor(
    readonly desk: Desk,
    readonly editor: () => Editor,
    readonly button: HTMLElement,
  ) {}

  /** The form, made anew in the language of the moment. */
  open(): HTMLElement {
    this.#form = new StyleForm(this.desk.words, this.#actions);
    // Some browsers find a font only after they were asked for it.
    this.#look();
    this.#show();
    return this.#form.element;
  }

  close(): void {
    this.#form = undefined;
  }

  /** Follows the document. */
  follow(): void {
    this.#show();
    if (this.desk.document?.paper === this.#looked) return;
    clearTimeout(this.#looking);
    // Not while something is being opened or typed: to look for fonts takes some hundredths of a second.
    this.#looking = window.setTimeout(() => {
      this.#look();
      this.#show();
    });
  }

  #look(): void {
    const paper = this.desk.document?.paper;
    this.#looked = paper;
    this.#lacks = paper ? lacksOf(paper) : [];
    this.mark();
  }

  /** Marks the button if text is shown in a font that looks otherwise. */
  mark(): void {
    const { tip, lacking } = this.desk.words.style;
    const isLacking = this.#lacks.some(({ isAlike }) => !isAlike);
    this.button.classList.toggle("lacking", isLacking);
    this.button.title = isLacking ? tip + lacking : tip;
  }

  #show(): void {
    const style = this.#style;
    if (style) this.#form?.show(choicesOf(style), this.#lacks);
  }

  get #style(): WholeStyle | undefined {
    return this.desk.document?.style;
  }

  readonly #actions: StyleActions = {
    choose: (change) => this.#choose((standard) => filled(change, standard)),
    reset: () => this.#reset(),
    save: () =>
      this.desk.guarded(() => this.#style && saveStyle(glue.styleLine(this.#style), this.desk.words)),
    load: () =>
      loadStyle(
        () => this.desk.words,
        (line) => {
          this.#put(line);
          this.desk.say(this.desk.words.style.loaded);
        },
        (why) => this.desk.say(why),
      ),
    undo: () => this.editor().undo(),
    redo: () => this.editor().redo(),
  };

  /** Makes choices, given the standard ones. */
  #choose(choices: (standard: Choices) => Partial<Choices>): boolean {
    return (
      this.desk.guarded(() => {
        const style = this.#style;
        if (!style) return false;
        const standard = choicesOf(glue.standardStyle(style.name));
        const line = glue.styleLine(withChoices(style, choices(standard)));
        return (line === "" || line !== glue.styleLine(style)) && this.#put(line);
      }) ?? false
    );
  }

  #reset(): void {
    const { isReset, isStandard } = this.desk.words.style;
    this.desk.say(this.#choose((standard) => standard) ? isReset : isStandard);
  }

  /** Makes the head say a style; false where nothing can be written. */
  #put(line: string): boolean {
    const { document } = this.desk;
    if (!document || !this.desk.isOpen || !this.editor().restyle(line)) return false;
    this.#show();
    return true;
  }

  destroy(): void {
    clearTimeout(this.#looking);
  }
}

/** Choices with the standard in place of what is `undefined`. */
function filled(change: Partial<Choices>, standard: Choices): Partial<Choices> {
  const given = Object.entries(change).map(([name, value]) => [
    name,
    value ?? standard[name as keyof Choices],
  ]);
  return Object.fromEntries(given) as Partial<Choices>;
}
