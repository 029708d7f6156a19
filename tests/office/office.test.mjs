// Word documents and HTML for the clipboard, as python-docx and LibreOffice see them.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ready } from "../api/core.mjs";
import { SOURCE, TEXT } from "../api/sample.mjs";
import { fontsOf, hasOffice, openOffice, pages, python } from "../tools/office.mjs";

const LOOK = fileURLToPath(new URL("look.py", import.meta.url));
const options = { skip: hasOffice ? false : "LibreOffice is installed on Linux alone" };
const core = await ready();

/** Paragraphs that fill their lines and some pages. */
const FULL = Array.from({ length: 4 }, () => "今年以来各项工作稳步推进".repeat(40)).join("\n\n");

let office;
const path = (name) => join(office.folder, name);

before(() => {
  if (!hasOffice) return;
  office = openOffice();
  writeFileSync(path("sample.docx"), core.toDocx(SOURCE));
  writeFileSync(path("full.docx"), core.toDocx(FULL));
  writeFileSync(path("pasted.html"), core.toHtml(SOURCE));
  office.convert("pdf", ["sample.docx", "full.docx"]);
  office.convert("odt", ["pasted.html"]);
  office.convert("docx", ["pasted.odt"]);
});

after(() => office?.close());

/** The lines of a summary without those of tables. */
const lines = (text) => text.split("\n").filter((line) => line !== "" && !line.includes("\t"));

test("python-docx sees the page and its feet", options, () => {
  const { title, oddAndEven, section, feet } = python(LOOK, path("sample.docx"));
  assert.equal(title, "上半年工作总结");
  assert.deepEqual(section, {
    page_width: 210,
    page_height: 297,
    top_margin: 37,
    right_margin: 26,
    bottom_margin: 35,
    left_margin: 28,
  });
  assert.equal(oddAndEven, true);
  assert.deepEqual(
    feet.map(([, align]) => align),
    ["RIGHT", "LEFT"],
  );
});

test("python-docx sees a style for each part of the text", options, () => {
  const { styles } = python(LOOK, path("sample.docx"));
  const look = ({ fonts, size, line, first, level }) => [
    fonts.eastAsia,
    fonts.ascii,
    size,
    line,
    first,
    level,
  ];
  const fangSong = ["仿宋_GB2312", "仿宋_GB2312"];
  assert.deepEqual(look(styles.Normal), [...fangSong, 16, 28.95, null, null]);
  assert.deepEqual(look(styles.Title), ["方正小标宋简体", "方正小标宋简体", 22, 28.95, null, null]);
  assert.deepEqual(look(styles.Body), [...fangSong, null, null, 32, null]);
  assert.deepEqual(look(styles.Heading1), ["黑体", "黑体", 16, 28.95, 32, "0"]);
  assert.deepEqual(look(styles.Heading2), ["楷体_GB2312", "楷体_GB2312", 16, 28.95, 32, "1"]);
  assert.deepEqual(look(styles.Heading3), [...fangSong, 16, 28.95, 32, "2"]);
  assert.deepEqual(look(styles.Footer), ["宋体", "宋体", 14, 14, null, null]);
  assert.equal(styles.Heading1.name, "Heading 1");
  assert.deepEqual([styles.Title.align, styles.Normal.align], ["CENTER", "JUSTIFY"]);
});

test("python-docx sees the text, and numbers in it", options, () => {
  const { paragraphs, tables } = python(LOOK, path("sample.docx"));
  const seen = paragraphs.map(({ text }) => text).filter((text) => text !== "");
  assert.deepEqual(seen, lines(TEXT));
  assert.deepEqual(tables, [
    [
      ["类别", "人数"],
      ["网格员", "12"],
    ],
  ]);
  const runIn = paragraphs.find(({ text }) => text.startsWith("（一）强化"));
  assert.deepEqual(
    runIn.runs.map(({ text, style }) => [text, style]),
    [
      ["（一）强化学习。", "标题 2 字符"],
      ["一是领导带头学。先后学习*次；二是支部集中学。", "Default Paragraph Font"],
    ],
  );
  const hints = paragraphs.flatMap(({ runs }) => runs.map(({ hint }) => hint));
  assert.deepEqual([...new Set(hints)], ["eastAsia"]);
});

test("LibreOffice prints the sample on one page, in its fonts", options, () => {
  const printed = pages(path("sample.pdf"));
  assert.equal(printed.length, 1);
  const text = printed[0].join("").replaceAll(" ", "");
  for (const line of lines(TEXT)) assert.ok(text.includes(line.replaceAll(" ", "")), line);
  assert.match(text, /—1—$/);
  const fonts = fontsOf(path("sample.pdf")).join(" ");
  for (const name of ["FandolFang", "FandolHei", "FandolKai", "FandolSong"])
    assert.ok(fonts.includes(name), name);
});

test("LibreOffice fills a page with 22 lines of 28 characters", options, () => {
  const [first, second] = pages(path("full.pdf"));
  for (const page of [first, second]) {
    assert.equal(page.length, 22 + 1);
    const inside = page.slice(0, 22).filter((line, at) => at > 0 && line.length > 20);
    assert.ok(inside.filter((line) => line.length === 28).length >= 18, page.join("\n"));
    assert.ok(page.every((line) => line.length <= 28));
  }
  assert.deepEqual(
    [first.at(-1), second.at(-1)].map((number) => number.replaceAll(" ", "")),
    ["—1—", "—2—"],
  );
});

test("LibreOffice takes the look of what is pasted", options, () => {
  const { paragraphs, tables } = python(LOOK, path("pasted.docx"));
  const seen = paragraphs.filter(({ text }) => text.trim() !== "");
  assert.deepEqual(
    seen.map(({ text }) => text),
    lines(TEXT),
  );
  assert.equal(tables.length, 1);
  const of = (start) => seen.find(({ text }) => text.startsWith(start));
  // LibreOffice parts a run where its script changes.
  const fonts = (start) => {
    const all = of(start).runs.map(({ font, size }) => `${font.split(/[,;]/)[0]} ${size}`);
    return all.filter((font, at) => font !== all[at - 1]);
  };
  assert.deepEqual(fonts("上半年工作总结"), ["方正小标宋简体 22"]);
  assert.deepEqual(fonts("一、"), ["黑体 16"]);
  assert.deepEqual(fonts("（一）强化"), ["楷体_GB2312 16", "仿宋_GB2312 16"]);
  assert.equal(of("一、").style, "Heading 1");
  const about = (value, expected) => assert.ok(Math.abs(value - expected) < 0.2, `${value}, not ${expected}`);
  for (const start of ["上半年，", "一、", "（一）强化", "特此报告"]) {
    about(of(start).first, 32);
    about(of(start).line, 28.95);
  }
});
