// The core against markdown-it, and a session's key.

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../www/tools/install.mjs";
import { interleaved, median, milliseconds, printTable, times } from "./measure.mjs";
import { outlineOfLength } from "./texts.mjs";

/** Keys of each size: pairs that come and go, so that the text stays as long as it is. */
const PAIRS = 60;

/** Prints what a whole pass and a key cost. `texts` go from short to long. */
export async function benchCore(texts) {
  const core = await import(pathToFileURL(join(root, "dist/core.js")));
  await core.load();
  const require = createRequire(join(root, "tests/browser/package.json"));
  const { default: MarkdownIt } = await import(pathToFileURL(require.resolve("markdown-it")));
  benchPasses(core, new MarkdownIt(), texts);
  benchKeys(core, texts);
  benchDocuments(core);
}

function benchPasses({ summarize }, markdownIt, texts) {
  const rows = [["characters", "summarize", "markdown-it", "ours/theirs", "ours, ns a character", "theirs"]];
  for (const text of texts) {
    const jobs = [() => summarize(text).text, () => markdownIt.render(text)];
    const [ours, theirs] = interleaved(jobs, { seconds: 5, warmUp: text.length > 500_000 ? 2 : 20 });
    const each = (time) => ((time * 1e6) / text.length).toFixed(1);
    rows.push([
      String(text.length),
      milliseconds(ours),
      milliseconds(theirs),
      times(ours / theirs),
      each(ours),
      each(theirs),
    ]);
  }
  printTable("A whole pass, text to text (medians)", rows);
}

function benchKeys({ Session }, texts) {
  const rows = [["characters", "a key", "against the one before"]];
  let before;
  for (const text of texts) {
    const session = new Session(text);
    const at = middleOf(text);
    const spent = [];
    for (let pair = 0; pair < PAIRS; pair++) {
      for (const edit of [
        [at, at, "新"],
        [at, at + 1, ""],
      ]) {
        const start = performance.now();
        session.edit(...edit);
        spent.push(performance.now() - start);
      }
    }
    session.close();
    // The first keys find cold code.
    const key = median(spent.slice(PAIRS / 2));
    rows.push([String(text.length), milliseconds(key), before ? times(key / before) : ""]);
    before = key;
  }
  printTable("A key in the middle of a session (medians)", rows);
}

/** Characters on a page of the standard. */
const PAGE = 22 * 28;

function benchDocuments({ toDocx, toHtml }) {
  const rows = [["pages", "toDocx", "kB", "toHtml", "kB"]];
  for (const pages of [10, 100]) {
    const text = outlineOfLength(pages * PAGE);
    const [docx, html] = interleaved([() => toDocx(text), () => toHtml(text)], { seconds: 2 });
    const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
    const [docxSize, htmlSize] = [toDocx(text).length, Buffer.byteLength(toHtml(text))].map(kilobytes);
    rows.push([String(pages), milliseconds(docx), docxSize, milliseconds(html), htmlSize]);
  }
  printTable("A Word document, and HTML for the clipboard (medians)", rows);
}

/** A place inside a sentence in the middle of a text. */
export function middleOf(text) {
  return text.indexOf("围绕", text.length >> 1) + 1;
}
