// What the checks of Rust need beside the compiler.

import { fail, output, run } from "../../www/tools/install.mjs";

/** A lean toolchain has neither. */
const TOOLS = { clippy: ["clippy", "--version"], rustfmt: ["fmt", "--version"] };

/** Makes sure that Rust can check itself. */
export function installRustTools() {
  const missing = Object.keys(TOOLS).filter((name) => output("cargo", TOOLS[name]) === undefined);
  if (missing.length === 0) return;
  if (output("rustup", ["--version"]) === undefined) fail(`Rust has no ${missing.join(" and no ")}.`);
  run("rustup", ["component", "add", ...missing]);
}
