// Builds dist/: core.js, core.wasm, core.d.ts and the offline page.

import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./tools/install.mjs";
import { offlinePage } from "./tools/page.mjs";
import { checkSizes } from "./tools/sizes.mjs";
import { buildWasm } from "./tools/wasm.mjs";

const dist = join(root, "dist");
const www = join(root, "www");
const glue = { core: buildWasm("core"), page: buildWasm("page") };
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

/** Bundles a file for the oldest browser in use, with the wasm of the core or of the page. */
async function bundle(file, kind) {
  const { outputFiles } = await build({
    entryPoints: [join(www, file)],
    bundle: true,
    minify: true,
    format: "esm",
    target: "chrome83",
    charset: "utf8",
    legalComments: "none",
    alias: { glue: join(glue[kind], "core.js") },
    external: ["node:*"],
    write: false,
  });
  return outputFiles[0].text;
}

copyFileSync(join(glue.core, "core_bg.wasm"), join(dist, "core.wasm"));
copyFileSync(join(www, "core.d.ts"), join(dist, "core.d.ts"));
writeFileSync(join(dist, "core.js"), await bundle("core/main.ts", "core"));
writeFileSync(
  join(dist, "outline-summary.html"),
  offlinePage({
    template: readFileSync(join(www, "page/page.html"), "utf8"),
    style: await bundle("page/page.css", "page"),
    script: await bundle("page/main.ts", "page"),
    wasm: join(glue.page, "core_bg.wasm"),
  }),
);
checkSizes(dist);
