// The browsers of the tests: Debian's Chromium, and an old one from a package.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { fail, output, root, run } from "../../www/tools/install.mjs";

/** Where Debian puts its Chromium. */
export const CHROMIUM = "/usr/bin/chromium";

const browser = join(root, "tests", "browser");
const cache = join(browser, ".cache", "chromium-83");

/** Chromium 83, and the libraries it needs; it runs on Linux alone. */
export const OLD_CHROMIUM = { executable: join(cache, "chromium"), libraries: join(cache, "lib") };

/** Does the old one run on this machine? */
export const hasOldChromium = process.platform === "linux" && process.arch === "x64";

/** Installs what is missing, where that is possible; else says what to run. */
export function installBrowsers() {
  if (process.platform === "linux") {
    const wanted = [];
    if (!existsSync(CHROMIUM)) wanted.push("chromium");
    if (!output("fc-list", [":lang=zh", "family"])?.trim()) wanted.push("fonts-noto-cjk");
    if (wanted.length > 0) installDebian(wanted);
  }
  if (process.platform !== "linux") installOwnChromium();
  if (hasOldChromium) unpackOldChromium();
}

/** Where Debian's browser cannot be, Playwright brings its own. */
function installOwnChromium() {
  const playwright = join(browser, "node_modules", "@playwright", "test", "cli.js");
  run(process.execPath, [playwright, "install", "chromium"]);
}

function installDebian(packages) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || output("apt-get", ["--version"]) === undefined) {
    fail(`The browser tests need these. Run: sudo apt-get install ${packages.join(" ")}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-qq"], { env });
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { env });
}

/** The package is made for a server without libraries: it brings them, compressed. */
function unpackOldChromium() {
  if (existsSync(OLD_CHROMIUM.executable)) return;
  const bin = join(browser, "node_modules", "chrome-aws-lambda", "bin");
  const unpacked = (name) => brotliDecompressSync(readFileSync(join(bin, name)));
  mkdirSync(cache, { recursive: true });
  for (const archive of ["aws.tar", "swiftshader.tar"]) {
    execFileSync("tar", ["-x", "--no-same-owner", "-C", cache], { input: unpacked(`${archive}.br`) });
  }
  // Under its name only when it is whole: an interrupted run leaves nothing that looks ready.
  const part = `${OLD_CHROMIUM.executable}.part`;
  writeFileSync(part, unpacked("chromium.br"), { mode: 0o755 });
  renameSync(part, OLD_CHROMIUM.executable);
}
