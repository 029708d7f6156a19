// Sessions: an edited document is as if it had been opened so.

import assert from "node:assert/strict";
import { test } from "node:test";
import { edited, ready } from "./core.mjs";
import { SOURCE } from "./sample.mjs";

const core = await ready();

/** A document, a list of blocks that follows it by splices alone, and the check that all agree. */
class Followed {
  constructor(source, options) {
    this.source = source;
    this.options = options;
    this.session = new core.Session(source, options);
    this.blocks = this.session.blocks();
  }

  edit(from, to, text) {
    this.source = edited(this.source, [{ from, to, text }]);
    for (const { at, removed, inserted } of this.session.edit(from, to, text)) {
      this.blocks.splice(at, removed, ...this.session.blocks(at, at + inserted));
    }
  }

  assertIsFresh() {
    const { session, source, options } = this;
    const fresh = core.summarize(source, options);
    assert.equal(session.source, source);
    assert.equal(session.text, fresh.text);
    assert.deepEqual(session.blocks(), fresh.blocks);
    assert.deepEqual(session.findings, fresh.findings);
    assert.deepEqual(session.stats, fresh.stats);
    assert.deepEqual(session.outline, core.parse(source).outline);
    const texts = (blocks) => blocks.map(({ role, level, text }) => [role, level, text]);
    assert.deepEqual(texts(this.blocks), texts(fresh.blocks));
  }
}

/** Edits, each `[before, after]`: the first place of `before` in the source is replaced. */
const EDITS = {
  "a key in a point": [["支部", "党支部"]],
  "a section comes and goes": [
    ["## 下步", "## 存在问题\n\n不少。\n\n## 下步"],
    ["## 存在问题\n\n不少。\n\n", ""],
  ],
  "a heading becomes text and one again": [
    ["### 建好", "建好"],
    ["建好", "### 建好"],
  ],
  "front matter": [
    ["柳溪村", "石桥村"],
    ["to: 各村（社区）\n", ""],
    ["---\n", ""],
    ["from", "---\nfrom"],
  ],
  "the title": [
    ["# 上半年", "# 全年"],
    ["# 全年工作总结", ""],
  ],
  "a list turns loose": [["*次\n- 支部", "*次\n\n- 支部"]],
  "a comment opens and closes": [
    ["### 建好", "<!-- ### 建好"],
    ["> 人数待核", "-->"],
  ],
  "rare characters": [
    ["走访", "走访🌾𠮷"],
    ["🌾", ""],
    ["𠮷", "👨‍👩‍👧"],
  ],
  "line ends": [
    ["\n- 支部", "\r\n- 支部"],
    ["习。\n", "习。\r"],
  ],
  "all goes": [
    [SOURCE, ""],
    ["", SOURCE],
  ],
};

for (const [name, edits] of Object.entries(EDITS)) {
  for (const options of [undefined, { style: "decimal", detail: "brief", indent: true }]) {
    test(`${name}, with ${JSON.stringify(options) ?? "no options"}`, () => {
      const followed = new Followed(SOURCE, options);
      followed.assertIsFresh();
      for (const [before, after] of edits) {
        const from = followed.source.indexOf(before);
        assert.notEqual(from, -1, before);
        followed.edit(from, from + before.length, after);
        followed.assertIsFresh();
      }
      followed.session.close();
    });
  }
}

test("any edits in any order", () => {
  // A fixed start gives the same edits each time.
  let seed = 20240705;
  const below = (limit) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  const PIECES = [
    "甲",
    "。",
    "，，",
    "\n",
    "\n\n",
    "\r\n",
    "- ",
    "## ",
    "### 三、",
    "---\n",
    "> ",
    "| 甲 | 乙 |\n",
    "{村名}",
    "**",
    "🌾",
    "<!-- ",
    "-->",
  ];
  const followed = new Followed(SOURCE.repeat(2));
  for (let turn = 0; turn < 400; turn++) {
    const from = below(followed.source.length + 1);
    const to = Math.min(followed.source.length, from + (below(3) === 0 ? below(12) : 0));
    if (isInsidePair(followed.source, from) || isInsidePair(followed.source, to)) continue;
    followed.edit(from, to, PIECES[below(PIECES.length)]);
    followed.assertIsFresh();
  }
  followed.session.close();
});

function isInsidePair(text, at) {
  return /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));
}

test("one key in a long text touches one block", () => {
  const session = new core.Session(Array.from({ length: 2000 }, (_, at) => `第${at}段的话。\n\n`).join(""));
  const at = session.source.indexOf("第1000段");
  assert.deepEqual(session.edit(at, at, "在"), [{ at: 1000, removed: 1, inserted: 1 }]);
  assert.equal(session.blocks(1000, 1001)[0].text, "在第1000段的话。");
  session.close();
});

test("an edit that changes nothing touches nothing", () => {
  const session = new core.Session("## 甲\n\n乙");
  assert.deepEqual(session.edit(2, 2, ""), []);
  assert.deepEqual(session.edit(3, 4, "甲"), []);
  session.close();
});

