// Rust → core.wasm and its JavaScript glue.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { TARGET, output, root, run } from "./install.mjs";
import { cutParser } from "./parser.mjs";

/**
 * The standard library is built with the core: the ready-made one uses what came after Chromium 83, and carries the
 * words of every panic, a sixth of the module. A panic stops the instance either way. Stable Rust does this
 * when it is told to take its unstable options.
 */
const STANDARD_LIBRARY = [
  ...["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"],
  // Strings and vectors, which all of the core stands on.
  ...["alloc", "core"].flatMap((name) => ["--config", `profile.release.package.${name}.opt-level = "s"`]),
  // The search for single bytes, a thirtieth of a pass: it is small in any case.
  ...["--config", "profile.release.package.memchr.opt-level = 3"],
];
const RUSTFLAGS = [
  // What every browser since Chromium 75 has.
  "-Ctarget-cpu=mvp",
  "-Ctarget-feature=+bulk-memory,+sign-ext,+nontrapping-fptoint,+mutable-globals",
  // A fifth faster for a fortieth larger: by itself, opt-level z inlines next to nothing.
  "-Cllvm-args=-inline-threshold=45",
  "-Zunstable-options",
  "-Cpanic=immediate-abort",
  "-Zfmt-debug=none",
  "-Zlocation-detail=none",
];

/** What Cargo knows of the project: its packages, and where it builds. */
function metadata() {
  return JSON.parse(output("cargo", ["metadata", "--format-version", "1"]));
}

/**
 * Builds the module with or without what the page needs. Gives the folder of `core.js` (glue) and `core_bg.wasm`.
 */
export function buildWasm(kind) {
  const { packages, target_directory: target } = metadata();
  const parser = join(target, "parser");
  cutParser(packages, parser);
  const features = kind === "page" ? ["--features", "page"] : [];
  const env = { ...process.env, RUSTC_BOOTSTRAP: "1", RUSTFLAGS: RUSTFLAGS.join(" ") };
  const build = ["build", "--quiet", "--release", "--lib", "--target", TARGET];
  const replaced = ["--config", `paths = [${JSON.stringify(parser)}]`];
  run("cargo", [...build, ...features, ...STANDARD_LIBRARY, ...replaced], { env });
  const built = join(target, TARGET, "release", "outline_summary.wasm");

  const glue = join(target, "glue", kind);
  mkdirSync(glue, { recursive: true });
  run("cargo", ["run", "--quiet", "--package", "bindgen", "--", built, glue]);
  const module = join(glue, "core_bg.wasm");
  optimize(module);
  return glue;
}

/** Makes a module small: flattening it first lets the passes find more. */
function optimize(module) {
  run(process.execPath, [
    join(root, "node_modules", "binaryen", "bin", "wasm-opt"),
    ...["--enable-mutable-globals", "--enable-sign-ext", "--enable-nontrapping-float-to-int"],
    ...["--enable-bulk-memory", "--enable-bulk-memory-opt"],
    ...["--low-memory-unused", "--strip-target-features", "--strip-producers"],
    ...["--dae-optimizing", "--flatten", "--rereloop", "-Oz", "--gufa-optimizing", "-Oz", "--converge"],
    ...["--reorder-functions", module, "-o", module],
  ]);
}
