// From blank to blank, edits out of whole texts, and the table of facts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "../tools/modules.mjs";

const { Walk, difference, edited, tableOf } = await modules([
  "filling/walk",
  "filling/edits",
  "filling/table",
]);

/** Before, after, and what comes between what they share at both ends. */
const CHANGES = [
  ["甲**乙", "甲3乙", { from: 1, to: 3, text: "3" }],
  ["甲**乙", "甲**乙", undefined],
  ["", "甲", { from: 0, to: 0, text: "甲" }],
  ["甲", "", { from: 0, to: 1, text: "" }],
  ["甲甲", "甲甲甲", { from: 2, to: 2, text: "甲" }],
  ["aba", "a", { from: 1, to: 3, text: "" }],
];

for (const [before, after, edit] of CHANGES)
  test(`what makes ${JSON.stringify(before)} ${JSON.stringify(after)}`, () => {
    const edits = difference(before, after);
    assert.deepEqual(edits, edit ? [edit] : []);
    assert.equal(edited(before, edits), after);
  });

const blank = (index, from, kind) => ({ index, from, to: from + 2, run: "**", before: "", after: "", kind });

test("the walk goes round, from the caret, and knows what is alike", () => {
  const walk = new Walk();
  assert.equal(walk.at(0), undefined);
  const blanks = [blank(0, 2), blank(1, 8, "**镇"), blank(2, 12), blank(3, 20, "**镇")];
  walk.follow(blanks, []);
  assert.deepEqual(
    [0, 2, 3, 4, 20, 22].map((place) => walk.at(place).index),
    [0, 0, 0, 1, 3, 0],
  );
  assert.equal(walk.after(blanks[3]).index, 0);
  assert.equal(walk.before(blanks[0]).index, 3);
  assert.deepEqual(walk.alike(blanks[1]), [blanks[1], blanks[3]]);
  assert.deepEqual(walk.alike(blanks[0]), [blanks[0]]);
});

test("what is computed, there or elsewhere, is like nothing else", () => {
  const walk = new Walk();
  const blanks = [0, 1, 2].map((at) => ({ ...blank(at, at * 4, "{率}"), name: "率" }));
  walk.follow(blanks, [
    { name: "率", formula: "甲 / 乙 as %", uses: 3 },
    { name: "甲", uses: 1 },
  ]);
  assert.equal(walk.formulaOf(blanks[1]), "甲 / 乙 as %");
  assert.equal(walk.formulaOf({ ...blanks[1], name: "甲" }), undefined);
  assert.deepEqual(walk.alike(blanks[1]), [blanks[1]]);
});

test("facts are a table that a spreadsheet opens", () => {
  const facts = [
    { name: "出栏", value: "3,400", uses: 1 },
    { name: "率", value: "85%", formula: "出栏 / 目标 as %", uses: 1 },
    { name: "镇名", uses: 2 },
    { name: "话", value: '他说"好" ', uses: 0 },
  ];
  assert.equal(tableOf(facts), '\ufeff出栏,"3,400"\r\n镇名,\r\n话,"他说""好"" "\r\n');
});
