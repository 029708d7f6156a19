// A private window of the browser.

import { chromium, expect, firefox, test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../www/tools/install.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { Tool } from "./tool.mjs";

const dist = join(root, "dist");

/** The page as a file, and as a server of the machine gives it. */
const ADDRESSES = {
  "a file": () => pathToFileURL(join(dist, "outline-summary.html")).href,
  http: async () => `${await serve([dist], 0)}outline-summary.html`,
};

for (const [way, addressOf] of Object.entries(ADDRESSES))
  test(`in a private window the draft is there until the window is closed, and not any more then (${way})`, async ({
    browserName,
    launchOptions,
    channel,
  }) => {
    const address = await addressOf();
    const folder = mkdtempSync(join(tmpdir(), "outline-summary-private-"));
    const { firefoxUserPrefs, args = [], ...options } = launchOptions;
    // Contexts of Chromium are off the record by themselves; Firefox is by its preference.
    const start = async () => {
      if (browserName !== "firefox") {
        const browser = await chromium.launch({ ...options, args, channel });
        return { context: await browser.newContext(), close: () => browser.close() };
      }
      const context = await firefox.launchPersistentContext(folder, {
        ...options,
        channel,
        firefoxUserPrefs: { ...firefoxUserPrefs, "browser.privatebrowsing.autostart": true },
      });
      return { context, close: () => context.close() };
    };
    const open = async ({ context }) => {
      const page = await context.newPage();
      await page.goto(address);
      const tool = new Tool(page);
      await tool.isReady();
      return tool;
    };
    try {
      const first = await start();
      const tool = await open(first);
      await tool.outline.click();
      await tool.page.keyboard.type("甲乙");
      await expect(tool.saved).toHaveText("草稿已存");
      await tool.page.reload();
      await tool.hasValue("甲乙");
      await tool.page.close();
      const next = await open(first);
      await next.hasValue("甲乙");
      await first.close();
      const later = await start();
      const empty = await open(later);
      await expect(empty.button(/^文稿：/)).toBeVisible();
      await empty.open("文稿");
      await expect(empty.panel.getByRole("button", { name: /^甲乙/ })).toHaveCount(0);
      await empty.hasValue("");
      await later.close();
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
