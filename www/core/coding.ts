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

/** The text of a file; `undefined` if it is none. A byte order mark goes before all else, UTF-8 before GB18030. */
export function decoded(bytes: Uint8Array): Decoded | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return whole(decode("utf-16le", bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return whole(decode("utf-16be", bytes));
  // Without a mark, UTF-16 shows by its blanks and line ends, each of which holds a zero.
  if (bytes.includes(0)) return whole(moreChinese(decode("utf-16le", bytes), decode("utf-16be", bytes)));
  const text = decode("utf-8", bytes);
  if (text !== undefined) return { text, lost: 0 };
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

/** Of two ways to read a text, the one that gives more Chinese and more line ends. */
function moreChinese(one: string | undefined, other: string | undefined): string | undefined {
  const known = (text = "") => text.match(/[\n\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  return known(other) > known(one) ? other : one;
}

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

/** The text in one coding; `undefined` if it cannot be that. */
function decode(coding: string, bytes: Uint8Array, fatal = true): string | undefined {
  try {
    const text = new TextDecoder(coding, { fatal }).decode(bytes);
    // No text holds these.
    return /[\0-\x08\x0e-\x1a]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
