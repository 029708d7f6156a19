// The fonts of the paper, and how wide characters are in each.

import { make } from "./dom.ts";
import { stackOf } from "./families.ts";

/** What a style says of the paper: lengths in millimetres; pitch, tracking and sizes in points. */
export interface PaperMeasures {
  width: number;
  height: number;
  top: number;
  left: number;
  right: number;
  bottom: number;
  pitch: number;
  tracking: number;
  /** Of the title, the headings of level 1 to 5, the body, a table. */
  fonts: Font[];
  pageNumber: Font;
}

export interface Font {
  family: string;
  size: number;
  bold: boolean;
}

/** Blocks of characters that are not as wide in every font: Latin, Greek and Cyrillic letters, numerals in a circle. */
const BLOCKS = ["\x20~", "\xa1ÿ", "Αω", "Ая", "Ⅰⅻ", "①⑳"];

/** Others of that kind: letters of Pinyin, marks that Latin text has, too, signs of units and of mathematics. */
const OTHERS = "āēěīńňōūǎǐǒǔǘǚǜɡ‐–—‖‘’“”•‥…‰′″※℃℉№™Ω←↑→↓∈∏∑√∝∞∠∥∧∨∩∪∫∴∵≈≌≠≡≤≥≦≧⊙⊥─│■□▲△▼▽◆◇○◎●★☆♀♂";

const charactersOf = ([first, last]: string) =>
  Array.from({ length: last!.charCodeAt(0) - first!.charCodeAt(0) + 1 }, (_, at) =>
    String.fromCharCode(first!.charCodeAt(0) + at),
  );

/** The characters whose widths are measured. All others are as wide as a Chinese one. */
export const CHARACTERS = BLOCKS.flatMap(charactersOf).join("") + OTHERS;

/** The size at which characters are measured, in pixels: large enough that no rounding counts. */
const MEASURED = 200;

/** What was measured, by font: the fonts of a machine stay. */
const known = new Map<string, Uint16Array>();

/**
 * How wide the characters are in each font, in thousandths of its size, font by font; `undefined` where nothing is laid
 * out. Measured as they will be shown: a canvas does not ask for the forms of the language.
 */
export function measure(place: HTMLElement, fonts: Font[]): Uint16Array | undefined {
  const count = [...CHARACTERS].length;
  const widths = new Uint16Array(fonts.length * count);
  for (const [at, font] of fonts.entries()) {
    const css = `${font.bold ? "bold" : "normal"} ${MEASURED}px ${stackOf(font.family)}`;
    const own = known.get(css) ?? widthsOf(place, css);
    if (!own) return undefined;
    known.set(css, own);
    widths.set(own, at * count);
  }
  return widths;
}

function widthsOf(place: HTMLElement, css: string): Uint16Array | undefined {
  const gauge = make("div", { class: "gauge", lang: "zh-CN", attributes: { "aria-hidden": "true" } });
  gauge.style.font = css;
  const spans = Array.from(CHARACTERS, (char) => make("span", {}, char));
  gauge.append(...spans);
  place.append(gauge);
  const widths = spans.map((span) => span.getBoundingClientRect().width);
  gauge.remove();
  if (!widths.some((width) => width > 0)) return undefined;
  return Uint16Array.from(widths, (width) => Math.round((width / MEASURED) * 1000));
}
