// The real page in real browsers: today's Chromium and Firefox, and the old Chromiums of offices.

import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";
import { CHROMIUM, FIREFOX, OLD_CHROMIUMS, hasOldChromiums } from "../tools/browsers.mjs";

/** No sandbox: tests run as root. The rest keeps the browser from calling its maker. */
const args = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** What needs the developer tools of today's Chromium. */
const TODAY = ["composition.spec.mjs", "leaks.spec.mjs", "looks.spec.mjs"];

/** What is the same program in all of them: today's Chromium and Firefox have seen it. */
const ALIKE = ["head", "large", "progress", "reading", "style"].map((name) => `${name}.spec.mjs`);

const chromium = {
  name: "chromium",
  use: { launchOptions: { args, executablePath: existsSync(CHROMIUM) ? CHROMIUM : undefined } },
};

const firefox = {
  name: "firefox",
  testIgnore: TODAY,
  use: {
    browserName: "firefox",
    ...(existsSync(FIREFOX) && { channel: "moz-firefox" }),
    launchOptions: {
      ...(existsSync(FIREFOX) && { executablePath: FIREFOX }),
      // As users have it.
      firefoxUserPrefs: { "security.fileuri.strict_origin_policy": true },
    },
  },
};

/** What the oldest of them has seen, and depends on no feature that came since. */
const SEEN = [
  ...["keys", "element", "form", "restart", "styling"],
  ...["drafts-stores", "drafts-windows", "files", "keeping"],
].map((name) => `${name}.spec.mjs`);

const old = OLD_CHROMIUMS.map(({ version, executable, libraries }, at) => ({
  name: `chromium-${version}`,
  testIgnore: [...TODAY, ...ALIKE, ...(at > 0 ? SEEN : [])],
  use: {
    launchOptions: {
      args: [...args, "--no-zygote"],
      executablePath: executable,
      env: { ...process.env, LD_LIBRARY_PATH: libraries },
    },
  },
}));

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
  projects: [chromium, firefox, ...(hasOldChromiums ? old : [])],
});
