// What a writer chooses of a style, as values of the panel; all else of the style stays.

import type { Font, Fonts, Page, Style } from "../core";

/** A style with all its fields, as the core gives it. */
export interface WholeStyle extends Required<Omit<Style, "page" | "fonts">> {
  page: Page;
  fonts: Required<Omit<Fonts, "headings">> & { headings: Font[] };
}

/** The parts that a font is chosen for. */
export const PARTS = ["title", "level1", "level2", "level3", "body"] as const;

export type Part = (typeof PARTS)[number];

/** Font names; the line pitch in points, `undefined` where the lines fill the page; the rest is done or not. */
export type Choices = Record<Part, string> & {
  pitch: number | undefined;
  isLevel3Bold: boolean;
  isSealed: boolean;
  isNumbered: boolean;
  isIndented: boolean;
};

const LEVELS = 5;

/** What a paragraph of a finished text is. */
const INDENTED = ["heading", "runIn", "body", "closing", "attachment"] as const;

/** The fonts of all levels: the last one serves those that have none. */
const headingsOf = ({ fonts: { headings, body } }: WholeStyle): Font[] =>
  Array.from({ length: LEVELS }, (_, at) => headings[at] ?? headings[headings.length - 1] ?? body);

export function choicesOf(style: WholeStyle): Choices {
  const { fonts, page, seal, pageNumbers, indented } = style;
  const headings = headingsOf(style);
  const [level1, level2, level3] = headings.map(({ family }) => family!) as [string, string, string];
  return {
    title: fonts.title.family!,
    level1,
    level2,
    level3,
    body: fonts.body.family!,
    pitch: page.pitch,
    isLevel3Bold: headings[2]!.bold!,
    isSealed: seal,
    isNumbered: pageNumbers,
    isIndented: INDENTED.every((role) => indented.includes(role)),
  };
}

/** The style with other choices. */
export function withChoices(style: WholeStyle, changed: Partial<Choices>): WholeStyle {
  const before = choicesOf(style);
  const now = { ...before, ...changed };
  const { fonts, page, indented } = style;
  const named = (font: Font, family: string): Font => ({ ...font, family });
  const headings = headingsOf(style).map((font, at) =>
    // What a level has of its own it keeps, until another font is chosen.
    now[levelOf(at)] === before[levelOf(at)] ? font : named(font, now[levelOf(at)]),
  );
  headings[2] = { ...headings[2], bold: now.isLevel3Bold };
  // A table goes with the body, unless it has a font of its own.
  const table = fonts.table.family === before.body ? named(fonts.table, now.body) : fonts.table;
  const others = indented.filter((role) => !(INDENTED as readonly string[]).includes(role));
  return {
    ...style,
    page: { ...page, pitch: now.pitch },
    fonts: {
      ...fonts,
      title: named(fonts.title, now.title),
      headings,
      body: named(fonts.body, now.body),
      table,
    },
    seal: now.isSealed,
    pageNumbers: now.isNumbered,
    indented:
      now.isIndented === before.isIndented ? indented : now.isIndented ? [...INDENTED, ...others] : others,
  };
}

/** The part that the font of a level belongs to, from 0. */
const levelOf = (at: number): Part => PARTS[Math.min(at, 2) + 1]!;