test("places past the end are the end, and none cuts a character in two", () => {
  const session = new core.Session("甲𠮷乙");
  session.edit(90, 99, "尾");
  assert.equal(session.source, "甲𠮷乙尾");
  session.edit(2, 2, "，");
  assert.equal(session.source, "甲，𠮷乙尾");
  session.close();
});

test("some of the blocks", () => {
  const session = new core.Session("甲\n\n乙\n\n丙");
  const texts = (...range) => session.blocks(...range).map(({ text }) => text);
  assert.deepEqual(texts(), ["甲", "乙", "丙"]);
  assert.deepEqual(texts(1), ["乙", "丙"]);
  assert.deepEqual(texts(1, 2), ["乙"]);
  assert.deepEqual(texts(0, 99), ["甲", "乙", "丙"]);
  assert.deepEqual(texts(2, 1), []);
  assert.deepEqual(texts(7), []);
  assert.deepEqual(texts(undefined, 1), ["甲"]);
  session.close();
});

const NO_PLACES = [
  [-1, "number"],
  [1.5, "number"],
  [Number.NaN, "number"],
  [2 ** 32, "number"],
  ["1", "string"],
  [null, "null"],
];

for (const [place, name] of NO_PLACES) {
  test(`a place that is none: ${JSON.stringify(place)}`, () => {
    const session = new core.Session("甲乙");
    const refused = (call, argument) =>
      assert.throws(call, {
        name: "TypeError",
        message: `${argument}: expected a whole number from 0 on, got ${name}`,
      });
    refused(() => session.edit(place, 1, ""), "from");
    refused(() => session.edit(0, place, ""), "to");
    refused(() => session.blocks(place), "start");
    refused(() => session.blocks(0, place), "end");
    assert.equal(session.text, "甲乙\n");
    session.close();
  });
}

test("a text that is none is refused, and the document stays as it was", () => {
  const session = new core.Session("甲乙");
  for (const [value, name] of [
    [undefined, "undefined"],
    [null, "null"],
    [5, "number"],
    [["丙"], "array"],
  ]) {
    const message = `text: expected a string, got ${name}`;
    assert.throws(() => session.edit(0, 1, value), { name: "TypeError", message });
  }
  assert.equal(session.source, "甲乙");
  session.close();
});

test("an argument that throws leaves the session usable", async () => {
  const own = await ready();
  const session = new own.Session("甲乙");
  const thrower = {
    get place() {
      throw new RangeError("mine");
    },
  };
  for (const args of [
    [thrower, 0, ""],
    [0, thrower, ""],
    [0, 0, thrower],
  ]) {
    assert.throws(
      () => session.edit(...args),
      (error) => error instanceof RangeError || error instanceof TypeError,
    );
    assert.equal(session.text, "甲乙\n");
  }
  session.edit(0, 0, "前");
  assert.equal(session.source, "前甲乙");
  session.close();
});

test("an argument that asks the session itself does no harm", async () => {
  const own = await ready();
  const session = new own.Session("甲乙");
  const asking = {
    get place() {
      return session.text;
    },
  };
  assert.throws(() => session.edit(asking, 0, ""), TypeError);
  assert.equal(session.text, "甲乙\n");
  session.close();
});

test("the options are those of the start", () => {
  const options = { style: { numbering: ["1."] }, facts: { 村: "石桥村" } };
  const session = new core.Session("## 去{村}", options);
  options.style.numbering[0] = "A.";
  options.facts.村 = "柳溪村";
  session.edit(3, 3, "再");
  assert.equal(session.text, "1.再去石桥村\n");
  session.close();
});

test("what was read stays as it was when the document goes on", () => {
  const session = new core.Session("## 一、甲\n## 三、乙");
  const kept = { blocks: session.blocks(), findings: session.findings, outline: session.outline };
  const copy = structuredClone(kept);
  session.edit(0, 99, "");
  session.close();
  assert.deepEqual(kept, copy);
});

test("a closed session says so, and may be closed again", () => {
  const session = new core.Session("甲");
  session.close();
  session.close();
  const uses = {
    edit: () => session.edit(0, 0, "乙"),
    source: () => session.source,
    text: () => session.text,
    blocks: () => session.blocks(),
    findings: () => session.findings,
    outline: () => session.outline,
    stats: () => session.stats,
  };
  for (const [name, use] of Object.entries(uses))
    assert.throws(use, { name: "Error", message: /closed/ }, name);
});

test("sessions do not know of each other", () => {
  const [one, other] = [new core.Session("甲"), new core.Session("乙")];
  one.edit(0, 1, "丙");
  assert.equal(other.text, "乙\n");
  one.close();
  assert.equal(other.text, "乙\n");
  other.close();
});

test("a class of one's own, and no call without new", () => {
  assert.throws(() => core.Session("甲"), TypeError);
  class Mine extends core.Session {}
  const session = new Mine("甲");
  assert.ok(session instanceof core.Session);
  assert.equal(session.text, "甲\n");
  session.close();
});
