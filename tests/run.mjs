// `npm test`: installs what is missing, then runs every test there is. The last line counts them.
// `npm run test:full`: the same, with twenty documents of up to a hundred pages on paper instead of three.

import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { TARGET, installPackages, installRustParts, root } from "../www/tools/install.mjs";
import { installBrowsers } from "./tools/browsers.mjs";
import { hasOffice, installOffice } from "./tools/office.mjs";
import { installRustTools } from "./tools/rust.mjs";
import { begin, count, skip, step } from "./tools/steps.mjs";

if (process.argv.includes("--full")) process.env.OUTLINE_SUMMARY_FULL = "1";
const browser = join(root, "tests", "browser");
installRustParts();
installRustTools();
installPackages();
installPackages(browser);
installBrowsers();
installOffice();

const node = process.execPath;
const tool = (name, file) => [node, join(root, "node_modules", name, file)];
const clippy = (...what) => ["cargo", "clippy", "--quiet", ...what, "--", "-D", "warnings"];
// Not the page's HTML: its policy counts every blank.
const formatted = ["{www,tests,benches}/**/*.{mjs,ts,css}", "!**/node_modules/**", "!**/.cache/**"];

// What an earlier build left must not be tested. A build that is too large is tested all the same. One of its compilers
// works on one core: it goes on beside the tests that do without it.
const dist = join(root, "dist");
rmSync(dist, { recursive: true, force: true });
const build = begin("build and sizes", [node, "www/build.mjs"]);
await step("format of Rust", ["cargo", "fmt", "--all", "--check"]);
await step("format of the rest", [...tool("prettier", "bin/prettier.cjs"), "--check", ...formatted]);
await step("clippy", clippy("--workspace", "--all-targets"));
await step("clippy for wasm", clippy("--lib", "--target", TARGET));
await step("clippy for the page's wasm", clippy("--lib", "--target", TARGET, "--features", "page"));
await step(
  "native tests",
  ["cargo", "test", "--no-fail-fast"],
  /^test result: \w+\. (\d+) passed; (\d+) failed/gm,
);

await build();
await step("types", tool("typescript", "bin/tsc"));
if (existsSync(join(dist, "outline-summary.html"))) {
  const api = join(root, "tests", "api");
  const files = readdirSync(api).filter((name) => name.endsWith(".test.mjs"));
  await step(
    "API in Node",
    [node, "--test", "--test-reporter=spec", ...files.map((name) => join(api, name))],
    /^ℹ pass (\d+)\nℹ fail (\d+)/gm,
  );
  await step(
    "keys of the outline",
    [node, "--test", "--test-reporter=spec", join(root, "tests", "editor", "keys.test.mjs")],
    /^ℹ pass (\d+)\nℹ fail (\d+)/gm,
  );
  const parts = ["drafts/draft", "drafts/versions", "drafts/stores", "filling/filling"];
  await step(
    "drafts and filling",
    [
      ...[node, "--test", "--test-reporter=spec"],
      ...parts.map((name) => join(root, "tests", `${name}.test.mjs`)),
    ],
    /^ℹ pass (\d+)\nℹ fail (\d+)/gm,
  );
  if (hasOffice) {
    await step(
      "documents in LibreOffice",
      [node, "--test", "--test-reporter=spec", join(root, "tests", "office", "office.test.mjs")],
      /^ℹ pass (\d+)\nℹ fail (\d+)/gm,
    );
    await step(
      "pages seen, printed and in LibreOffice",
      [node, "--test", "--test-reporter=spec", join(root, "tests", "paper", "paper.test.mjs")],
      /^ℹ pass (\d+)\nℹ fail (\d+)/gm,
    );
  }
  const playwright = join(browser, "node_modules", "@playwright", "test", "cli.js");
  await step(
    "the page in browsers",
    [node, playwright, "test", "--config", join(browser, "playwright.config.mjs")],
    /^(\d+) passed, (\d+) failed$/gm,
  );
} else {
  skip("API in Node", "the page in browsers");
}

const { passed, failed } = count();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
