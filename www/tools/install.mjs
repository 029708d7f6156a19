// Installs what a fresh machine lacks: the wasm target of Rust and packages of npm.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** What Rust builds for. */
export const TARGET = "wasm32-unknown-unknown";

/** Runs a command; its output goes where ours does. Ends the program if the command fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (error?.code === "ENOENT") fail(`\`${command}\` is not installed.`);
  if (status !== 0) fail(`This failed: ${command} ${args.join(" ")}`);
}

/** What a command prints; `undefined` if it cannot be run or fails. */
export function output(command, args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  return status === 0 ? stdout : undefined;
}

/** Ends the program with a message. */
export function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

/** Makes sure that Rust can build wasm, with a standard library of our own making. */
export function installRustParts() {
  if (output("cargo", ["--version"]) === undefined) {
    fail("Rust is not installed. Install it with rustup, then run this command again.");
  }
  const libraries = output("rustc", ["--print", "target-libdir", "--target", TARGET])?.trim();
  const sources = join(output("rustc", ["--print", "sysroot"])?.trim() ?? "", "lib/rustlib/src/rust/library");
  if (!existsSync(libraries ?? "")) installWithRustup(["target", "add", TARGET]);
  if (!existsSync(sources)) installWithRustup(["component", "add", "rust-src"]);
}

function installWithRustup(args) {
  console.log(`Installing a part of Rust: rustup ${args.join(" ")} …`);
  if (output("rustup", ["--version"]) === undefined) {
    fail(`There is no rustup to install a part of Rust that is missing: rustup ${args.join(" ")}`);
  }
  run("rustup", args);
}

/** Makes sure that the packages of a folder are there, in the versions of its lock file. */
export function installPackages(folder = root) {
  const wanted = readFileSync(join(folder, "package-lock.json"), "utf8");
  const installed = join(folder, "node_modules", ".package-lock.json");
  if (existsSync(installed) && sameVersions(wanted, readFileSync(installed, "utf8"))) return;
  console.log("Installing npm packages …");
  run("npm", ["ci", "--no-fund", "--no-audit", "--no-update-notifier"], {
    cwd: folder,
    shell: process.platform === "win32",
  });
}

/** Does an installed tree hold the versions of a lock file? Packages for other platforms are left out of it. */
function sameVersions(wanted, installed) {
  const versions = (json) => JSON.parse(json).packages;
  const there = versions(installed);
  return Object.entries(versions(wanted)).every(
    ([name, { version, optional }]) => name === "" || optional || there[name]?.version === version,
  );
}
