// The list of findings under the outline.

import type { Edit, Finding } from "../core";
import { type Language, strings } from "./strings.ts";

/** More would help nobody, and cost a key. */
const SHOWN = 50;

interface Actions {
  /** Brings the writer to a place of the source. */
  go(from: number, to: number): void;
  /** Makes the edits of a fix. */
  apply(edits: Edit[]): void;
}

/** Shows findings in a list. */
export function showFindings(list: Element, findings: Finding[], language: Language, actions: Actions): void {
  list.replaceChildren(...findings.slice(0, SHOWN).map((finding) => item(finding, language, actions)));
  const left = findings.length - SHOWN;
  if (left > 0) list.append(labelled("li", "hint", strings[language].moreFindings(left)));
}

function item({ severity, message, hint, fix, from, to }: Finding, language: Language, actions: Actions) {
  const item = labelled("li", severity, "");
  const what = button(
    message[language],
    () => from !== undefined && to !== undefined && actions.go(from, to),
  );
  item.append(labelled("span", "severity", strings[language].severities[severity]), " ", what);
  if (hint) item.append(" ", labelled("span", "hint", hint[language]));
  if (fix) {
    const apply = button(fix.label[language], () => actions.apply(fix.edits));
    apply.className = "fix";
    item.append(" ", apply);
  }
  return item;
}

function labelled(tag: "li" | "span", className: string, text: string) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function button(text: string, action: () => void) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.addEventListener("click", action);
  return button;
}
