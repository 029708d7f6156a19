// The offline page in browsers that print into a file, with the fonts of the tests.

import { existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { root } from "../../www/tools/install.mjs";
import { CHROMIUM, FIREFOX } from "../tools/browsers.mjs";
import { testFonts } from "../tools/fonts.mjs";
import { collectPages } from "./preview.mjs";

const require = createRequire(join(root, "tests/browser/package.json"));
const playwright = require("@playwright/test");

/** What has Firefox print into a file without asking. */
const silent = (file) => ({
  "print.always_print_silent": true,
  print_printer: "Mozilla Save to PDF",
  "print.printer_Mozilla_Save_to_PDF.print_to_file": true,
  "print.printer_Mozilla_Save_to_PDF.print_to_filename": file,
});

/** Opens a browser: `chromium` or `firefox`. It prints into files of this folder. */
export async function openBrowser(name, folder) {
  const env = { ...process.env, ...testFonts() };
  const firefoxFile = join(folder, "firefox.pdf");
  const browser =
    name === "chromium"
      ? await playwright.chromium.launch({
          executablePath: CHROMIUM,
          args: ["--no-sandbox", "--disable-gpu"],
          env,
        })
      : await playwright.firefox.launch({
          channel: "moz-firefox",
          executablePath: FIREFOX,
          firefoxUserPrefs: silent(firefoxFile),
          env,
        });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(pathToFileURL(join(root, "dist/outline-summary.html")).href);
  await page.waitForFunction(() => document.querySelector("outline-summary").summary);
  const element = page.locator("outline-summary");
  await element.getByRole("combobox", { name: "显示比例" }).selectOption({ label: "100%" });
  return {
    page,
    /** Shows a document. Gives its pages as the preview has them, lengths in points of paper. */
    async preview(source) {
      await element.evaluate((element, source) => void (element.value = source), source);
      return collectPages(element);
    },
    /** Prints what is shown. Gives the file. */
    async print() {
      if (name === "firefox") {
        rmSync(firefoxFile, { force: true });
        await element.getByRole("button", { name: "打印" }).click();
        await isWritten(firefoxFile);
        return firefoxFile;
      }
      const path = join(folder, "chromium.pdf");
      await element.getByRole("textbox", { name: "提纲" }).focus();
      await page.pdf({ path, preferCSSPageSize: true });
      return path;
    },
    close: () => browser.close(),
  };
}

/** Waits for a PDF to be whole: its last line says so. */
async function isWritten(file) {
  const isWhole = () => existsSync(file) && readFileSync(file).subarray(-16).includes("%%EOF");
  while (!isWhole()) await sleep(50);
}
