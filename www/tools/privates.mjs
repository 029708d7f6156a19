// Private names for a browser that has none.

import { readFileSync } from "node:fs";
import ts from "typescript";

/** Stands before the names that are made short. */
const MARK = "private_";

/** What esbuild is told to make short. */
export const SHORT = new RegExp(`^${MARK}`);

/**
 * Chromium 83 gets private names by helpers, at each use of one, which makes the page a thirtieth larger. That nobody
 * else uses them is checked with the types; here they become plain ones, and short.
 */
export const plainPrivates = {
  name: "plain-privates",
  setup(builder) {
    builder.onLoad({ filter: /[\\/]www[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      return { contents: withPlainNames(text, path), loader: "ts" };
    });
  },
};

function withPlainNames(text, path) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const places = [];
  const visit = (node, isOurs) => {
    // An element belongs to its page, which may give it properties of any name.
    if (ts.isClassLike(node)) isOurs = !node.heritageClauses?.some(extendsAnother);
    if (isOurs && ts.isPrivateIdentifier(node)) places.push(node.getStart());
    ts.forEachChild(node, (child) => visit(child, isOurs));
  };
  visit(source, false);
  return places.reduceRight((text, at) => text.slice(0, at) + MARK + text.slice(at + 1), text);
}

const extendsAnother = ({ token }) => token === ts.SyntaxKind.ExtendsKeyword;
