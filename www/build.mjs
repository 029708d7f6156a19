// Builds dist/: the core, the element and the offline page.

import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./tools/bundle.mjs";
import { root } from "./tools/install.mjs";
import { offlinePage } from "./tools/page.mjs";
import { checkSizes } from "./tools/sizes.mjs";
import { buildWasm } from "./tools/wasm.mjs";

const dist = join(root, "dist");
const www = join(root, "www");
const glue = { core: buildWasm("core"), page: buildWasm("page") };
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

const write = (name, text) => writeFileSync(join(dist, name), text);
const copy = (from, name) => copyFileSync(from, join(dist, name));
copy(join(glue.core, "core_bg.wasm"), "core.wasm");
copy(join(www, "core.d.ts"), "core.d.ts");
write("core.js", await bundle("core/main.ts", glue.core));

for (const name of ["outline-summary.d.ts", "custom-elements.json"]) copy(join(www, name), name);
for (const end of ["html", "css", "js"]) copy(join(www, `portal-example.${end}`), `portal-example.${end}`);
cpSync(join(www, "examples"), join(dist, "examples"), { recursive: true });
write("outline-summary.js", await bundle("element/main.ts", glue.page));
write(
  "outline-summary.html",
  offlinePage({
    template: readFileSync(join(www, "page/page.html"), "utf8"),
    style: await bundle("page/page.css", glue.page),
    script: await bundle("page/main.ts", glue.page),
  }),
);
checkSizes(dist);
