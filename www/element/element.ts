// <outline-summary>: the custom element. See ../outline-summary.d.ts, which documents its face.

import type { Blank, MaskOptions, Outline, Summary } from "../core";
import type * as Face from "../outline-summary";
import * as glue from "glue";
import { type Edit, edited } from "../filling/edits.ts";
import { Outlined } from "../filling/outlined.ts";
import { startCore } from "./core.ts";
import { sheets } from "./sheets.ts";
import { languageOf } from "./strings.ts";
import type { Detail, ToolSettings, Unsaved } from "./settings.ts";
import { Tool } from "./tool.ts";

export const TAG = "outline-summary";

/** Where there is no DOM the module can still be imported. */
const Base = (typeof HTMLElement === "undefined" ? class {} : HTMLElement) as typeof HTMLElement;

/** Properties that may be set before the element is defined. */
const EARLY = [
  "value",
  "outline",
  "facts",
  "readonly",
  "disabled",
  "name",
  "lang",
  "detail",
  "draftKey",
  "askLeaving",
] as const;

const DETAILS: readonly string[] = ["full", "brief", "headings"];

export class OutlineSummary extends Base implements Face.OutlineSummary {
  static readonly formAssociated = true;
  static readonly observedAttributes = ["lang", "detail", "readonly", "disabled", "value", "draft-key"];

