// Findings: their places in UTF-16 units, and their fixes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { edited, outlineOf, ready, sectionOf } from "./core.mjs";

const core = await ready();

/** A source, what stands at each of its findings, and the source with all fixes made. */
const CASES = [
  ["𠮷水镇，，好。", ["，，"], "𠮷水镇，好。"],
  ["👍🏽👨‍👩‍👧，，好。。", ["，，", "。。"], "👍🏽👨‍👩‍👧，好。"],
  ["甲\r\n\r\n🌾乙，，丙\r\n\r\n丁。。\r\n", ["，，", "。。"], "甲\r\n\r\n🌾乙，丙\r\n\r\n丁。\r\n"],
  ["甲\r\r乙，，丙\r", ["，，"], "甲\r\r乙，丙\r"],
  ["\ufeff甲，，乙。", ["，，"], "\ufeff甲，乙。"],
  [
    "\ufeff---\r\ntitle: 𠮷\r\n作者: 🌾\r\n---\r\n甲，，乙",
    ["作者: 🌾", "，，"],
    "\ufeff---\r\ntitle: 𠮷\r\n作者: 🌾\r\n---\r\n甲，乙",
  ],
  [
    "## 一、🌾\n## 三、𠮷\n## 五、丙，\n正文。。\n",
    ["三、", "五、", "，", "。。"],
    "## 一、🌾\n## 𠮷\n## 丙。\n正文。\n",
  ],
  ["前文\ud800，，后文", ["，，"], "前文\ud800，后文"],
];

for (const [source, places, fixed] of CASES) {
  test(`findings in ${JSON.stringify(source)}`, () => {
    const { findings } = core.summarize(source);
    const there = findings.map(({ from, to }) => source.slice(from, to));
    assert.deepEqual(there, places);
    assert.equal(
      edited(
        source,
        findings.flatMap(({ fix }) => fix?.edits ?? []),
      ),
      fixed,
    );
    const left = core.summarize(fixed).findings.filter(({ fix }) => fix);
    assert.deepEqual(left, []);
    const session = new core.Session(source);
    assert.deepEqual(session.findings, findings);
    session.close();
  });
}

test("a finding speaks both languages", () => {
  const [finding] = core.summarize("## 一、甲\n## 三、乙\n").findings;
  const { code, severity, from, to, message, hint, fix } = finding;
  assert.deepEqual([code, severity, from, to], ["number-differs", "warning", 10, 12]);
  for (const { zh, en } of [message, hint, fix.label]) {
    assert.match(zh, /\p{Script=Han}/u);
    assert.match(en, /[a-z]{3}/);
  }
  assert.deepEqual(fix.edits, [{ from: 10, to: 12, text: "" }]);
});

test("fixes made one at a time, from a fresh reading each, come to the same", () => {
  const [source, , fixed] = CASES[6];
  let text = source;
  for (let turn = 0; turn < 10; turn++) {
    const fix = core.summarize(text).findings.find((finding) => finding.fix)?.fix;
    if (!fix) break;
    text = edited(text, fix.edits);
  }
  assert.equal(text, fixed);
});

test("parse gives what the reader found, with places", () => {
  const source = "---\n作者: 𠮷\n---\n## 甲\n";
  const { findings } = core.parse(source);
  assert.deepEqual(
    findings.map(({ code, from, to }) => [code, source.slice(from, to)]),
    [["front-matter-line", "作者: 𠮷"]],
  );
});

test("a finding about an object has no place in a source", () => {
  const { findings } = core.summarize(
    outlineOf({ sections: [sectionOf(), sectionOf({ heading: "甲，，乙" })] }),
  );
  assert.equal(findings.length, 1);
  const [finding] = findings;
  assert.equal(finding.code, "doubled-mark");
  for (const absent of ["from", "to", "fix"]) assert.equal(absent in finding, false, absent);
});
