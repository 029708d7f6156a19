// The real page in real browsers: today's Chromium, and the oldest in use.

import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";
import { CHROMIUM, OLD_CHROMIUM, hasOldChromium } from "../tools/browsers.mjs";

/** No sandbox: tests run as root. The rest keeps the browser from calling its maker. */
const args = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

const today = {
  name: "chromium",
  testIgnore: "old.spec.mjs",
  use: { launchOptions: { args, executablePath: existsSync(CHROMIUM) ? CHROMIUM : undefined } },
};

const old = {
  name: "chromium-83",
  testMatch: "old.spec.mjs",
  use: {
    launchOptions: {
      args: [...args, "--no-zygote"],
      executablePath: OLD_CHROMIUM.executable,
      env: { ...process.env, LD_LIBRARY_PATH: OLD_CHROMIUM.libraries },
    },
  },
};

export default defineConfig({
  testDir: ".",
  outputDir: ".cache/results",
  workers: 2,
  fullyParallel: true,
  // Long enough for a slow machine: a test waits for what it expects, and no longer.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [["list"], ["./counts.mjs"]],
  projects: hasOldChromium ? [today, old] : [today],
});
