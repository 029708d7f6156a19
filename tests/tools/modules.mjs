// Modules of www/, bundled as the page has them, for tests in Node.

import { build } from "esbuild";
import { join } from "node:path";
import { root } from "../../www/tools/install.mjs";

/** What some modules export, by their names below www/. */
export async function modules(names) {
  const { outputFiles } = await build({
    stdin: {
      contents: names.map((name) => `export * from "./${name}.ts";`).join("\n"),
      resolveDir: join(root, "www"),
    },
    bundle: true,
    format: "esm",
    write: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
