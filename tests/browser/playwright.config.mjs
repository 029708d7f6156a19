// The real page in real browsers: today's Chromium and Firefox, and the old Chromiums of offices.

import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";
import { CHROMIUM, FIREFOX, OLD_CHROMIUMS, hasOldChromiums } from "../tools/browsers.mjs";

/** No sandbox: tests run as root. The rest keeps the browser from calling its maker. */
const args = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

const specs = (...names) => names.map((name) => `${name}.spec.mjs`);

/** What needs the developer tools of today's Chromium. */
const TODAY = specs("composition", "leaks", "looks");

/** What is the same program in all of them: today's Chromium and Firefox have seen it. */
const ALIKE = specs("head", "large", "progress", "reading", "style");

/** What the oldest of them has seen, and depends on no feature that came since. */
const SEEN = [
  ...specs("keys", "element", "form", "restart", "styling"),
  ...specs("drafts-stores", "drafts-windows", "files", "keeping"),
];

/**
 * What each browser does in its own way: how it takes keys, keeps a selection, prints, copies and keeps what was written.
 * `npm test` runs no more than that and a little beside today's Chromium, and `npm run test:full` all.
 */
const OWN = specs("typing", "clipboard", "paper", "portal", "print", "text", "killed", "private");
const isFull = Boolean(process.env.OUTLINE_SUMMARY_FULL);
const own = (...more) => (isFull ? undefined : [...OWN, ...more]);

const chromium = {
  name: "chromium",
  use: { launchOptions: { args, executablePath: existsSync(CHROMIUM) ? CHROMIUM : undefined } },
};

const firefox = {
  name: "firefox",
  testMatch: own(...specs("keys")),
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

const old = OLD_CHROMIUMS.map(({ version, executable, libraries }, at) => ({
  name: `chromium-${version}`,
  testMatch: at > 0 ? own() : own(...specs("drafts", "element")),
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
