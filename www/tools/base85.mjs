// Bytes as text in base 85: a sixteenth shorter than in base 64. See ../element/base85.ts, which reads it.

/** The first of the digits, and those of them that a script or a page would take for its own, with what stands for them. */
const FIRST = 40;
const REPLACED = { "\\": "}", "<": "~" };

/** Writes bytes in words of four, the last one filled up with zeros. */
export function base85(bytes) {
  let out = "";
  for (let at = 0; at < bytes.length; at += 4) {
    let word = [0, 1, 2, 3].reduce((word, place) => word * 256 + (bytes[at + place] ?? 0), 0);
    let digits = "";
    for (let place = 0; place < 5; place++) {
      digits = String.fromCharCode(FIRST + (word % 85)) + digits;
      word = Math.floor(word / 85);
    }
    out += digits.replace(/[\\<]/g, (digit) => REPLACED[digit]);
  }
  return out;
}
