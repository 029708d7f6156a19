// What the tests of drafts have in common.

import { expect } from "./page.mjs";
import { stored, texts } from "./storage.mjs";
import { Tool } from "./tool.mjs";

/** Opens the page once more, in a window of its own, with what its scripts find changed. */
export async function another(page, ...changes) {
  const opened = await page.context().newPage();
  for (const change of changes) await opened.addInitScript(change);
  await opened.goto(page.url());
  const tool = new Tool(opened);
  await tool.isReady();
  return tool;
}

/** Waits until a text is in the store. */
export const keeps = (page, text) => expect.poll(() => texts(page)).toContain(text);

/** Would leaving the page ask? */
export const asks = (page) =>
  page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));

/** What a browser may refuse, as it does. */
export const REFUSALS = {
  indexed: () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
  },
  local: () => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("refused", "SecurityError");
      },
    });
  },
};

/** A draft as it is written down. */
export const draft = (id, more) => ({
  [`page/draft/${id}`]: {
    ...{ format: 1, id, name: "", text: "", anchor: 0, head: 0, time: 1, revision: 1, window: "w" },
    ...more,
  },
});

/** Hides the page, as another tab that comes before it does, or shows it again. */
export const hide = (page, isHidden = true) =>
  page.evaluate((isHidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => isHidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);

/** Makes the store full while `window.isFull` says so. */
export function fillable() {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...given) {
    if (window.isFull) throw new DOMException("full", "QuotaExceededError");
    return put.apply(this, given);
  };
}

/** Opens the page anew with what its scripts find changed. */
export async function reopen({ tool, page }, ...changes) {
  for (const change of changes) await page.addInitScript(change);
  await page.reload();
  await tool.isReady();
}

/** The texts of all versions. */
export const versions = async (page) =>
  Object.entries(await stored(page))
    .filter(([key]) => key.includes("/version/"))
    .map(([, { text }]) => text);

/** Writes at the end of the outline. */
export async function write(tool, text) {
  await tool.outline.press("Control+End");
  await tool.page.keyboard.type(text);
}
