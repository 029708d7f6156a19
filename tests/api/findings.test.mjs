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

test("no finding names a marker that the editor hides", () => {
  const source = "---\n标题: 甲\n---\n# 乙\n# 丙\n## 三、丁\n- 戊\n";
  const { findings } = core.summarize(source);
  const codes = ["title-twice", "second-title", "number-differs", "lone-point"];
  assert.deepEqual(findings.map(({ code }) => code).sort(), codes.sort());
  for (const { message, hint, fix } of findings) {
    const said = [message, hint, fix?.label].flatMap((words) => Object.values(words ?? {}));
    assert.doesNotMatch(said.join("\n"), /#|(^|[^-])-([^-]|$)/);
  }
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

test("a finding about an object is told by its path, and edits no source", () => {
  const { findings, blocks } = core.summarize(
    outlineOf({
      date: "去年",
      opening: [{ kind: "paragraph", text: "甲，，乙" }],
      sections: [
        sectionOf({ body: [{ kind: "table", header: ["丙，，"], rows: [["丁"], ["", "戊。。"]] }] }),
        sectionOf({
          heading: "己，，庚",
          body: [
            {
              kind: "points",
              layout: "runOn",
              points: [{ text: "，辛", points: [{ text: "壬；；", points: [] }] }],
            },
          ],
          sections: [sectionOf({ level: 2, heading: "癸、" })],
        }),
      ],
      closing: [{ kind: "paragraph", text: "完,了" }],
    }),
  );
  assert.deepEqual(
    findings.map(({ code, path }) => [code, path]),
    [
      ["date-form", "date"],
      ["doubled-mark", "opening[0].text"],
      ["doubled-mark", "sections[0].body[0].header[0]"],
      ["doubled-mark", "sections[0].body[0].rows[1][1]"],
      ["doubled-mark", "sections[1].heading"],
      ["counter-mark", "sections[1].body[0].points[0].text"],
      ["lone-point", "sections[1].body[0].points[0].text"],
      ["doubled-mark", "sections[1].body[0].points[0].points[0].text"],
      ["heading-mark", "sections[1].sections[0].heading"],
      ["half-width-mark", "closing[0].text"],
    ],
  );
  for (const finding of findings) {
    for (const absent of ["from", "to", "fix"]) assert.equal(absent in finding, false, absent);
  }
  for (const run of blocks.flatMap(({ runs }) => runs)) assert.equal("from" in run, false);
});
