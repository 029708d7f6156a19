// What stands in grey where nothing is written yet: a sample, and the ways to begin.

import { button, fill, make } from "./dom.ts";
import type { Language, Strings } from "./strings.ts";

/** The number in the margin, the look of the line, its text. */
type Line = [number: string, look: string, text: string];

const SAMPLES: Record<Language, Line[]> = {
  zh: [
    ["", "title", "二〇二六年工作总结"],
    ["", "text", "今年以来，我单位围绕中心工作，抓重点、补短板、强弱项。"],
    ["一、", "heading", "工作开展情况"],
    ["（一）", "subheading", "组织领导坚强有力。"],
    ["一是", "point", "压实责任，成立工作专班"],
    ["二是", "point", "细化措施，制定实施方案"],
    ["二、", "heading", "下一步打算"],
  ],
  en: [
    ["", "title", "二〇二六年工作总结"],
    ["", "text", "This year, our office …"],
    ["一、", "heading", "Work done"],
    ["（一）", "subheading", "Leadership was strengthened."],
    ["一是", "point", "Duties were assigned"],
    ["二是", "point", "Measures were detailed"],
    ["二、", "heading", "Next steps"],
  ],
};

/** The ways to begin. */
export interface Doors {
  newText(): void;
  pasteOld(): void;
  openFile(): void;
}

/** Draws the sample and its doors. */
export function drawSample(place: HTMLElement, language: Language, words: Strings, doors: Doors): void {
  const lines = SAMPLES[language].map(([number, look, text]) =>
    make(
      "div",
      { class: `sample-line ${look}` },
      make("span", { class: "sample-number", textContent: number }),
      make("span", { textContent: text }),
    ),
  );
  const sample = make("div", { attributes: { "aria-hidden": "true" } }, ...lines);
  const ways = make(
    "p",
    { class: "doors" },
    words.doors,
    " ",
    button(words.newText, doors.newText),
    button(words.pasteOld, doors.pasteOld),
    button(words.openFile, doors.openFile),
  );
  fill(place, sample, ways);
}