  readonly #root: ShadowRoot;
  readonly #internals: ElementInternals;
  #tool: Tool | undefined;
  /** The outline while no tool shows it. */
  #text = "";
  /** What was put in as a whole, line ends and all; gone with the first key. */
  #given: string | undefined;
  /** Has the host or the writer set the value? The attribute is only the first. */
  #isSet = false;
  #isDisabledByForm = false;
  #chosenLanguage: "zh" | "en" | undefined;
  /** What `change` compares with. */
  #entered = "";
  #summary: Summary | undefined;
  #form: HTMLFormElement | null = null;
  /** Is the host putting a value in? Then no `input` is told. */
  #isPutting = false;
  /** Counts what was put in: an outline that had to wait for the core gives way to what came after it. */
  #puts = 0;
  /** The value that the form was handed last, as a form has it; `undefined`: it was handed none. */
  #handed: string | undefined;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: "open", delegatesFocus: true });
    this.#internals = this.attachInternals();
    // The editor's own events stay inside: the element tells its own.
    for (const type of ["input", "change"])
      this.#root.addEventListener(type, (event) => event.stopPropagation());
    this.addEventListener("focusin", () => (this.#entered = this.value));
    this.addEventListener("focusout", (event) => this.#left(event));
    // What comes from none of its parts comes from a label: that leads to the outline, not to the first button.
    this.addEventListener("click", (event) => {
      if (event.composedPath()[0] === this) this.focus();
    });
  }

  connectedCallback(): void {
    for (const name of EARLY) this.#upgrade(name);
    this.#root.adoptedStyleSheets = sheets(this);
    // A move is out and in again: the tool stays.
    this.#tool?.settle();
    this.#tool ??= this.#makeTool();
    addEventListener("beforeunload", this.#ask);
    // A form has an entry for a field that is empty, too.
    if (this.#handed === undefined) this.#hand(this.value);
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected || !this.#tool) return;
      removeEventListener("beforeunload", this.#ask);
      this.#text = this.#tool.text;
      this.#tool.destroy();
      this.#tool = undefined;
      this.#summary = undefined;
    });
  }

  #makeTool(): Tool {
    return new Tool(
      this.#root,
      { text: this.#text, ...this.#settings },
      {
        edited: () => {
          if (!this.#isPutting) this.#given = undefined;
        },
        typed: () => this.#typed(),
        summaryChanged: () => this.#composed(),
        detailChosen: (detail) => (this.detail = detail),
        languageSwitched: () => {
          this.#chosenLanguage = this.#language === "zh" ? "en" : "zh";
          this.#tool!.settings = { language: this.#language };
        },
        blanksChanged: () => this.#tell(new CustomEvent("blanks-change", { bubbles: true, composed: true })),
        draftChanged: () => this.#tell(new CustomEvent("draft-change", { bubbles: true, composed: true })),
      },
    );
  }

  get #settings(): Omit<ToolSettings, "text"> {
    return {
      detail: this.detail,
      language: this.#language,
      isLanguageGiven: this.hasAttribute("lang"),
      isReadOnly: this.readonly,
      isDisabled: this.#isDisabled,
      draftKey: this.draftKey ?? undefined,
      isGiven: this.#isSet || this.value !== "",
    };
  }

  /** Lets a property that was set before the element was defined count. */
  #upgrade(name: (typeof EARLY)[number]): void {
    if (!Object.prototype.hasOwnProperty.call(this, name)) return;
    const value = this[name];
    delete this[name];
    (this as Record<string, unknown>)[name] = value;
  }

  attributeChangedCallback(name: string, _before: string | null, after: string | null): void {
    if (name === "value") {
      if (!this.#isSet) this.#put(after ?? "");
    } else if (this.#tool) {
      this.#tool.settings = this.#settings;
    }
  }

  /** The outline, as source. */
  get value(): string {
    return this.#given ?? this.#tool?.text ?? this.#text;
  }

  set value(value: string) {
    this.#isSet = true;
    this.#put(String(value ?? ""));
  }

  #put(value: string): void {
    this.#summary = undefined;
    if (this.#tool) {
      if (value !== this.value) {
        this.#isPutting = true;
        try {
          this.#tool.text = value;
        } finally {
          this.#isPutting = false;
        }
        this.#entered = value;
      }
    } else {
      this.#text = value;
    }
    this.#given = value;
    this.#puts++;
    this.#hand(value);
  }

  #hand(value: string): void {
    this.#handed = inForm(value);
    this.#internals.setFormValue(value);
  }

  /** The outline, as an object; `undefined` while the core is starting. */
  get outline(): Outline | undefined {
    return this.#tool?.document?.outline;
  }

  set outline(outline: Outline | undefined) {
    this.#isSet = true;
    if (!outline) {
      this.value = "";
      return;
    }
    const given = structuredCopy(outline);
    if (this.#tool?.document) {
      this.value = glue.toMarkdown(given);
      return;
    }
    const put = ++this.#puts;
    void startCore().then(() => {
      if (put === this.#puts) this.value = glue.toMarkdown(given);
    });
  }

  /** The facts that have a value or are to have one; `undefined` while the core is starting. */
  get facts(): Record<string, string> | undefined {
    const facts = this.#outlined?.facts.filter(({ formula }) => formula === undefined);
    return facts && Object.fromEntries(facts.map(({ name, value = "" }) => [name, value]));
  }

  set facts(facts: Record<string, string> | undefined) {
    if (!facts) return;
    this.#isSet = true;
    const given = structuredCopy(facts);
    if (this.#change((outline) => outline.withFacts(given))) return;
    void startCore().then(() => (this.value = glue.setFacts(this.value, given)));
  }

  /** What is not filled in yet; `undefined` while the core is starting. */
  get blanks(): Blank[] | undefined {
    return this.#outlined && new Outlined(() => this.value).blanks;
  }

  /** Fills blanks, by their index or by the name of a fact. */
  fillBlanks(values: Record<number | string, string>): boolean {
    return this.#change((outline) => outline.filled(values));
  }

  /** Masks figures, and names. */
  mask(options: MaskOptions = {}): boolean {
    return this.#change(
      (outline) => outline.masked(options),
      (tool) => tool.mask(options),
    );
  }

  get #outlined(): Outlined | undefined {
    return this.#tool?.document && this.#tool.outlined;
  }

  /** Makes edits that the writer can undo; false while the core is starting. */
  #change(
    edits: (outline: Outlined) => Edit[],
    make = (tool: Tool, outline: Outlined) => tool.change(edits(outline)),
  ): boolean {
    const outline = this.#outlined;
    if (!outline) return false;
    const given = this.#given;
    // The editor has no line ends but one: what the host has given keeps its own.
    const after = given === undefined ? undefined : edited(given, edits(new Outlined(() => given)));
    this.#isPutting = true;
    try {
      make(this.#tool!, outline);
    } finally {
      this.#isPutting = false;
    }
    this.#given = after;
    this.#isSet = true;
    this.#puts++;
    this.#entered = this.value;
    this.#hand(this.value);
    return true;
  }

  /** The summary as it stands; `undefined` while the core is starting. Made when it is read. */
  get summary(): Summary | undefined {
    const document = this.#tool?.document;
    if (!document) return undefined;
    return (this.#summary ??= {
      text: document.text,
      blocks: document.blocks,
      findings: document.findings,
      stats: document.stats,
    });
  }

  get readonly(): boolean {
    return this.hasAttribute("readonly");
  }

  set readonly(is: boolean) {
    this.toggleAttribute("readonly", Boolean(is));
  }

  get disabled(): boolean {
    return this.hasAttribute("disabled");
  }

  set disabled(is: boolean) {
    this.toggleAttribute("disabled", Boolean(is));
  }

