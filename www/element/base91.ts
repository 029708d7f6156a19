// Text in base 91 as bytes: see ../tools/base91.mjs, which writes it.

/** Reads `length` bytes. */
export function fromBase91(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let [bits, count] = [0, 0];
  for (let at = 0, place = 0; place < length; at += 2) {
    bits = (bits << 13) | (digit(text.charCodeAt(at)) * 91 + digit(text.charCodeAt(at + 1)));
    count += 13;
    for (; count >= 8 && place < length; place++) {
      count -= 8;
      bytes[place] = bits >> count;
      bits &= (1 << count) - 1;
    }
  }
  return bytes;
}

/** ! stands for \ and ~ for <, which a script or a page would take for its own. */
function digit(code: number): number {
  if (code === 33) return 92 - 35;
  if (code === 126) return 60 - 35;
  return code - 35;
}
