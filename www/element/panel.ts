// The panel over the right third: findings, templates, documents, blanks, or the choices of the style. It never keeps the writer from the outline.

import type { Finding } from "../core";
import { button, fill, make } from "./dom.ts";
import type { Language, Strings } from "./strings.ts";
import type { Template } from "./templates.ts";

/** More would help nobody, and cost a key. */
const SHOWN = 50;

export type Content = "findings" | "templates" | "style" | "drafts" | "filling" | "text";

export class Panel {
  /** What it shows; `undefined`: it is closed. */
  shown: Content | undefined;
  #opener: HTMLElement | undefined;

  /** What is drawn in it. */
  #content = "";

  constructor(
    readonly element: HTMLElement,
    readonly closed: () => void,
    /** Takes the focus where what opened it is gone. */
    readonly focusElsewhere: () => void,
  ) {}

  get #hasFocus(): boolean {
    return this.element.contains((this.element.getRootNode() as ShadowRoot).activeElement);
  }

  /** Opens it with some content; the same once more closes it. */
  toggle(which: Content, opener: HTMLElement | undefined, fill: () => void): void {
    if (this.shown === which) return this.close();
    this.shown = which;
    this.#opener = opener;
    fill();
    this.element.hidden = false;
    this.#tellAround();
    this.element.querySelector<HTMLElement>("button")?.focus();
  }

  /** What shows what is done here makes room for it. */
  #tellAround(): void {
    const isBeside = this.shown === "style" || this.shown === "filling";
    this.element.parentElement?.classList.toggle("beside", isBeside);
  }

  /** Closes it; the focus goes back to where it was opened. */
  close(): void {
    const hadFocus = this.#hasFocus;
    this.shown = undefined;
    this.#content = "";
    this.element.hidden = true;
    this.element.textContent = "";
    this.#tellAround();
    if (hadFocus && this.#opener?.isConnected) this.#opener.focus();
    else if (hadFocus) this.focusElsewhere();
    this.closed();
  }

  /** Puts a title, a way out and what is drawn of some data into it, unless it shows just that. */
  fill(title: string, words: Strings, data: unknown, draw: () => Node): void {
    const content = title + JSON.stringify(data);
    if (content === this.#content) return;
    this.#content = content;
    const hadFocus = this.#hasFocus;
    const heading = make("h2", { id: "panel-title", textContent: title });
    const close = button("×", () => this.close(), "close");
    close.setAttribute("aria-label", words.close);
    close.title = `${words.close}（Esc）`;
    this.element.setAttribute("aria-labelledby", "panel-title");
    fill(this.element, make("div", { class: "panel-head" }, heading, close), draw());
    if (hadFocus) close.focus();
  }
}

/** What findings do when they are chosen. */
export interface FindingActions {
  go(finding: Finding): void;
  fix(finding: Finding): void;
}

/** The list of findings. */
export function findingList(
  findings: readonly Finding[],
  language: Language,
  words: Strings,
  actions: FindingActions,
): Node {
  if (findings.length === 0) return make("p", { class: "hint", textContent: words.noFindings });
  const items = findings
    .slice(0, SHOWN)
    .map((finding) => make("li", { class: finding.severity }, describe(finding, language, words, actions)));
  const left = findings.length - SHOWN;
  if (left > 0) items.push(make("li", { class: "hint", textContent: words.moreFindings(left) }));
  return make("ol", { class: "finding-list" }, ...items);
}

/** What one finding says, as a place to go to, with its hint and its fix. */
export function describe(
  finding: Finding,
  language: Language,
  words: Strings,
  actions: FindingActions,
): HTMLElement {
  const { severity, message, hint, fix } = finding;
  const what = make("div", { class: "finding" });
  what.append(make("span", { class: `severity ${severity}`, textContent: words.severities[severity] }), " ");
  what.append(button(message[language], () => actions.go(finding), "go"));
  if (hint) what.append(" ", make("span", { class: "hint", textContent: hint[language] }));
  if (fix)
    what.append(
      " ",
      button(fix.label[language], () => actions.fix(finding), "fix"),
    );
  return what;
}

/** The list of templates. */
export function templateList(
  templates: readonly Template[],
  language: Language,
  choose: (template: Template) => void,
): Node {
  const items = templates.map((template) => {
    const { name, use } = template;
    const chosen = button("", () => choose(template), "template");
    chosen.append(
      make("strong", { textContent: name[language] }),
      make("span", { class: "hint", textContent: use[language] }),
    );
    return make("li", {}, chosen);
  });
  return make("ul", { class: "template-list" }, ...items);
}
