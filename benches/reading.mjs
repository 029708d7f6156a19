// Reading a finished text back, in headless Chromium.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../www/tools/install.mjs";
import { CHROMIUM, FLAGS } from "./page.mjs";
import { milliseconds, printTable } from "./measure.mjs";
import { outlineOfLength } from "./texts.mjs";

const LENGTHS = [2_700, 100_000, 1_000_000];

/** Prints what reading costs, and how it grows. */
export async function benchReading() {
  if (!existsSync(CHROMIUM)) {
    console.log("\nReading a finished text: skipped, there is no Chromium here (set CHROMIUM to one).");
    return;
  }
  const require = createRequire(join(root, "tests/browser/package.json"));
  const { chromium } = require("@playwright/test");
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    const page = await browser.newPage();
    const core = readFileSync(join(root, "dist/core.js"), "base64");
    const wasm = readFileSync(join(root, "dist/core.wasm"), "base64");
    const spent = await page.evaluate(read, { core, wasm, outlines: LENGTHS.map(outlineOfLength) });
    const rows = [["characters", "read", "growth exponent"]];
    spent.forEach(({ length, time }, at) => {
      const before = spent[at - 1];
      const exponent = before && Math.log(time / before.time) / Math.log(length / before.length);
      rows.push([String(length), milliseconds(time), exponent ? exponent.toFixed(2) : ""]);
    });
    printTable(`A finished text read back, Chromium ${browser.version()} (medians)`, rows);
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
async function read({ core, wasm, outlines }) {
  const { load, readText, summarize } = await import(`data:text/javascript;base64,${core}`);
  await load(Uint8Array.from(atob(wasm), (char) => char.charCodeAt(0)));
  return outlines.map((outline) => {
    const { text } = summarize(outline);
    const times = [];
    const turns = text.length > 500_000 ? 5 : 25;
    for (let turn = 0; turn < turns + 5; turn++) {
      const start = performance.now();
      readText(text);
      times.push(performance.now() - start);
    }
    // The first find cold code.
    const warm = times.slice(5).sort((a, b) => a - b);
    return { length: text.length, time: warm[warm.length >> 1] };
  });
}
