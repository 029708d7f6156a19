// The browsers of the tests: Debian's Chromium and Firefox, and two old Chromiums from packages.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { output, root, run } from "../../www/tools/install.mjs";
import { canInstall, installDebian } from "./debian.mjs";

/** Chromium as Debian has it: without windows, which takes half as long, and with them, where that is all there is. */
const CHROMIUMS = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/** Where Debian puts its browsers. */
export const CHROMIUM = CHROMIUMS.find(existsSync) ?? CHROMIUMS[0];
export const FIREFOX = "/usr/bin/firefox-esr";

const browser = join(root, "tests", "browser");

/** An old Chromium, with the libraries that its package brings; it runs on Linux alone. */
function oldChromium(version, name) {
  const folder = join(browser, ".cache", `chromium-${version}`);
  const bin = join(browser, "node_modules", name, "bin");
  return { version, bin, folder, executable: join(folder, "chromium"), libraries: join(folder, "lib") };
}

/** The oldest in use, and the last one for the Windows of many offices. */
export const OLD_CHROMIUMS = [oldChromium(83, "chrome-aws-lambda"), oldChromium(109, "@sparticuz/chromium")];

/** Do the old ones run on this machine? */
export const hasOldChromiums = process.platform === "linux" && process.arch === "x64";

/** Installs what is missing, where that is possible; else says what to run. */
export function installBrowsers() {
  if (process.platform === "linux") {
    const wanted = [];
    const [quick, other] = CHROMIUMS.map((path) => existsSync(path));
    if (!quick && (!other || canInstall())) wanted.push("chromium-headless-shell");
    if (!existsSync(FIREFOX)) wanted.push("firefox-esr");
    if (!output("fc-list", [":lang=zh", "family"])?.trim()) wanted.push("fonts-noto-cjk");
    if (wanted.length > 0) installDebian("The browser tests", wanted);
  }
  if (process.platform !== "linux") installOwnBrowsers();
  if (hasOldChromiums) OLD_CHROMIUMS.forEach(unpack);
}

/** Where Debian's browsers cannot be, Playwright brings its own. */
function installOwnBrowsers() {
  const playwright = join(browser, "node_modules", "@playwright", "test", "cli.js");
  run(process.execPath, [playwright, "install", "chromium", "firefox"]);
}

/** The packages are made for a server without libraries: they bring them, compressed. */
function unpack({ bin, folder, executable }) {
  if (existsSync(executable)) return;
  const unpacked = (name) => brotliDecompressSync(readFileSync(join(bin, name)));
  mkdirSync(folder, { recursive: true });
  for (const archive of ["aws.tar", "swiftshader.tar"]) {
    execFileSync("tar", ["-x", "--no-same-owner", "-C", folder], { input: unpacked(`${archive}.br`) });
  }
  // Under its name only when it is whole: an interrupted run leaves nothing that looks ready.
  const part = `${executable}.part`;
  writeFileSync(part, unpacked("chromium.br"), { mode: 0o755 });
  renameSync(part, executable);
}
