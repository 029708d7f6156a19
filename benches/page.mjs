// A key on the offline page, in headless Chromium: from the key to the patched summary, and to the painted one.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../www/tools/install.mjs";
import { middleOf } from "./core.mjs";
import { median, milliseconds, printTable, times } from "./measure.mjs";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];
const KEYS = 15;
/** The first keys find cold code, and a text field that is laid out anew. */
const COLD = 2;

/** What is timed, and how it is called. Between the key and our handler the browser changes its text field. */
const STAGES = [
  ["ours", "our handler"],
  ["patched", "key to patched"],
  ["painted", "key to painted"],
];

/** Prints what a key costs on the page. `texts` go from short to long. */
export async function benchPage(texts) {
  if (!existsSync(CHROMIUM)) {
    console.log("\nA key on the page: skipped, there is no Chromium here (set CHROMIUM to one).");
    return;
  }
  const require = createRequire(join(root, "tests/browser/package.json"));
  const { chromium } = require("@playwright/test");
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    const rows = [["characters", "blocks", "touched", ...STAGES.flatMap(([, name]) => [name, "ratio"])]];
    let before;
    for (const text of texts) {
      const { blocks, touched, ...spent } = await keysOn(browser, text);
      const cells = STAGES.flatMap(([stage]) => [
        milliseconds(spent[stage]),
        before ? times(spent[stage] / before[stage]) : "",
      ]);
      rows.push([String(text.length), String(blocks), String(touched), ...cells]);
      before = spent;
    }
    printTable(`A key in the middle on the page, Chromium ${browser.version()} (medians of ${KEYS})`, rows);
  } finally {
    await browser.close();
  }
}

async function keysOn(browser, text) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(pathToFileURL(join(root, "dist/outline-summary.html")).href);
  await page.waitForFunction(() => !document.querySelector("#source").disabled);
  await page.waitForFunction(() => document.querySelector("#message").textContent === "");
  await page.evaluate(watchKeys, { text, caret: middleOf(text) });
  const blocks = await page.evaluate(() => document.querySelectorAll("#preview > .group > *").length);
  for (let key = 0; key < KEYS + COLD; key++) {
    await page.evaluate(() => void (window.settled = window.nextKey()));
    await page.keyboard.press("a");
    await page.evaluate(() => window.settled);
    await page.waitForTimeout(250);
  }
  const spent = await page.evaluate(() => window.spent);
  await page.close();
  const middle = (name) => median(spent.slice(COLD).map((key) => key[name]));
  const stages = STAGES.map(([stage]) => [stage, middle(stage)]);
  return { blocks, touched: middle("touched"), ...Object.fromEntries(stages) };
}

/** Fills the text field and measures its keys; runs in the page. */
function watchKeys({ text, caret }) {
  const source = document.querySelector("#source");
  source.value = text;
  source.dispatchEvent(new InputEvent("input", { bubbles: true }));
  source.focus();
  source.setSelectionRange(caret, caret);
  window.spent = [];

  const touched = new Set();
  const blockOf = (node) => {
    const element = node instanceof Element ? node : node.parentElement;
    return element?.closest("#preview > .group > *");
  };
  const note = (records) => {
    for (const { target, addedNodes, removedNodes } of records) {
      const inside = blockOf(target);
      for (const block of inside ? [inside] : [...addedNodes, ...removedNodes]) touched.add(block);
    }
  };
  const observer = new MutationObserver(note);
  const what = { subtree: true, childList: true, characterData: true, attributes: true };
  observer.observe(document.querySelector("#preview"), what);

  let pressed = 0;
  let arrived = 0;
  document.addEventListener("keydown", (event) => (pressed = event.timeStamp), true);
  // Before the page's own listener: what the browser's text field takes is over then.
  document.addEventListener("input", () => (arrived = performance.now()), true);
  window.nextKey = () => {
    touched.clear();
    return new Promise((resolve) => {
      // On the document, after the page's own listener: the summary is patched then.
      const patchedListener = () => {
        const now = performance.now();
        const [ours, patched] = [now - arrived, now - pressed];
        note(observer.takeRecords());
        // The second frame begins when the first is painted.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            window.spent.push({ ours, patched, painted: performance.now() - pressed, touched: touched.size });
            resolve();
          }),
        );
      };
      document.addEventListener("input", patchedListener, { once: true });
    });
  };
}
