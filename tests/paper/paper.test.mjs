// The preview, the printed page and the Word document are one and the same. `OUTLINE_SUMMARY_FULL` takes all documents.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { ready } from "../api/core.mjs";
import { hasOffice, openOffice } from "../tools/office.mjs";
import { openBrowser } from "./browsers.mjs";
import { documents } from "./documents.mjs";
import { fontsByLine, printedPages } from "./pdf.mjs";
import { faultsOf } from "./standard.mjs";

const options = { skip: hasOffice ? false : "the fonts of the tests are packages of Debian" };
const core = await ready();
const texts = documents(Boolean(process.env.OUTLINE_SUMMARY_FULL)).map(({ name, source }) => ({
  name,
  source: source(core),
}));

/** Half a millimetre, in points. */
const NEAR = (0.5 / 25.4) * 72;

/** What the preview shows of each document, for what is compared with it later. */
const previews = new Map();

/** Is it the same text? Poppler cannot tell the characters that no font of the tests has. */
function isSame(shown, printed) {
  const [ours, theirs] = [[...shown], [...printed]];
  return ours.length === theirs.length && theirs.every((char, at) => char === "\ufffd" || char === ours[at]);
}

/** Long enough for a slow machine; without it a browser that prints nothing would be waited for. */
const timeout = 300_000;

for (const browser of hasOffice ? ["chromium", "firefox"] : []) {
  describe(`in ${browser}`, () => {
    let folder, opened;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "outline-summary-paper-"));
      opened = await openBrowser(browser, folder);
    });
    after(async () => {
      await opened?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    for (const { name, source } of texts) {
      test(`${name}: what is printed is what is seen, by the standard`, { timeout }, async () => {
        const seen = await opened.preview(source);
        previews.set(name, seen);
        assert.deepEqual(faultsOf(seen), []);
        const pdf = await opened.print();
        const printed = printedPages(pdf);
        assert.equal(printed.length, seen.length);
        const differing = seen.flatMap((page, at) => differences(page, printed[at], at + 1));
        assert.deepEqual(differing, []);
        // Chromium draws the glyphs of these fonts itself: only Firefox names them.
        if (browser === "firefox") assert.deepEqual(wrongFonts(seen, fontsByLine(pdf)), []);
      });
    }
  });
}

/** Where a printed page is other than the one seen. */
function differences(seen, printed, number) {
  const about = (one, other, distance) => Math.abs(one - other) < distance;
  const found = [];
  if (!about(printed.width, seen.width, 1.5) || !about(printed.height, seen.height, 1.5))
    found.push(`page ${number}: ${printed.width} × ${printed.height}`);
  if (printed.lines.length !== seen.lines.length) found.push(`page ${number}: ${printed.lines.length} lines`);
  // How high poppler takes a font to be differs: all lines of one size are as far from where they are seen.
  const away = new Map();
  for (const [at, line] of seen.lines.entries()) {
    const own = printed.lines[at];
    if (!own || !isSame(line.text, own.text)) {
      found.push(`page ${number}: ${line.text} is printed as ${own?.text}`);
      continue;
    }
    if (!about(own.left, line.left, NEAR) || !about(own.right, line.right, NEAR))
      found.push(`page ${number}: ${line.text} from ${own.left} to ${own.right}`);
    const size = Math.round(line.pieces[0].runs[0].size);
    const first = away.get(size) ?? own.middle - line.middle;
    away.set(size, first);
    if (!about(own.middle - line.middle, first, 2 * NEAR))
      found.push(`page ${number}: ${line.text} at ${own.middle}`);
  }
  return found;
}

/** The families that stand for those of the standard. Firefox takes one face of a family for all names it stands for. */
const STANDING_FOR = {
  方正小标宋简体: "FandolSong",
  黑体: "FandolHei",
  楷体_GB2312: "FandolKai",
  仿宋_GB2312: "FandolFang",
  宋体: "FandolSong",
};

/** Lines that are printed in another font, or another size, than they are seen in. */
function wrongFonts(seen, printed) {
  return seen.flatMap((page, number) =>
    page.lines.flatMap((line, at) => {
      const [run] = line.pieces[0].runs;
      const own = printed[number][at];
      const isRight =
        own && own.font.split("-")[0] === STANDING_FOR[run.family] && Math.abs(own.size - run.size) < 0.75;
      return isRight ? [] : [`${line.text}: ${own?.font} ${own?.size}, not ${run.family} ${run.size}`];
    }),
  );
}

test("LibreOffice has the pages and the lines of the preview", options, () => {
  const office = openOffice();
  try {
    const files = texts.map(({ source }, at) => {
      writeFileSync(join(office.folder, `${at}.docx`), core.toDocx(source));
      return `${at}.docx`;
    });
    office.print(files);
    let pages = 0;
    let [same, all] = [0, 0];
    for (const [at, { name }] of texts.entries()) {
      const seen = previews.get(name);
      const printed = printedPages(join(office.folder, `${at}.pdf`));
      pages += printed.length === seen.length ? 1 : 0;
      const [ours, theirs] = [seen, printed].map(textOf);
      const common = commonLines(ours, theirs);
      console.log(`${name}: ${printed.length} of ${seen.length} pages, ${common} of ${ours.length} lines`);
      same += common;
      all += ours.length;
    }
    console.log(`${pages} of ${texts.length} documents, ${same} of ${all} lines`);
    assert.ok(pages >= 0.9 * texts.length, `${pages} of ${texts.length} documents have as many pages`);
    assert.ok(same >= 0.95 * all, `${same} of ${all} lines are the same`);
  } finally {
    office.close();
  }
});

/** The lines of all pages, without their numbers. */
const textOf = (pages) =>
  pages.flatMap(({ lines }) => lines.map(({ text }) => text)).filter((text) => !/^[-—]\d+[-—]$/.test(text));

/** How far one looks for where two texts are the same again, in lines. */
const REACH = 60;

/** How many lines two texts have in common, in their order. */
function commonLines(ours, theirs) {
  let [at, other, common] = [0, 0, 0];
  while (at < ours.length && other < theirs.length) {
    const [skip, pass] = ours[at] === theirs[other] ? [0, 0] : nextCommon(ours, theirs, at, other);
    [at, other] = [at + skip, other + pass];
    if (ours[at] !== theirs[other]) continue;
    common += 1;
    [at, other] = [at + 1, other + 1];
  }
  return common;
}

/** How many lines to skip in each until they are the same; one in each where that is too far. */
function nextCommon(ours, theirs, at, other) {
  for (let both = 1; both < REACH; both++) {
    for (let skip = 0; skip <= both; skip++) {
      const line = ours[at + skip];
      if (line !== undefined && line === theirs[other + both - skip]) return [skip, both - skip];
    }
  }
  return [1, 1];
}
