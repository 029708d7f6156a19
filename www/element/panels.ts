// What the panel shows: findings, templates, documents, blanks or the choices of the style; and what happens where one is taken.

import type { Finding } from "../core";
import type { Editor } from "../editor/editor.ts";
import { applyFix, placeOf } from "../editor/findings.ts";
import type { Desk } from "./desk.ts";
import { make } from "./dom.ts";
import type { DraftDesk } from "./draft-desk.ts";
import { type Content, Panel, describe, findingList, templateList } from "./panel.ts";
import type { FillingDesk, Tab } from "../filling/desk.ts";
import { filling } from "../filling/words.ts";
import type { Shell } from "./shell.ts";
import { StyleDesk } from "./style-desk.ts";
import { type Template, outlineOf, templates } from "./templates.ts";

/** What can be read where the outline cannot be changed. */
const READING: readonly (Content | undefined)[] = ["findings", "drafts", "text"];

export class Panels {
  readonly #panel: Panel;
  readonly #style: StyleDesk;
  #findings: readonly Finding[] = [];

  /** `changed`: another panel is there, or none. */
  constructor(
    readonly desk: Desk,
    readonly shell: Shell,
    readonly editor: () => Editor,
    readonly drafts: DraftDesk,
    readonly filling: FillingDesk,
    readonly changed: () => void,
  ) {
    this.#style = new StyleDesk(desk, editor, shell.layout);
    this.#panel = new Panel(
      shell.panel,
      () => {
        this.#style.close();
        drafts.close();
        filling.close();
        changed();
      },
      () => editor().view.focus(),
    );
  }

  /** Is one open? */
  get isOpen(): boolean {
    return this.#panel.shown !== undefined;
  }

  close(): void {
    if (this.isOpen) this.#panel.close();
  }

  /** Closes one that has no place where nothing, or not the outline, can be changed. */
  obey(isDisabled: boolean, isFixed: boolean): void {
    if (isDisabled || (isFixed && !READING.includes(this.#panel.shown))) this.close();
  }

  /** Shows all in another language. */
  speak(): void {
    this.close();
    this.#style.mark();
  }

  /** Follows the document. */
  follow(findings: readonly Finding[]): void {
    this.#findings = findings;
    const isShown = this.#panel.shown === "findings";
    const { findings: opener } = this.shell;
    opener.hidden = findings.length === 0 && !isShown;
    opener.textContent = this.desk.words.findings(findings.length);
    opener.setAttribute("aria-expanded", String(isShown));
    if (isShown) this.#fillFindings();
    this.#style.follow();
    this.filling.follow();
  }

  /** Shows how many blanks are left. */
  count(left: number): void {
    const { blanks } = this.shell;
    blanks.textContent = this.filling.counted(left);
    blanks.hidden = blanks.textContent === "";
  }

  toggleFilling(tab?: Tab): void {
    if (this.#panel.shown === "filling") this.close();
    else if (this.desk.isOpen) this.#openFilling(tab);
  }

  /** Opens the blanks at the one at the caret, or goes to the next; false if nothing can be filled here. */
  nextBlank(isBack: boolean): boolean {
    if (!this.desk.isOpen) return false;
    if (this.filling.isWalking) this.filling.goOn(isBack);
    else if (this.filling.outline.blanks.length === 0) this.desk.say(filling[this.desk.language].none);
    else this.#openFilling("blanks");
    return true;
  }

  #openFilling(tab?: Tab): void {
    const { words, language } = this.desk;
    this.close();
    this.#toggleTool("filling", () =>
      this.#panel.fill(filling[language].open, words, null, () => this.filling.open(tab)),
    );
    this.filling.focus();
  }

  toggleFindings(): void {
    this.#panel.toggle("findings", this.shell.findings, () => this.#fillFindings());
    this.changed();
  }

  toggleTemplates(): void {
    const { words, language } = this.desk;
    this.#toggleTool("templates", () =>
      this.#panel.fill(words.templates, words, templates, () =>
        templateList(templates, language, (template) => void this.#use(template)),
      ),
    );
  }

  toggleStyle(): void {
    const { words } = this.desk;
    this.#toggleTool("style", () => this.#panel.fill(words.layout, words, null, () => this.#style.open()));
  }

  toggleDrafts(): void {
    const { words } = this.desk;
    this.#toggleTool("drafts", () =>
      this.#panel.fill(words.documents, words, null, () => this.drafts.open()),
    );
  }

  /** Shows a text to be copied: what is left where nothing can be saved. */
  showText(text: string): void {
    const { words } = this.desk;
    this.close();
    this.#toggleTool("text", () => {
      const field = make("textarea", {
        class: "shown-text",
        readOnly: true,
        value: text,
        attributes: { "aria-label": words.file.title },
      });
      this.#panel.fill(words.file.title, words, null, () => field);
      setTimeout(() => {
        field.focus();
        field.select();
      });
    });
  }

  /** A panel that a button of the row opens. */
  #toggleTool(which: Content, fill: () => void): void {
    this.shell.fold();
    const opener = (this.shell.frame.getRootNode() as ShadowRoot).activeElement;
    this.#panel.toggle(which, opener as HTMLElement, fill);
    this.changed();
  }

  #fillFindings(): void {
    const { language, words } = this.desk;
    this.#panel.fill(words.problems, words, this.#findings, () =>
      findingList(this.#findings, language, words, this.findingActions),
    );
  }

  readonly findingActions = {
    go: (finding: Finding) => {
      const { from, to } = placeOf(this.editor().view, finding) ?? finding;
      this.shell.show(0);
      if (this.shell.isNarrow) this.close();
      if (from !== undefined && to !== undefined) this.editor().go(from, to);
    },
    fix: (finding: Finding) => applyFix(this.editor().view, finding),
  };

  /** What a finding says where it is pointed at. */
  tip(finding: Finding): HTMLElement {
    return describe(finding, this.desk.language, this.desk.words, this.findingActions);
  }

  async #use(template: Template): Promise<void> {
    const text = await outlineOf(template);
    const { state } = this.editor().view;
    if (state.readOnly) return;
    this.close();
    this.desk.open(text);
    if (state.doc.length > 0) this.desk.say(this.desk.words.replaced);
  }

  destroy(): void {
    this.#style.destroy();
  }
}
