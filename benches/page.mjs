// A key on the offline page, in headless Chromium: from the key to the patched summary, and to the painted one.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CHROMIUM as FOUND } from "../tests/tools/browsers.mjs";
import { root } from "../www/tools/install.mjs";
import { middleOf } from "./core.mjs";
import { median, milliseconds, printTable, times } from "./measure.mjs";

export const CHROMIUM = process.env.CHROMIUM ?? FOUND;
export const FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];
/** A line or two of a text: the first dozen keys of a page still find code that no browser has made fast yet. */
const KEYS = 60;
/** The very first find an editor that is laid out anew. */
const COLD = 2;

/** What is timed, and how it is called. */
const STAGES = [
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
  await page.waitForFunction(() => document.querySelector("outline-summary").summary);
  await page.evaluate(watchKeys, { text, caret: middleOf(text) });
  const blocks = await page.evaluate(
    () =>
      document.querySelector("outline-summary").shadowRoot.querySelectorAll(".group > *, .area > *").length,
  );
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

/** Fills the outline and measures its keys; runs in the page. */
function watchKeys({ text, caret }) {
  const element = document.querySelector("outline-summary");
  const { shadowRoot } = element;
  element.value = text;
  const { view } = shadowRoot.querySelector(".cm-content").cmTile;
  view.focus();
  view.dispatch({ selection: { anchor: caret }, scrollIntoView: true });
  window.spent = [];

  const touched = new Set();
  const blockOf = (node) =>
    (node instanceof Element ? node : node.parentElement)?.closest(".group > *, .area > *");
  const note = (records) => {
    for (const { target, addedNodes, removedNodes } of records) {
      const inside = blockOf(target);
      for (const block of inside ? [inside] : [...addedNodes, ...removedNodes]) touched.add(block);
    }
  };
  const observer = new MutationObserver(note);
  // Not attributes: the mark of the place being edited is none of the text.
  observer.observe(shadowRoot.querySelector(".sheet"), {
    subtree: true,
    childList: true,
    characterData: true,
  });

  let pressed = 0;
  document.addEventListener("keydown", (event) => (pressed = event.timeStamp), true);
  window.nextKey = () => {
    touched.clear();
    return new Promise((resolve) => {
      const patched = () => {
        const patched = performance.now() - pressed;
        note(observer.takeRecords());
        // The second frame begins when the first is painted.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            window.spent.push({ patched, painted: performance.now() - pressed, touched: touched.size });
            resolve();
          }),
        );
      };
      element.addEventListener("summary-change", patched, { once: true });
    });
  };
}
