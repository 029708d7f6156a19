// parse, normalize, toMarkdown and summarize.

import assert from "node:assert/strict";
import { test } from "node:test";
import { outlineOf, ready, sectionOf } from "./core.mjs";
import { OUTLINE, SOURCE, TEXT } from "./sample.mjs";

const core = await ready();

test("parse gives plain data", () => {
  assert.deepEqual(core.parse(SOURCE), { outline: OUTLINE, findings: [] });
  assert.deepEqual(structuredClone(core.parse(SOURCE)), core.parse(SOURCE));
});

test("any string is an outline", () => {
  assert.deepEqual(core.parse(""), { outline: outlineOf(), findings: [] });
  assert.equal(core.summarize("").text, "");
});

test("toMarkdown writes what parse reads", () => {
  assert.equal(core.toMarkdown(OUTLINE), SOURCE);
  assert.equal(core.toMarkdown(outlineOf()), "");
});

test("normalize leaves a normal outline as it is, and the object given too", () => {
  const given = structuredClone(OUTLINE);
  assert.deepEqual(core.normalize(given), { outline: OUTLINE, findings: [] });
  assert.deepEqual(given, OUTLINE);
});

test("normalize tells each change by its path", () => {
  const single = { kind: "points", layout: "separate", points: [{ text: "抓实", points: [] }] };
  const high = sectionOf({ heading: "打算" });
  const { outline, findings } = core.normalize(
    outlineOf({ sections: [sectionOf({ level: 2, heading: "做\n法", body: [single], sections: [high] })] }),
  );
  const runOn = { ...single, layout: "runOn" };
  assert.deepEqual(outline.sections, [sectionOf({ level: 2, heading: "做法", body: [runOn] }), high]);
  assert.deepEqual(
    findings.map(({ code, path, from, to }) => [code, path, from, to]),
    [
      ["line-break", "sections[0].heading", undefined, undefined],
      ["single-separate", "sections[0].body[0]", undefined, undefined],
      ["section-level", "sections[0].sections[0]", undefined, undefined],
    ],
  );
});

test("optional fields may be undefined, and an object may have no prototype", () => {
  const bare = Object.assign(Object.create(null), outlineOf({ title: undefined, facts: undefined }));
  assert.deepEqual(core.normalize(bare).outline, outlineOf());
  assert.equal(core.summarize("甲", { style: undefined, detail: undefined, facts: undefined }).text, "甲\n");
  assert.equal(core.summarize("甲", undefined).text, "甲\n");
});

test("summarize gives the same of a source and of its outline", () => {
  const [ofSource, ofObject] = [core.summarize(SOURCE), core.summarize(OUTLINE)];
  assert.equal(ofSource.text, TEXT);
  assert.equal(ofObject.text, TEXT);
  assert.deepEqual(ofSource.stats, ofObject.stats);
  const withoutPlaces = ofSource.blocks.map((block) => ({
    ...block,
    runs: block.runs.map(({ kind, text }) => ({ kind, text })),
  }));
  assert.deepEqual(ofObject.blocks, withoutPlaces);
});

test("blocks are the lines of the text, and their runs say where each part stood", () => {
  const { blocks } = core.summarize(SOURCE);
  assert.equal(blocks.map(({ text }) => `${text}\n`).join(""), TEXT);
  assert.deepEqual(
    blocks.map(({ role, level }) => `${role} ${level}`),
    [
      ...["title 0", "addressee 0", "body 0", "heading 1", "runIn 2", "heading 2", "table 0", "heading 1"],
      ...["body 0", "body 0", "closing 0", "attachment 1", "attachment 2", "signature 0", "date 0"],
    ],
  );
  const derived = new Set(["number", "mark", "cell", "row"]);
  for (const run of blocks.flatMap(({ runs }) => runs)) {
    assert.equal("from" in run, !derived.has(run.kind), run.text);
    assert.equal("to" in run, "from" in run, run.text);
    const isAsTyped = ["heading", "text", "blank"].includes(run.kind) && !run.text.includes("年7月");
    if (isAsTyped) assert.equal(SOURCE.slice(run.from, run.to), run.text);
  }
  const fact = blocks[2].runs.find(({ kind }) => kind === "fact");
  assert.equal(fact.text, "柳溪村");
  assert.equal(SOURCE.slice(fact.from, fact.to), "{村名}");
});

