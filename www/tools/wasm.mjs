// Rust → core.wasm and its JavaScript glue.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { output, root, run } from "./install.mjs";

/** Where cargo builds. */
export function targetFolder() {
  return JSON.parse(output("cargo", ["metadata", "--no-deps", "--format-version", "1"])).target_directory;
}

/** Builds the module. Gives the folder of `core.js` (glue) and `core_bg.wasm`. */
export function buildWasm() {
  const target = targetFolder();
  run("cargo", ["build", "--quiet", "--release", "--lib", "--target", "wasm32-unknown-unknown"]);
  const built = readFileSync(join(target, "wasm32-unknown-unknown", "release", "outline_summary.wasm"));

  const glue = join(target, "glue");
  mkdirSync(glue, { recursive: true });
  const plain = join(glue, "plain.wasm");
  writeFileSync(plain, withoutSection(built, "target_features"));
  run("cargo", ["run", "--quiet", "--package", "bindgen", "--", plain, glue]);
  optimize(join(glue, "core_bg.wasm"));
  return glue;
}

/**
 * Takes a custom section out of a wasm module. The ready-made standard library is marked with features that the
 * code does not use; bindgen would believe the mark and make a module that Chromium 83 cannot read.
 */
function withoutSection(module, unwanted) {
  const kept = [module.subarray(0, 8)];
  for (let at = 8; at < module.length; ) {
    const [size, body] = leb128(module, at + 1);
    const end = body + size;
    const isUnwanted = module[at] === 0 && sectionName(module, body) === unwanted;
    if (!isUnwanted) kept.push(module.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

function sectionName(module, body) {
  const [length, start] = leb128(module, body);
  return module.subarray(start, start + length).toString("utf8");
}

/** An unsigned LEB128 number, and the place behind it. */
function leb128(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

/** Makes a module small, and lowers what is newer than Chromium 83. */
function optimize(module) {
  run(process.execPath, [
    join(root, "node_modules", "binaryen", "bin", "wasm-opt"),
    ...["-Oz", "--enable-bulk-memory", "--enable-sign-ext", "--enable-nontrapping-float-to-int"],
    ...["--enable-mutable-globals", "--signext-lowering", "--llvm-memory-copy-fill-lowering"],
    ...["--llvm-nontrapping-fptoint-lowering", "--strip-target-features", "--strip-producers"],
    ...[module, "-o", module],
  ]);
}
