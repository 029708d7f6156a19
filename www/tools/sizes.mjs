// The size gate: an office machine loads these from a USB stick or over a slow portal.

import { statSync } from "node:fs";
import { join } from "node:path";
import { fail } from "./install.mjs";

/** Most bytes that each file may have. */
const LIMITS = { "core.wasm": 540_000, "outline-summary.html": 780_000 };

/** Prints the sizes; ends the program if a file is missing or too large. */
export function checkSizes(folder) {
  for (const [name, limit] of Object.entries(LIMITS)) {
    const size = statSync(join(folder, name), { throwIfNoEntry: false })?.size;
    if (size === undefined) fail(`dist/${name} was not built.`);
    console.log(`dist/${name}: ${kilobytes(size)} of ${kilobytes(limit)}`);
    if (size > limit) fail(`dist/${name} is larger than its limit.`);
  }
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
