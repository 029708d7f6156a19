// blanks, fillBlanks, nameBlank, facts, setFacts, readFacts, mask and maskings.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ready } from "./core.mjs";

const core = await ready();

const SOURCE = `---
from: ×县文旅局
facts:
  目标: 4,000
---
# 𠮷水工作总结

## 旅游

接待**余万人次，{出栏}头，完成{完成率 = 出栏 / 目标 as %}，***镇。

> **
`;

test("blanks tell their places, the words around them, and what they have in common", () => {
  const blanks = core.blanks(SOURCE);
  assert.deepEqual(
    blanks.map(({ index, from, to }) => [index, SOURCE.slice(from, to)]),
    [
      [0, "×"],
      [1, "**"],
      [2, "{出栏}"],
      [3, "{完成率 = 出栏 / 目标 as %}"],
      [4, "***"],
    ],
  );
  const { from, to, ...second } = blanks[1];
  const after = "余万人次，{出栏}头，完";
  assert.deepEqual(second, {
    index: 1,
    run: "**",
    before: "接待",
    after,
    unit: "万人次",
    section: "一、旅游",
  });
  assert.equal(to - from, 2);
  assert.deepEqual(
    blanks.map(({ name, unit, kind }) => [name, unit, kind]),
    [
      [undefined, "县", "×县"],
      [undefined, "万人次", undefined],
      ["出栏", "头", "{出栏}"],
      ["完成率", undefined, "{完成率}"],
      [undefined, "镇", "***镇"],
    ],
  );
});

test("filling changes the blank and nothing else", () => {
  const filled = core.fillBlanks(SOURCE, { 1: "620", 4: "柳溪", 出栏: "3400", 无: "5", 9: "5", 0: "" });
  const expected = SOURCE.replace("接待**", "接待620").replace("***镇", "柳溪镇").replace("{出栏}", "3400");
  assert.equal(filled, expected);
  assert.equal(core.fillBlanks(SOURCE, {}), SOURCE);
});

test("what is filled in reads back as text", () => {
  for (const value of ["# 甲", "- 甲", "1. 甲", "{甲}", "a|b\\", "---", "<!-- 甲 -->"]) {
    assert.equal(core.summarize(core.fillBlanks("**", { 0: value })).text, `${value}\n`);
  }
  assert.equal(core.fillBlanks("甲**", { 0: "乙\r\n丙" }), "甲乙 丙");
});

test("a blank becomes a fact, and the facts of a source are one table", () => {
  const named = core.nameBlank(SOURCE, 1, "接待游客");
  assert.equal(named, SOURCE.replace("接待**", "接待{接待游客}"));
  const set = core.setFacts(named, { 出栏: "3,400", 接待游客: "62" });
  assert.equal(set, named.replace("  目标: 4,000\n", "  目标: 4,000\n  出栏: 3,400\n  接待游客: 62\n"));
  assert.match(core.summarize(set).text, /接待62余万人次，3,400头，完成85%，/);
  assert.deepEqual(core.facts(set), [
    { name: "目标", value: "4,000", uses: 1 },
    { name: "出栏", value: "3,400", uses: 2 },
    { name: "接待游客", value: "62", uses: 1 },
    { name: "完成率", value: "85%", formula: "出栏 / 目标 as %", uses: 1 },
  ]);
  assert.equal(core.setFacts("甲", { 乙: "5" }), "---\nfacts:\n  乙: 5\n---\n甲");
});

test("a fact that cannot be computed says why", () => {
  const { findings } = core.summarize("{甲 = 1 / 0}");
  assert.deepEqual(
    findings.map(({ code, message }) => [code, message.zh]),
    [["fact-not-computed", "“甲”算不出来：除数是 0"]],
  );
});

test("a session follows what facts are computed of", () => {
  const session = new core.Session("{和}\n\n{和 = 1 + 2}\n");
  assert.equal(session.text, "3\n3\n");
  assert.deepEqual(session.edit(10, 11, "4"), [
    { at: 0, removed: 1, inserted: 1 },
    { at: 1, removed: 1, inserted: 1 },
  ]);
  assert.equal(session.text, "6\n6\n");
  session.close();
});

test("facts are read from a table in any coding", () => {
  assert.deepEqual(core.readFacts("名称\t值\n出栏\t3,400\n收入\t1.2亿元\n"), {
    出栏: "3,400",
    收入: "1.2亿元",
  });
  assert.deepEqual(core.readFacts('"出栏","3,400"\r\n目标，4,000\r\n'), { 出栏: "3,400", 目标: "4,000" });
  const gb18030 = new Uint8Array([0xb3, 0xf6, 0xc0, 0xb8, 0x2c, 0x35, 0x0a]);
  assert.deepEqual(core.readFacts(gb18030), { 出栏: "5" });
  assert.deepEqual(core.readFacts(gb18030.buffer), { 出栏: "5" });
  assert.deepEqual(core.readFacts(""), {});
  assert.deepEqual(core.readFacts("constructor,5\n__proto__,6"), { constructor: "5" });
});

test("masking tells before it does", () => {
  const source = "## 2024年工作\n\n𠮷水镇第3次投入3.5亿元，参保率100%。\n";
  const options = { names: ["𠮷水"], keep: ["100%"] };
  const masked = "## 2024年工作\n\n**镇第3次投入*.*亿元，参保率100%。\n";
  assert.equal(core.mask(source, options), masked);
  const maskings = core.maskings(source, options);
  assert.deepEqual(
    maskings.map(({ from, to, run, mask }) => [source.slice(from, to), run, mask]),
    [
      ["𠮷水", "𠮷水", "**"],
      ["3.5", "3.5", "*.*"],
    ],
  );
  assert.equal(core.mask("5个"), "*个");
  assert.deepEqual(core.maskings("五个"), []);
});
