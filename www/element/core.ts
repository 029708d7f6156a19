// The core that the bundle carries, started once for all elements of a page.

import * as carried from "carried-wasm";
import init from "glue";
import { fromBase85 } from "./base85.ts";

let starting: Promise<void> | undefined;

/** Starts the core, unless it is. One start that failed can be tried again. */
export function startCore(): Promise<void> {
  starting ??= unpacked()
    .then((wasm) => WebAssembly.compile(wasm))
    .then((module) => init({ module_or_path: module }))
    .then(() => undefined)
    .catch((error: unknown) => {
      starting = undefined;
      throw error;
    });
  return starting;
}

async function unpacked(): Promise<ArrayBuffer> {
  const compressed = fromBase85(carried.text, carried.length);
  const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
