// The offline page: one file with style and script inside; the script carries the wasm.

import { createHash } from "node:crypto";

/** Fills the page's template. Nothing it holds can be reached from outside, and it can reach nothing. */
export function offlinePage({ template, style, script }) {
  // Browsers before Chromium 97 know no narrower right to compile wasm than 'unsafe-eval'.
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}' 'unsafe-eval'`,
    `style-src '${hash(style)}'`,
    // The icon is empty, so that none is asked for.
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const parts = { policy, style, script };
  // The policy knows style and script by their hashes: no blank may stand around them in the template.
  return Object.entries(parts).reduce((page, [name, part]) => {
    const place = name === "policy" ? `"{{${name}}}"` : `>{{${name}}}<`;
    if (!page.includes(place)) throw new Error(`the template has no ${place}`);
    return page.replace(`{{${name}}}`, () => part);
  }, template);
}

function hash(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