test("stats count as Word does", () => {
  const { stats } = core.summarize("# 总结\n\n## 学习Word 2003情况\n\n共**户，其中 5 户。\n\n### 打算\n");
  assert.deepEqual(stats.sections, [
    {
      level: 1,
      number: "一、",
      heading: "学习Word 2003情况",
      words: 22,
      characters: 29,
      charactersWithSpaces: 32,
    },
    { level: 2, number: "（一）", heading: "打算", words: 5, characters: 5, charactersWithSpaces: 5 },
  ]);
  assert.equal(stats.paragraphs, 4);
  assert.deepEqual([stats.pages, stats.lines], [1, 4]);
  assert.equal(stats.blanks, 1);
  assert.equal(stats.words, 24);
});

const BASE = "## 学习\n\n### 带头学。\n\n- 读原文。每月*次\n- 写心得\n\n## 打算\n\n{村}要赶上。后面再说。\n";

/** Options, and the text that BASE gives with them. */
const OPTIONS = [
  [{}, "一、学习\n（一）带头学。一是读原文。每月*次；二是写心得。\n二、打算\n{村}要赶上。后面再说。\n"],
  [
    { style: "gongwen" },
    "一、学习\n（一）带头学。一是读原文。每月*次；二是写心得。\n二、打算\n{村}要赶上。后面再说。\n",
  ],
  [
    { style: "decimal" },
    "1 学习\n1.1 带头学。一是读原文。每月*次；二是写心得。\n2 打算\n{村}要赶上。后面再说。\n",
  ],
  [
    { style: "english" },
    "1. 学习\n1.1 带头学。 (1) 读原文。每月*次; (2) 写心得.\n2. 打算\n{村}要赶上。后面再说。\n",
  ],
  [
    { detail: "full" },
    "一、学习\n（一）带头学。一是读原文。每月*次；二是写心得。\n二、打算\n{村}要赶上。后面再说。\n",
  ],
  [{ detail: "brief" }, "一、学习\n（一）带头学。一是读原文；二是写心得。\n二、打算\n{村}要赶上。\n"],
  [{ detail: "headings" }, "一、学习\n（一）带头学\n二、打算\n"],
  [
    { indent: true, facts: { 村: "石桥村" } },
    "　　一、学习\n　　（一）带头学。一是读原文。每月*次；二是写心得。\n　　二、打算\n　　石桥村要赶上。后面再说。\n",
  ],
  [
    { hardLines: true, style: { page: { characters: 12, left: 117 } } },
    "　　一、学习\n　　（一）带头学。一是读\n原文。每月*次；二是写心\n得。\n　　二、打算\n　　{村}要赶上。后面再说。\n",
  ],
  [{ blankLines: true, detail: "headings" }, "一、学习\n\n（一）带头学\n\n二、打算\n"],
  [
    { style: {} },
    "一、学习\n（一）带头学。一是读原文。每月*次；二是写心得。\n二、打算\n{村}要赶上。后面再说。\n",
  ],
  [{ style: { numbering: ["第一章", "1.1"] }, detail: "headings" }, "第一章学习\n1.1带头学\n第二章打算\n"],
  [
    { style: { name: "own", counters: ["（1）"], between: "，", end: "！", gap: "—" } },
    "一、学习\n（一）带头学。—（1）读原文。每月*次，—（2）写心得！\n二、打算\n{村}要赶上。后面再说。\n",
  ],
  [
    { style: { runOn: false, counters: ["①"] } },
    "一、学习\n（一）带头学。\n①读原文。每月*次；\n②写心得。\n二、打算\n{村}要赶上。后面再说。\n",
  ],
  [{ style: { indent: "  " }, indent: true, detail: "headings" }, "  一、学习\n  （一）带头学\n  二、打算\n"],
];

