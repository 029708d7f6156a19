// What a draft is called, and what is made of one that cannot be read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drafts } from "./modules.mjs";

/** An outline, and what it is called. */
const TITLES = [
  ["", ""],
  ["\n\n", ""],
  ["# 甲镇总结\n\n## 子\n", "甲镇总结"],
  ["## 子\n\n# 甲\n", "甲"],
  ["\n## 主要工作\n\n文\n", "主要工作"],
  ["- 修渠\n- 护林\n", "修渠"],
  ["今年以来，", "今年以来，"],
  ["---\nto: 县委\ntitle: 题\n---\n\n# 另\n", "题"],
  ["---\n标题：题\n---\n", "题"],
  ["---\nto: 县委\n---\n\n# 题\n", "题"],
  [`# ${"𠮷".repeat(40)}`, "𠮷".repeat(30)],
];

for (const [text, title] of TITLES)
  test(`${JSON.stringify(text).slice(0, 40)} is called ${title || "nothing"}`, () =>
    assert.equal(drafts.titleOf(text), title));

const whole = { ...drafts.emptyDraft(), id: "a", text: "甲", revision: 1 };

/** What stands there, why it is not read, and what of it is left. */
const UNREAD = {
  "of a newer version": [{ ...whole, format: 2 }, "newer", "甲"],
  "of a newer version, with its text elsewhere": [{ format: 2, body: 1 }, "newer", '{"format":2,"body":1}'],
  "without a text": [{ ...whole, text: 1 }, "broken", JSON.stringify({ ...whole, text: 1 })],
  "with a caret that is none": [{ ...whole, anchor: -1 }, "broken", "甲"],
  "with a time that is none": [{ ...whole, time: NaN }, "broken", "甲"],
  "that is cut off": ['{"format":1,"text":"甲', "broken", '{"format":1,"text":"甲'],
  "that is nothing": [null, "broken", "null"],
};

for (const [name, [value, why, text]] of Object.entries(UNREAD))
  test(`a draft ${name} is told, with what is left of it`, () =>
    assert.deepEqual(drafts.readDraft("a", value), { id: "a", why, text }));

test("a draft is read as it was written", () => {
  assert.deepEqual(drafts.readDraft("a", JSON.parse(JSON.stringify(whole))), whole);
  assert.ok(drafts.isRead(drafts.readDraft("a", whole)));
});
