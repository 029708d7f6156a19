// Takes the parser's table of HTML entities out of a wasm: a twelfth of it, and never looked at, since the text that
// the parser is given holds no `&` (see src/read/skeleton.rs). No option of the parser leaves it out.

/** A record of the table: place and length of the name, place and length of what it stands for. */
const RECORD = 16;
/** How many there are at least: HTML has 2,125. */
const LEAST = 2_000;
const FIRST_NAME = "AElig";

/**
 * The wasm with the table's records zero, which are names that nobody asks for; the optimizer then drops them. The
 * names themselves stay: the linker may have let other texts share them.
 */
export function withoutEntities(wasm) {
  const segments = dataSegments(wasm);
  const text = (address, length) => {
    const segment = segments.find(({ start, size }) => address >= start && address + length <= start + size);
    return (
      segment &&
      wasm.toString(
        "latin1",
        segment.at + address - segment.start,
        segment.at + address - segment.start + length,
      )
    );
  };
  const name = (at) => text(wasm.readUInt32LE(at), Math.min(wasm.readUInt32LE(at + 4), 64));
  for (const { at, size } of segments) {
    const end = at + size - RECORD;
    for (let first = at; first <= end; first += 4) {
      if (wasm.readUInt32LE(first + 4) !== FIRST_NAME.length || name(first) !== FIRST_NAME) continue;
      let last = first;
      // They stand in the order of their names.
      while (last + RECORD <= end && name(last) < name(last + RECORD)) last += RECORD;
      if (last - first < LEAST * RECORD) continue;
      const without = Buffer.from(wasm);
      return without.fill(0, first, last + RECORD);
    }
  }
  throw new Error("the wasm has no table of HTML entities: is it another version of the parser?");
}

/** The data of a module: where it stands in the file and in memory. */
function dataSegments(wasm) {
  const reader = new Reader(wasm, 8);
  while (reader.at < wasm.length) {
    const section = reader.byte();
    const end = reader.number() + reader.at;
    if (section === 11) return Array.from({ length: reader.number() }, () => reader.segment());
    reader.at = end;
  }
  return [];
}

class Reader {
  constructor(wasm, at) {
    this.wasm = wasm;
    this.at = at;
  }

  byte() {
    return this.wasm[this.at++];
  }

  /** A number in LEB128; an address is below 2³¹. */
  number() {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  /** An active segment of memory 0: flags, `i32.const`, address, `end`, size. */
  segment() {
    const [flags, constant] = [this.number(), this.byte()];
    const start = this.number();
    const close = this.byte();
    if (flags !== 0 || constant !== 0x41 || close !== 0x0b) throw new Error("a data segment of another kind");
    const size = this.number();
    const at = this.at;
    this.at += size;
    return { at, start, size };
  }
}