for (const [options, text] of OPTIONS) {
  test(`options ${JSON.stringify(options)}`, () => {
    assert.equal(core.summarize(BASE, options).text, text);
    assert.equal(core.summarize(core.parse(BASE).outline, options).text, text);
    const session = new core.Session(BASE, options);
    assert.equal(session.text, text);
    session.close();
  });
}

test("a style says what stands around the body", () => {
  const style = { addressee: "——", attachment: "Annexes ", attachmentNumber: "a) ", date: "D/M/Y" };
  const source = "---\nto: 各村\ndate: 2024年7月5日\nattachments: [台账, 名单]\n---\n";
  const text = "各村——\nAnnexes a) 台账\nb) 名单\n5/7/2024\n";
  assert.equal(core.summarize(source, { style }).text, text);
});

test("every field of a style, of its page and of its fonts is taken", () => {
  const page = {
    width: 210,
    height: 297,
    top: 37.5,
    left: 28,
    right: 26,
    bottom: 35,
    lines: 22,
    characters: 28,
    pitch: 28.95,
  };
  const font = { family: "楷体", size: 15.5, bold: true };
  const fonts = { title: font, headings: [font, {}], body: font, table: { size: 12 }, pageNumber: {} };
  const style = { name: "own", intro: "——", page, fonts, seal: true, pageNumbers: false, runOn: true };
  assert.equal(core.summarize("- 学习\n  - 读书\n- 打算", { style }).text, "一是学习——①读书。二是打算。\n");
});

test("options go before front matter, with a finding", () => {
  const source = "---\nstyle: decimal\nfacts:\n  村名: 柳溪村\n---\n## 去{村名}\n";
  assert.equal(core.summarize(source).text, "1 去柳溪村\n");
  const summary = core.summarize(source, { style: "gongwen", facts: { 村名: "石桥村" } });
  assert.equal(summary.text, "一、去石桥村\n");
  assert.deepEqual(
    summary.findings.map(({ code }) => code),
    ["option-overrides", "option-overrides"],
  );
});

test("parts that are read later are of the call, not of what became of its options", () => {
  const options = { detail: "headings", facts: { 村: "石桥村" }, style: { numbering: ["1."] } };
  const summary = core.summarize("## 去{村}\n\n正文。", options);
  options.detail = "full";
  options.facts.村 = "柳溪村";
  options.style.numbering[0] = "A.";
  assert.equal(summary.text, "1.去石桥村\n");
  assert.deepEqual(
    summary.blocks.map(({ text }) => text),
    ["1.去石桥村"],
  );
  assert.equal(summary.stats.paragraphs, 1);
});

test("a summary of an object does not change with it", () => {
  const outline = structuredClone(OUTLINE);
  const summary = core.summarize(outline);
  outline.sections.length = 0;
  assert.equal(summary.blocks.length, 15);
  assert.equal(summary.stats.sections.length, 4);
});

test("a part is made once, can be listed, copied and written as JSON", () => {
  const summary = core.summarize("## 工作");
  assert.equal(summary.blocks, summary.blocks);
  assert.equal(summary.stats, summary.stats);
  assert.deepEqual(Object.keys(summary).sort(), ["blocks", "findings", "stats", "text"]);
  assert.deepEqual(JSON.parse(JSON.stringify(summary)), { ...summary });
});

test("what came out can go in", () => {
  const { outline } = core.parse(SOURCE);
  assert.deepEqual(core.normalize(core.normalize(outline).outline).outline, OUTLINE);
});

test("a string of characters that are no text stays readable", () => {
  const CASES = {
    "甲\ud800乙": "甲\ufffd乙\n",
    "\udc00": "\ufffd\n",
    "甲\ud83d": "甲\ufffd\n",
    "甲\0乙": "甲\0乙\n",
  };
  for (const [source, text] of Object.entries(CASES)) {
    assert.equal(core.summarize(source).text, text);
    const block = { kind: "paragraph", text: source };
    assert.equal(core.summarize(outlineOf({ opening: [block] })).text, text);
  }
});
