// The measures of the paper as custom properties, which the style sheet reads. Lengths are numbers of points.

import { stackOf } from "./families.ts";
import type { Font, PaperMeasures } from "./fonts.ts";

/** The parts that have a font, in the core's order. */
const PARTS = ["title", "level-1", "level-2", "level-3", "level-4", "level-5", "body", "table"];

const points = (millimetres: number) => (millimetres / 25.4) * 72;

/** Gives an element the measures of a paper; `point` is how long a point is there. */
export function sizePaper(element: HTMLElement, paper: PaperMeasures, point: string): void {
  const set = (name: string, value: string | number) => element.style.setProperty(`--${name}`, String(value));
  set("pt", point);
  for (const name of ["width", "height", "top", "left", "right", "bottom"] as const)
    set(`page-${name}`, points(paper[name]));
  set("pitch", paper.pitch);
  set("tracking", paper.tracking);
  paper.fonts.forEach((font, at) => set(`font-${PARTS[at]}`, fontOf(font)));
  set("font-folio", fontOf(paper.pageNumber));
}

/** Gives an element the fonts of a paper, without their sizes, for what has no pages. */
export function nameFonts(element: HTMLElement, { fonts }: PaperMeasures): void {
  for (const [at, { family, bold }] of fonts.entries()) {
    element.style.setProperty(`--family-${PARTS[at]}`, stackOf(family));
    element.style.setProperty(`--weight-${PARTS[at]}`, weightOf(bold));
  }
}

const weightOf = (isBold: boolean) => (isBold ? "bold" : "normal");

const fontOf = ({ family, size, bold }: Font) =>
  `${weightOf(bold)} calc(${size} * var(--pt)) / 1 ${stackOf(family)}`;
