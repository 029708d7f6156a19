// Packages of Debian that tests need.

import { fail, output, run } from "../../www/tools/install.mjs";

/** Can packages be installed here without asking? */
export const canInstall = () => process.getuid?.() === 0 && output("apt-get", ["--version"]) !== undefined;

/** Installs packages, where that is possible; else says what to run. `who` needs them. */
export function installDebian(who, packages) {
  if (!canInstall()) {
    fail(`${who} need these. Run: sudo apt-get install ${packages.join(" ")}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-qq"], { env });
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { env });
}
