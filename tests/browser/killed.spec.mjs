// The browser is killed in the middle of a word.

import { chromium, expect, firefox, test } from "@playwright/test";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../www/tools/install.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { texts } from "./storage.mjs";
import { Tool } from "./tool.mjs";

const dist = join(root, "dist");

/** The page as a file, and as a server of the machine gives it. */
const ADDRESSES = {
  "a file": () => pathToFileURL(join(dist, "outline-summary.html")).href,
  http: async () => `${await serve([dist], 0)}outline-summary.html`,
};

test.skip(process.platform !== "linux", "the processes of a test are found as Linux lists them");

/** The processes that were started with a folder of their own, which is this test's alone. */
function processesOf(folder) {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, "utf8").includes(folder);
      } catch {
        return false;
      }
    })
    .map(Number);
}

for (const [way, addressOf] of Object.entries(ADDRESSES))
  test(`killed while keys come, the browser has all but the last second at its next start (${way})`, async ({
    browserName,
    launchOptions,
    channel,
  }) => {
    const address = await addressOf();
    const folder = mkdtempSync(join(tmpdir(), "outline-summary-killed-"));
    const start = async () => {
      const kind = browserName === "firefox" ? firefox : chromium;
      const context = await kind.launchPersistentContext(folder, { ...launchOptions, channel });
      const page = await context.newPage();
      await page.goto(address);
      const tool = new Tool(page);
      await tool.isReady();
      return { context, page, tool };
    };
    try {
      const { page, tool } = await start();
      await tool.outline.click();
      let typed = "";
      const type = async (text) => {
        typed += text;
        await page.keyboard.type(text);
      };
      await type("今年以来，");
      // No pause between keys, and none before the end.
      let kept = "";
      await expect(async () => {
        await type(`第${typed.length}件事，`);
        [kept = ""] = await texts(page);
        expect(kept.length).toBeGreaterThan(20);
      }).toPass();
      for (const id of processesOf(folder)) {
        try {
          process.kill(id, "SIGKILL");
        } catch {
          // It went with another.
        }
      }
      await expect.poll(() => processesOf(folder)).toEqual([]);
      const again = await start();
      const value = await again.tool.value();
      expect(typed.startsWith(value)).toBe(true);
      expect(value.length).toBeGreaterThanOrEqual(kept.length);
      await expect(again.tool.notice).toBeHidden();
      await again.tool.outline.press("Control+End");
      await again.page.keyboard.type("。");
      await expect.poll(() => texts(again.page)).toEqual([`${value}。`]);
      await again.context.close();
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
