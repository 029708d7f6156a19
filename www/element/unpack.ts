// What the bundle carries in compressed form.

import { fromBase91 } from "./base91.ts";

/** Unpacks bytes that were compressed by gzip. */
export async function unpacked({ text, length }: { text: string; length: number }): Promise<ArrayBuffer> {
  const stream = new Blob([fromBase91(text, length)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
