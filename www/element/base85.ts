// Text in base 85 as bytes: see ../tools/base85.mjs, which writes it.

/** Reads `length` bytes. */
export function fromBase85(text: string, length: number): Uint8Array<ArrayBuffer> {
  const words = new DataView(new ArrayBuffer((text.length / 5) * 4));
  for (let word = 0; word * 5 < text.length; word++) {
    let value = 0;
    for (let at = word * 5; at < word * 5 + 5; at++) value = value * 85 + digit(text.charCodeAt(at));
    words.setUint32(word * 4, value);
  }
  return new Uint8Array(words.buffer, 0, length);
}

/** } stands for \ and ~ for <, which a script or a page would take for its own. */
function digit(code: number): number {
  if (code === 125) return 92 - 40;
  if (code === 126) return 60 - 40;
  return code - 40;
}
