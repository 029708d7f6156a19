// Bytes as text in base 91: 13 bits in two digits, a thirteenth shorter than base 64. See ../element/base91.ts, which
// reads it.

/** The first of the digits, and those of them that a script or a page would take for its own, with what stands for them. */
const FIRST = 35;
const REPLACED = { "\\": "!", "<": "~" };

/** Writes bytes, the last bits filled up with zeros. */
export function base91(bytes) {
  let [digits, bits, count] = ["", 0, 0];
  const write = (value) => {
    digits += String.fromCharCode(FIRST + Math.floor(value / 91), FIRST + (value % 91));
  };
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    count += 8;
    if (count < 13) continue;
    count -= 13;
    write(bits >> count);
    bits &= (1 << count) - 1;
  }
  if (count > 0) write(bits << (13 - count));
  return digits.replace(/[\\<]/g, (digit) => REPLACED[digit]);
}
