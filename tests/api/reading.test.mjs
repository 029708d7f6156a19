// Finished texts and files into outlines, and back.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ready } from "./core.mjs";

const core = await ready();
const TEXT =
  "工作总结\n各位代表：\n　　一、工作\n　　（一）学习。读原文。\n　　二、打算\n　　一是督查。二是考核。\n";

test("a finished text comes back from its outline and habits, to the byte", () => {
  const { outline, markdown, habits } = core.readText(TEXT);
  assert.equal(core.summarize(outline, { style: habits }).text, TEXT);
  assert.equal(core.summarize(markdown).text, TEXT, "the source carries the habits");
  assert.deepEqual(core.parse(markdown).outline, outline);
  assert.equal(outline.title, "工作总结");
  assert.equal(outline.to, "各位代表");
  assert.deepEqual(
    outline.sections.map(({ heading }) => heading),
    ["工作", "打算"],
  );
  assert.deepEqual(habits.indented.sort(), ["body", "heading", "runIn"]);
});

test("the standard form leaves the habits behind", () => {
  const { markdown, habits, findings } = core.readText("(一)学习\n(三)落实\n", { normalize: true });
  assert.equal(markdown, "### 学习\n\n### 落实\n");
  assert.deepEqual([habits, findings], [{ name: "gongwen" }, []]);
});

test("findings have their places in the source of the outline", () => {
  const { markdown, findings } = core.readText("𠮷水镇\n一、学习\n三、落实\n");
  const [{ code, from, to, fix }] = findings;
  assert.equal(code, "number-kept");
  assert.equal(markdown.slice(from, to), "{=三、} ");
  assert.deepEqual(fix.edits, [{ from, to, text: "" }]);
});

/** One text as files of different codings. */
const FILES = {
  "UTF-8": Buffer.from("一、学习\n"),
  "UTF-8 with its mark": Buffer.from("\ufeff一、学习\n"),
  "UTF-16": Buffer.from("\ufeff一、学习\n", "utf16le"),
  "UTF-16 without its mark": Buffer.from("一、学习\n", "utf16le"),
  "UTF-16 the other way round": Buffer.from("\ufeff一、学习\n", "utf16le").swap16(),
  GB18030: Buffer.from("d2bba1a2d1a7cfb00a", "hex"),
};

for (const [coding, bytes] of Object.entries(FILES)) {
  test(`a text in ${coding} is read`, () => {
    assert.equal(core.readFile(bytes).markdown, "## 学习\n");
    const { buffer, byteOffset, byteLength } = bytes;
    assert.equal(core.readFile(buffer.slice(byteOffset, byteOffset + byteLength)).markdown, "## 学习\n");
  });
}

/** A text of 101 lines in UTF-8, with a byte that is none in place of the ends of some lines. */
const damagedText = (...lines) => textWith(0xff, ...lines);

function textWith(byte, ...lines) {
  const bytes = Buffer.from("一、学习\n" + "读原文、悟原理。\n".repeat(100));
  for (const line of lines) bytes[12 + line * 25] = byte;
  return bytes;
}

test("a text in UTF-8 with a few bad bytes is read, and what is lost is told", () => {
  const cases = [
    [damagedText(7), 1],
    [damagedText(7, 70), 2],
    [damagedText().subarray(0, -2), 1],
    [Buffer.concat([damagedText(), Buffer.from([0])]), 1],
    [Buffer.concat([damagedText(), Buffer.from([0, 0])]), 2],
    [textWith(0, 7, 70), 2],
    [textWith(8, 7), 1],
    [Buffer.from("学习\n\0"), 1],
    [Buffer.from("Only Latin letters here. ".repeat(50) + "\0"), 1],
    [Buffer.concat([Buffer.from("一、学习原著、学习原文、学习"), Buffer.from([0xe5])]), 1],
    [Buffer.concat([Buffer.from("Only Latin letters here. ".repeat(50)), Buffer.from([0xff])]), 1],
  ];
  for (const [bytes, lost] of cases) {
    const { markdown, findings } = core.readFile(bytes);
    assert.ok(markdown.includes("\ufffd"));
    const [{ code, severity, message }] = findings;
    assert.deepEqual([code, severity], ["file-characters", "warning"]);
    assert.ok(message.zh.includes(`有 ${lost} 个字符读不出来`), message.zh);
    assert.match(message.en, lost === 1 ? /^One character / : /^2 characters /);
  }
});

test("a mark that stood in the text already is not lost, nor is a text in GB18030 taken for a damaged one", () => {
  const told = ({ markdown, findings }) => [markdown, findings.map(({ code }) => code)];
  assert.deepEqual(told(core.readFile(Buffer.from("甲\ufffd乙\n"))), ["甲\ufffd乙\n", []]);
  const latin = Buffer.from("Work. ".repeat(2000));
  const mixed = Buffer.concat([latin, Buffer.from("b9a4d7f7", "hex")]); // 工作
  assert.deepEqual(told(core.readFile(mixed)), [`---\nstyle: english\n---\n\n${latin}工作\n`, []]);
});

test("a text with too many bad bytes is not taken for one in UTF-8", () => {
  for (const byte of [0xff, 0])
    assert.equal(core.readFile(textWith(byte, 1, 2, 3, 4, 5)).findings[0].code, "file-kind");
});

test("a Word document is read", () => {
  const bytes = readFileSync(new URL("../docx/tracked-changes.docx", import.meta.url));
  const { markdown, outline, findings } = core.readFile(bytes);
  assert.equal(markdown, readFileSync(new URL("../docx/tracked-changes.md", import.meta.url), "utf8"));
  assert.deepEqual(core.parse(markdown).outline, outline);
  assert.deepEqual(findings, []);
});

test("what cannot be read says why, and what to do", () => {
  const cases = {
    "file-empty": Buffer.from("\ufeff \n\n"),
    "file-too-large": Buffer.alloc(20 * 2 ** 20 + 1),
    "file-old": Buffer.from("d0cf11e0a1b11ae1", "hex"),
    "file-pdf": Buffer.from("%PDF-1.7"),
    "file-kind": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]),
    "file-broken": brokenDocument(),
  };
  assert.equal(core.readFile(Buffer.alloc(0)).findings[0].code, "file-empty");
  for (const [code, bytes] of Object.entries(cases)) {
    const { outline, markdown, findings } = core.readFile(bytes);
    assert.deepEqual(
      findings.map((finding) => [finding.code, finding.severity]),
      [[code, "error"]],
    );
    assert.ok(findings[0].message.zh && findings[0].message.en);
    assert.deepEqual([markdown, outline.sections], ["", []], code);
  }
});

/** A Word document whose text has been damaged inside its package. */
function brokenDocument() {
  const bytes = Buffer.from(readFileSync(new URL("../docx/tracked-changes.docx", import.meta.url)));
  return bytes.fill(0x3c, bytes.indexOf("<w:body>"), bytes.indexOf("<w:body>") + 40);
}

test("wrong arguments are refused", () => {
  assert.throws(() => core.readText(1), {
    name: "TypeError",
    message: "text: expected a string, got number",
  });
  assert.throws(() => core.readText("", { normalize: 1 }), {
    name: "TypeError",
    message: "options.normalize: expected a boolean, got number",
  });
});
