// The page under test. Every test of it also proves that it asks for nothing and complains of nothing.

import { test as base, expect } from "@playwright/test";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../www/tools/install.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { Tool } from "./tool.mjs";

export { expect };

const dist = join(root, "dist");

/** How the page may be opened. */
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

export const test = base.extend({
  way: ["file", { option: true }],

  address: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const http = await serve(dist, 0);
      await use({ file: pathToFileURL(join(dist, "outline-summary.html")).href, http });
    },
    { scope: "worker" },
  ],

  /** The page, open and ready to type in: for every test, even one that does not name it. */
  tool: [
    async ({ page, address, way }, use) => {
      const heard = [];
      for (const [event, told] of Object.entries(OFFENCES)) {
        page.on(event, (offence) => {
          const words = told(offence);
          if (words) heard.push(words);
        });
      }
      await page.goto(address[way]);
      const tool = new Tool(page);
      await expect(tool.empty).toBeVisible();
      await use(tool);
      // The document itself is the one thing that is asked for.
      expect(heard).toEqual([address[way]]);
    },
    { auto: true },
  ],
});
