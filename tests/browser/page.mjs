// The page under test. Every test of it also proves that it asks for nothing and complains of nothing.

import { test as base, expect } from "@playwright/test";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../www/tools/install.mjs";
import { serve } from "../../www/tools/serve.mjs";

export { expect };

const dist = join(root, "dist");

/** How the page may be opened. */
export const WAYS = ["file", "http"];

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

  /** The page, open and ready to type in. */
  tool: async ({ page, address, way }, use) => {
    const heard = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) heard.push(message.text());
    });
    page.on("pageerror", (error) => heard.push(String(error)));
    page.on("request", (request) => heard.push(request.url()));
    await page.goto(address[way]);
    const tool = new Tool(page);
    await expect(tool.empty).toBeVisible();
    await use(tool);
    expect(heard).toEqual([address[way]]);
  },
});

/** What a writer sees and does. */
export class Tool {
  constructor(page) {
    this.page = page;
    this.outline = page.getByLabel("提纲", { exact: true });
    this.empty = page.locator("#empty");
    this.preview = page.locator("#preview");
  }

  /** Puts an outline in the field in one piece, as a paste does. */
  async write(outline) {
    await this.outline.fill(outline);
  }

  /** Puts the caret before a stretch of the outline. */
  async goBefore(stretch) {
    await this.outline.evaluate((field, stretch) => {
      const at = field.value.indexOf(stretch);
      field.focus();
      field.setSelectionRange(at, at);
    }, stretch);
  }

  /** The paragraphs of the summary. */
  paragraphs() {
    return this.preview.evaluate((preview) =>
      [...preview.querySelectorAll(".group > *")].map((block) => block.textContent),
    );
  }

  async shows(paragraphs) {
    await expect.poll(() => this.paragraphs()).toEqual(paragraphs);
  }

  /** Begins to note which paragraphs are touched; gives what tells them. */
  async watch() {
    await this.preview.evaluate((preview) => {
      const touched = (window.touched = new Set());
      const block = (node) => {
        const element = node.nodeType === 1 ? node : node.parentElement;
        return element?.closest(".group > *") ?? element;
      };
      new MutationObserver((records) => {
        for (const { type, target, addedNodes, removedNodes } of records) {
          if (type === "childList" && !target.closest(".group > *")) {
            [...addedNodes, ...removedNodes].forEach((node) => touched.add(node));
          } else touched.add(block(target));
        }
      }).observe(preview, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    return () => this.page.evaluate(() => window.touched.size);
  }
}
