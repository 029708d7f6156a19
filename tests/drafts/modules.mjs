// The modules of drafts, bundled as the page has them.

import { build } from "esbuild";
import { join } from "node:path";
import { root } from "../../www/tools/install.mjs";

const NAMES = [
  "drafts/draft",
  "drafts/versions",
  "drafts/shelf",
  "drafts/memory",
  "drafts/local",
  "element/when",
];

const { outputFiles } = await build({
  stdin: {
    contents: NAMES.map((name) => `export * from "./${name}.ts";`).join("\n"),
    resolveDir: join(root, "www"),
  },
  bundle: true,
  format: "esm",
  write: false,
});

export const drafts = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
