// Which fonts of a style the machine lacks. No page may ask for a list of fonts, and all Chinese ones are as wide: but what
// is drawn in a font that is there looks the same whatever stands in behind it.

import { make } from "./dom.ts";
import { areAlike, listed, nameOf, namesOf, standInsOf } from "./families.ts";
import type { Font, PaperMeasures } from "./fonts.ts";

/** Fonts that every browser has, as little alike as can be. */
const BEHIND = ["serif", "sans-serif", "monospace"];

/** Enough to tell fonts apart. Chinese fonts have Latin letters too; but not all fonts have Chinese characters. */
const LETTER = "g";
const CHARACTERS = "国永";

const SIZE = 24;

let context: CanvasRenderingContext2D | null | undefined;

function pictureOf(text: string, font: string): string {
  context ??= make("canvas", { width: 2 * SIZE, height: 2 * SIZE }).getContext("2d", {
    willReadFrequently: true,
  });
  if (!context) return "";
  const { canvas } = context;
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.font = `${SIZE}px ${font}`;
  context.fillText(text, 0, 1.5 * SIZE);
  return canvas.toDataURL();
}

const allSame = ([first, ...others]: string[]) => others.every((other) => other === first);

/** Do pictures tell anything here? Some browsers give none, or disturb them, so that nobody can be known by their fonts. */
function canTell(): boolean {
  const [serif, again, other] = ["serif", "serif", "monospace"].map((font) => pictureOf(LETTER, font));
  return serif === again && serif !== other;
}

function isDrawn(name: string): boolean {
  const pictures = (text: string) => BEHIND.map((behind) => pictureOf(text, `${listed([name])}, ${behind}`));
  if (allSame(pictures(LETTER))) return true;
  // One without Latin letters. Where there is one Chinese font, it stands behind all names.
  const drawn = pictures(CHARACTERS);
  return allSame(drawn) && drawn[0] !== pictureOf(CHARACTERS, "serif");
}

/** What is there stays there; some browsers find a font only a while after they are asked for it. */
const found = new Set<string>();

function isThere(name: string): boolean {
  if (!found.has(name) && namesOf(name).some(isDrawn)) found.add(name);
  return found.has(name);
}

/** Fonts that are not there, and what they are shown in. */
export interface Lack {
  names: string[];
  /** `undefined`: whatever the browser takes. */
  instead: string | undefined;
  /** Does that look much like them? */
  isAlike: boolean;
}

/** What the machine lacks of the fonts of a paper, those shown in the same font together. */
export function lacksOf({ fonts, pageNumber }: PaperMeasures): Lack[] {
  if (!canTell()) return [];
  const lacks: Lack[] = [];
  for (const name of new Set([...fonts, pageNumber].map(({ family }: Font) => family))) {
    if (name === "" || isThere(name)) continue;
    const instead = standInsOf(name).find(isThere);
    const isAlike = instead !== undefined && areAlike(name, instead);
    const known = lacks.find((lack) => lack.instead === instead && lack.isAlike === isAlike);
    if (known) known.names.push(nameOf(name));
    else lacks.push({ names: [nameOf(name)], instead, isAlike });
  }
  return lacks;
}

/** Of some names, those of fonts that are not there. */
export const lackedOf = (names: string[]): string[] =>
  canTell() ? names.filter((name) => !isThere(name)) : [];
