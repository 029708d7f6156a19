// `npm test`: installs what is missing, then runs every test there is. The last line counts them.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { installPackages, installRustParts, root } from "../www/tools/install.mjs";
import { installBrowsers } from "./tools/browsers.mjs";
import { count, step } from "./tools/steps.mjs";

installRustParts();
installPackages();
installPackages(join(root, "tests", "browser"));
installBrowsers();

const node = process.execPath;
const tool = (name, file) => [node, join(root, "node_modules", name, file)];
const clippy = ["cargo", "clippy", "--quiet"];
const formatted = ["{www,tests,benches}/**/*.{mjs,ts,css}", "!**/node_modules/**", "!**/.cache/**"];

await step("format of Rust", ["cargo", "fmt", "--all", "--check"]);
await step("format of the rest", [...tool("prettier", "bin/prettier.cjs"), "--check", ...formatted]);
await step("clippy", [...clippy, "--workspace", "--all-targets", "--", "-D", "warnings"]);
await step("clippy for wasm", [
  ...clippy,
  "--lib",
  "--target",
  "wasm32-unknown-unknown",
  "--",
  "-D",
  "warnings",
]);
await step("native tests", ["cargo", "test"], /^test result: \w+\. (\d+) passed; (\d+) failed/gm);
const built = await step("build and sizes", [node, "www/build.mjs"]);
await step("types", tool("typescript", "bin/tsc"));
if (built) {
  await step(
    "API in Node",
    [node, "--test", "--test-reporter=tap", "tests/api/"],
    /^# pass (\d+)\n# fail (\d+)/gm,
  );
  const playwright = join(root, "tests", "browser", "node_modules", "@playwright", "test", "cli.js");
  const config = join(root, "tests", "browser", "playwright.config.mjs");
  await step(
    "the page in browsers",
    [node, playwright, "test", "--config", config],
    /^(\d+) passed, (\d+) failed$/gm,
  );
}

const { passed, failed } = count();
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || !existsSync(join(root, "dist", "core.wasm")) ? 1 : 0);
