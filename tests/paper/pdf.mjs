// What a PDF shows, as poppler reads it.

import { execFileSync } from "node:child_process";
import { linesOf } from "./lines.mjs";

const run = (command, args) => execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const unescaped = (text) => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITIES[name]);

/** The pages of a PDF: their size and their lines, in points. */
export function printedPages(pdf) {
  const xml = run("pdftotext", ["-bbox", pdf, "-"]);
  return [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(
    ([, width, height, words]) => ({ width: Number(width), height: Number(height), lines: linesIn(words) }),
  );
}

const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g;

function linesIn(words) {
  const piece = ([, left, top, right, bottom, text]) => ({
    text: unescaped(text),
    left: Number(left),
    right: Number(right),
    middle: (Number(top) + Number(bottom)) / 2,
  });
  return linesOf([...words.matchAll(WORD)].map(piece));
}

const FONT = /<fontspec id="(\d+)" size="(\d+)" family="(?:\w+\+)?([^"]*)"/g;
const TEXT =
  /<text top="(-?\d+)" left="(-?\d+)" width="(-?\d+)" height="(-?\d+)" font="(\d+)">(.*?)<\/text>/g;

/** How much larger than points the program's units are. */
const SCALE = 1.5;

/** The font and the size of the first character of each line, by page. */
export function fontsByLine(pdf) {
  const xml = run("pdftohtml", ["-xml", "-i", "-fontfullname", "-stdout", pdf]);
  const fonts = new Map();
  for (const [, id, size, font] of xml.matchAll(FONT)) fonts.set(id, { font, size: Number(size) / SCALE });
  return [...xml.matchAll(/<page [^>]*>([\s\S]*?)<\/page>/g)].map(([, texts]) => {
    const pieces = [...texts.matchAll(TEXT)].map(([, top, left, width, height, id, text]) => ({
      text: unescaped(text.replace(/<[^>]*>/g, "")),
      left: Number(left) / SCALE,
      right: (Number(left) + Number(width)) / SCALE,
      middle: (Number(top) + Number(height) / 2) / SCALE,
      ...fonts.get(id),
    }));
    return linesOf(pieces).map(({ pieces: [first] }) => first);
  });
}