  get #isDisabled(): boolean {
    return this.disabled || this.#isDisabledByForm;
  }

  get name(): string {
    return this.getAttribute("name") ?? "";
  }

  set name(name: string) {
    this.setAttribute("name", name);
  }

  get detail(): Detail {
    const detail = this.getAttribute("detail") ?? "";
    return (DETAILS.includes(detail) ? detail : "full") as Detail;
  }

  set detail(detail: Detail) {
    if (!DETAILS.includes(detail)) {
      throw new TypeError(`detail: expected "full", "brief" or "headings", got ${JSON.stringify(detail)}`);
    }
    this.setAttribute("detail", detail);
  }

  get draftKey(): string | null {
    return this.getAttribute("draft-key");
  }

  set draftKey(key: string | null) {
    if (key === null || key === undefined) this.removeAttribute("draft-key");
    else this.setAttribute("draft-key", key);
  }

  get askLeaving(): boolean {
    return this.hasAttribute("ask-leaving");
  }

  set askLeaving(is: boolean) {
    this.toggleAttribute("ask-leaving", Boolean(is));
  }

  /** The name of the document. */
  get draftName(): string {
    return this.#tool?.name ?? "";
  }

  /** What would be lost if the page was closed now. */
  get unsaved(): Unsaved {
    const unsaved = this.#tool?.unsaved ?? "";
    // What the host has put in is the host's.
    return unsaved === "text" && this.draftKey === null && this.#given !== undefined ? "" : unsaved;
  }

  readonly #ask = (event: BeforeUnloadEvent) => {
    if (!this.askLeaving) return;
    this.#tool?.saveNow();
    if (!this.unsaved) return;
    event.preventDefault();
    // Chromium asks for this before 119.
    event.returnValue = "";
  };

  get #language(): "zh" | "en" {
    return this.#chosenLanguage ?? languageOf(this.getAttribute("lang"));
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** Puts the caret into the outline. */
  override focus(options?: FocusOptions): void {
    if (this.#isDisabled) return;
    if (this.#tool) this.#tool.view.contentDOM.focus(options);
    else super.focus(options);
  }

  /** Copies the finished text; says whether it did. */
  copy(): boolean {
    return this.#tool?.copy() ?? false;
  }

  #typed(): void {
    if (this.#isPutting) return;
    this.#puts++;
    this.#isSet = true;
    this.#tell(new InputEvent("input", { bubbles: true, composed: true }));
  }

  #composed(): void {
    this.#summary = undefined;
    this.#tell(new CustomEvent("summary-change", { bubbles: true, composed: true }));
  }

  /** Tells an event once the editor is done with its update: the host may change the element when it hears of it. */
  #tell(event: Event): void {
    queueMicrotask(() => this.dispatchEvent(event));
  }

  #left(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && this.contains(event.relatedTarget)) return;
    const { value } = this;
    if (value === this.#entered) return;
    this.#entered = value;
    this.#hand(value);
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener("formdata", this.#give);
    this.#form = form;
    form?.addEventListener("formdata", this.#give);
  }

  /** A long text is not handed to the form at every key, but when it is sent. */
  readonly #give = ({ formData }: FormDataEvent) => {
    if (!this.name || this.#isDisabled) return;
    // Others may have the same name: only the entry that is ours is brought up to date.
    const entries = formData.getAll(this.name);
    const own = entries.findIndex((entry) => typeof entry === "string" && inForm(entry) === this.#handed);
    if (own < 0) return;
    entries[own] = this.value;
    formData.delete(this.name);
    for (const entry of entries) formData.append(this.name, entry);
  };

  formDisabledCallback(isDisabled: boolean): void {
    this.#isDisabledByForm = isDisabled;
    if (this.#tool) this.#tool.settings = { isDisabled: this.#isDisabled };
  }

  formResetCallback(): void {
    this.#isSet = false;
    this.#put(this.getAttribute("value") ?? "");
  }

  formStateRestoreCallback(state: unknown): void {
    if (typeof state === "string") this.value = state;
  }
}

/** A text as forms have it: half of a pair is no character, and line ends differ by the browser. */
const inForm = (text: string) => text.replace(/\p{Surrogate}/gu, "\uFFFD").replace(/\r\n?/g, "\n");

/** The core must not call back into the page while it reads. */
const structuredCopy = <T>(given: T): T => JSON.parse(JSON.stringify(given)) as T;

/** Defines the element, unless it is. */
export function define(): void {
  if (typeof customElements === "undefined" || customElements.get(TAG)) return;
  customElements.define(TAG, OutlineSummary);
}
