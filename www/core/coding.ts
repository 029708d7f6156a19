// How the text of a file is coded.

import type { Finding } from "../core";

/** A text, and how many of its characters could not be read: each is � there. */
export interface Decoded {
  text: string;
  lost: number;
}

/** A damaged text in UTF-8 lacks one character, or one for so many bytes. */
const BYTES_FOR_ONE_LOST = 1000;

/** So many it holds for each that it lacks, of those that take three bytes: a text in GB18030 has next to none. */
const GOOD_FOR_ONE_LOST = 10;

/** In UTF-16, so many bytes at most there are for each zero: a long line of Chinese has but its end. */
const BYTES_FOR_ONE_ZERO = 400;

/** The text of a file; `undefined` if it is none. A byte order mark goes before all else, UTF-8 before GB18030. */
export function decoded(bytes: Uint8Array): Decoded | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return whole(decode("utf-16le", bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return whole(decode("utf-16be", bytes));
  const text = decode("utf-8", bytes);
  if (text !== undefined) return { text, lost: 0 };
  const wide = wideText(bytes);
  const crossed = withoutControls(bytes);
  // Chinese in UTF-16 may look like Latin letters, but never like Chinese in UTF-8.
  if (crossed && !(wide && isLatin(crossed.text))) return crossed;
  if (wide !== undefined) return { text: wide, lost: 0 };
  const damaged = almost(bytes);
  return damaged?.isClear ? damaged : (whole(decode("gb18030", bytes)) ?? damaged);
}

/** What is told of characters that could not be read. */
export function lostCharacters({ lost }: Decoded): Finding[] {
  if (lost === 0) return [];
  const message = {
    zh: `文件有 ${lost} 个字符读不出来，写作“�”，请对照原文补上`,
    en: `${lost === 1 ? "One character" : `${lost} characters`} of the file could not be read: fill in each “�” from the original`,
  };
  return [{ code: "file-characters", severity: "warning", message }];
}

const whole = (text: string | undefined): Decoded | undefined =>
  text === undefined ? undefined : { text, lost: 0 };

/** A text in UTF-8 among which very few control characters stand, which no text holds: each counts as lost. */
function withoutControls(bytes: Uint8Array): Decoded | undefined {
  const text = decode("utf-8", bytes, true, false);
  if (text === undefined) return undefined;
  const lost = count(text, CONTROLS);
  if (lost > Math.max(1, bytes.length / BYTES_FOR_ONE_LOST)) return undefined;
  return { text: text.replace(CONTROLS, "\ufffd"), lost };
}

/** Does a text hold nothing but ASCII, what was lost aside? */
const isLatin = (text: string) => !/[^\0-\x7f\ufffd]/.test(text);

/** A text in UTF-16 without a mark; it shows by its blanks and line ends, each of which holds a zero. */
function wideText(bytes: Uint8Array): string | undefined {
  const zeros = bytes.reduce((count, byte) => count + Number(byte === 0), 0);
  if (bytes.length > zeros * BYTES_FOR_ONE_ZERO) return undefined;
  const [known, text] = ["utf-16le", "utf-16be"]
    .map((coding) => decode(coding, bytes) ?? "")
    .map((text): [number, string] => [count(text, KNOWN), text])
    .reduce((one, other) => (other[0] > one[0] ? other : one));
  // In what is no UTF-16, bytes make characters of all scripts.
  return known * 10 > text.length * 9 ? text : undefined;
}

/** What a text is made of. */
const KNOWN = /[\t\n\r\x20-\x7e\u2000-\u206f\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g;

/** A text in UTF-8 but for very few places; `undefined` if it is none. `isClear`: it can be nothing else. */
function almost(bytes: Uint8Array): (Decoded & { isClear: boolean }) | undefined {
  const text = decode("utf-8", bytes, false);
  if (text === undefined) return undefined;
  // A text may hold the mark itself, as what an earlier program could not read.
  const lost = count(text, /\ufffd/g) - marksIn(bytes);
  if (lost > Math.max(1, bytes.length / BYTES_FOR_ONE_LOST)) return undefined;
  return { text, lost, isClear: count(text, /[\u0800-\uffef]/g) >= lost * GOOD_FOR_ONE_LOST };
}

const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

/** How often � stands in bytes of UTF-8. */
function marksIn(bytes: Uint8Array): number {
  let marks = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) marks++;
  return marks;
}

/** What no text holds. */
const CONTROLS = /[\0-\x08\x0e-\x1a]/g;

/** The text in one coding; `undefined` if it cannot be that. */
function decode(coding: string, bytes: Uint8Array, fatal = true, clean = true): string | undefined {
  try {
    const text = new TextDecoder(coding, { fatal }).decode(bytes);
    return clean && text.search(CONTROLS) >= 0 ? undefined : text;
  } catch {
    return undefined;
  }
}
