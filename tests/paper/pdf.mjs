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
