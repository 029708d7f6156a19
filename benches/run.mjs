// `npm run bench`: the core against markdown-it, a session's key, and a key on the page, all on the same texts.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fail, installPackages, installRustParts, root } from "../www/tools/install.mjs";
import { benchCore } from "./core.mjs";
import { benchPage } from "./page.mjs";
import { benchReading } from "./reading.mjs";
import { outlineOfLength } from "./texts.mjs";

/** A speech, a yearbook, and more than anyone writes. */
const LENGTHS = [2_700, 54_000, 1_000_000];

installRustParts();
installPackages();
installPackages(join(root, "tests/browser"));
// The build ends in the size gate, which is no matter here: its files are there before.
const { status } = spawnSync(process.execPath, [join(root, "www/build.mjs")], {
  cwd: root,
  stdio: "inherit",
});
if (status !== 0 && !existsSync(join(root, "dist/outline-summary.html"))) fail("dist/ was not built.");

console.log(`\nNode ${process.version}, ${cpus()[0]?.model ?? "an unknown processor"}`);
const texts = LENGTHS.map(outlineOfLength);
await benchCore(texts);
await benchReading().catch((error) => fail(`Reading could not be measured: ${error.message}`));
await benchPage(texts).catch((error) => fail(`The page could not be measured: ${error.message}`));
