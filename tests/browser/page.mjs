// The page under test. Every test of it also proves that it asks for nothing and complains of nothing.

import { test as base, expect } from "@playwright/test";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../www/tools/install.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { Tool } from "./tool.mjs";

export { expect };

const dist = join(root, "dist");

/** How the offline page may be opened. */
export const WAYS = ["file", "http"];

/** What a page may do that this one never does, and how it is told. */
const OFFENCES = {
  console: (message) => ["error", "warning"].includes(message.type()) && message.text(),
  pageerror: String,
  request: (request) => request.url(),
  websocket: (socket) => socket.url(),
  popup: (page) => page.url(),
  dialog: (dialog) => {
    void dialog.dismiss();
    return dialog.message();
  },
};

const watched = base.extend({
  http: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => use(await serve([dist, join(root, "tests/browser/pages")], 0)),
    { scope: "worker" },
  ],

  /** No test can press a button of the browser's own dialogs for files: those of the page are there without them. */
  context: async ({ context }, use) => {
    await context.addInitScript(() => {
      delete window.showOpenFilePicker;
      delete window.showSaveFilePicker;
    });
    await use(context);
  },

  /** What the page does that it should not, and what it asks for. */
  heard: async ({ page }, use) => {
    const heard = [];
    for (const [event, told] of Object.entries(OFFENCES)) {
      page.on(event, (offence) => {
        const words = told(offence);
        if (words) heard.push(words);
      });
    }
    await use(heard);
  },
});

/** Tests of the offline page. */
export const test = watched.extend({
  way: ["file", { option: true }],

  /** The page, open and ready to type in: for every test, even one that does not name it. */
  tool: [
    async ({ page, http, heard, way }, use) => {
      const address = way === "http" ? http : pathToFileURL(join(dist, "outline-summary.html")).href;
      await page.goto(address);
      const tool = new Tool(page);
      await tool.isReady();
      await use(tool);
      // The document itself is the one thing that is asked for; not every browser tells of it.
      expect(heard.filter((words) => words !== address)).toEqual([]);
    },
    { auto: true },
  ],
});

/** Tests of the element in a page of its host: `path`, which may ask for files beside it. */
export const hosted = watched.extend({
  path: ["host.html", { option: true }],

  host: [
    async ({ page, http, heard, path }, use) => {
      await page.goto(http + path);
      await use(page);
      expect(heard.filter((words) => !words.startsWith(http))).toEqual([]);
    },
    { auto: true },
  ],
});
