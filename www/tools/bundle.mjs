// Bundling for the oldest browser in use.

import zopfli from "@gfx/zopfli";
import { build, transform } from "esbuild";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { base91 } from "./base91.mjs";
import { root } from "./install.mjs";
import { SHORT, plainPrivates } from "./privates.mjs";

const TARGET = "chrome83";

/** Bundles an entry of www/ with the glue of a wasm. Gives its text. */
export async function bundle(file, glue) {
  const isCore = file.startsWith("core/");
  const { outputFiles } = await build({
    entryPoints: [join(root, "www", file)],
    bundle: true,
    minify: true,
    format: "esm",
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    alias: { glue: join(glue, "core.js"), "core-glue": join(glue, "core.js") },
    mangleProps: SHORT,
    define: isCore ? {} : WITHOUT_FINALIZERS,
    plugins: file.endsWith(".css")
      ? []
      : [styleText, carried(glue), renewable(glue), isCore ? [] : plainPrivates, withoutParsers].flat(),
    write: false,
  });
  return outputFiles[0].text;
}

/** Style sheets as text, for the element's shadow root. */
const styleText = {
  name: "style-text",
  setup(builder) {
    builder.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), {
        loader: "css",
        minify: true,
        target: TARGET,
      });
      return { contents: code, loader: "text" };
    });
  },
};

/**
 * A finalizer frees by an address, which in a fresh instance is something else's. The page gives all back by hand; the
 * core alone, whose callers may forget to, is never renewed.
 */
const WITHOUT_FINALIZERS = { FinalizationRegistry: "undefined" };

/** Lets the glue, which starts its module once, start it anew after a trap. */
function renewable(glue) {
  return {
    name: "renewable",
    setup(builder) {
      builder.onLoad({ filter: /[\\/]core\.js$/ }, ({ path }) => {
        if (path !== join(glue, "core.js")) return undefined;
        const renew = "export const renew = () => __wbg_init_once({ module_or_path: wasmModule });";
        return { contents: `${readFileSync(path, "utf8")}\n${renew}\n`, loader: "js" };
      });
    },
  };
}

/** CodeMirror's commands for programming languages are not used, but what they parse with does not say that it may go. */
const withoutParsers = {
  name: "without-parsers",
  setup(builder) {
    builder.onResolve({ filter: /^@lezer\// }, async ({ path, pluginData, ...options }) => {
      if (pluginData === "asked") return undefined;
      const resolved = await builder.resolve(path, { ...options, pluginData: "asked" });
      return { ...resolved, sideEffects: false };
    });
  },
};

/** The wasm, and the templates, as compressed text. */
function carried(glue) {
  const contents = {
    "carried-wasm": () => readFileSync(join(glue, "core_bg.wasm")),
    "carried-templates": () => Buffer.from(JSON.stringify(templates())),
  };
  return {
    name: "carried",
    setup(builder) {
      builder.onResolve({ filter: /^carried-/ }, ({ path }) => ({ path, namespace: "carried" }));
      builder.onLoad({ filter: /.*/, namespace: "carried" }, async ({ path }) => {
        // A twentieth smaller than what zlib makes of it.
        const packed = await promisify(zopfli.gzip)(contents[path](), {});
        return {
          contents: `export const text = ${JSON.stringify(base91(packed))}, length = ${packed.length}`,
          loader: "js",
        };
      });
    },
  };
}

/** The templates by the names of their files. */
function templates() {
  const folder = join(root, "www", "templates");
  const read = (file) => [file.replace(/\.md$/, ""), readFileSync(join(folder, file), "utf8")];
  return Object.fromEntries(readdirSync(folder).sort().map(read));
}
