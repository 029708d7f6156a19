// Which versions are kept, and what is said of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drafts } from "./modules.mjs";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = new Date(2025, 11, 5, 16, 5).getTime();

/** How long ago versions are, and which of them stay. */
const KEPT = {
  "the last ones by ten minutes": [
    [50 * MINUTE, 49 * MINUTE, 22 * MINUTE, 21 * MINUTE, MINUTE],
    [49 * MINUTE, 21 * MINUTE, MINUTE],
  ],
  "those of two days by the hour": [
    [26 * HOUR + 20 * MINUTE, 26 * HOUR + 10 * MINUTE, 3 * HOUR, 2 * HOUR],
    [26 * HOUR + 10 * MINUTE, 3 * HOUR, 2 * HOUR],
  ],
  "older ones by the day": [
    [9 * DAY + 3 * HOUR, 9 * DAY, 4 * DAY + 2 * HOUR, 4 * DAY + HOUR, HOUR],
    [9 * DAY, 4 * DAY + HOUR, HOUR],
  ],
  "those from before the clock was set back": [
    [-3 * DAY, -2 * DAY, -DAY],
    [-3 * DAY, -2 * DAY, -DAY],
  ],
};

for (const [name, [ages, kept]] of Object.entries(KEPT))
  test(`of versions there stay ${name}`, () => {
    const versions = ages.map((age) => ({ time: now - age }));
    const gone = new Set(drafts.outworn(versions, now));
    const left = versions.filter((version) => !gone.has(version)).map(({ time }) => now - time);
    assert.deepEqual(left, kept);
  });

test("texts that were replaced as a whole stay for a day, beside the newest of their time", () => {
  const whole = (age) => ({ time: now - age, isWhole: true });
  const versions = [whole(3 * MINUTE), whole(2 * MINUTE)];
  const plain = { time: now - MINUTE };
  assert.deepEqual(drafts.outworn([...versions, plain], now), []);
  assert.deepEqual(drafts.outworn([whole(25 * HOUR + MINUTE), { time: now - 25 * HOUR }, plain], now), [
    whole(25 * HOUR + MINUTE),
  ]);
  // Not without end: a host may set one after the other.
  const many = Array.from({ length: 50 }, (_, at) => whole((50 - at) * 1000));
  assert.ok(drafts.outworn(many, now).length >= 19);
});

test("there are never more than sixty", () => {
  const versions = Array.from({ length: 200 }, (_, day) => ({ time: now - (200 - day) * DAY }));
  const gone = drafts.outworn(versions, now);
  assert.equal(versions.length - gone.length, 60);
  assert.ok(!gone.includes(versions[199]));
});

/** What stood there how long ago, what comes, and whether the former is to be kept. */
const DUE = [
  ["甲", MINUTE, "甲乙", false],
  ["甲", 20 * MINUTE, "甲乙", true],
  ["甲", -DAY, "甲乙", true],
  ["甲", 20 * MINUTE, "甲", false],
  ["", 20 * MINUTE, "甲", false],
  ["甲乙丙丁戊", MINUTE, "甲", true],
];

for (const [before, age, text, isDue] of DUE)
  test(`${before || "nothing"} of ${age / MINUTE} minutes ago is ${isDue ? "" : "not "}kept before ${text}`, () =>
    assert.equal(drafts.isDue({ time: now - age, text: before }, text, now), isDue));

/** Before, after, and what changed. */
const CHANGES = [
  ["", "", 0, 0, ""],
  ["甲", "甲乙", 1, 0, ""],
  ["## 甲\n\n一二三\n", "## 甲\n\n一三\n", 0, 1, "甲"],
  ["## 甲\n\n一\n\n## 乙\n\n二\n", "## 甲\n\n一\n\n## 乙\n\n三二\n", 1, 0, "乙"],
  ["## 甲\n\n一\n\n## 乙\n\n二\n", "## 甲\n\n一新\n\n## 乙\n\n二新\n", 2, 0, "甲"],
  ["## {-} 甲\n", "## {-} 甲乙\n", 1, 0, "甲乙"],
  ["一\n二\n三\n", "三\n", 0, 2, ""],
  ["𠮷", "𠮷𠮷", 1, 0, ""],
  ["一\n".repeat(900), `${"一\n".repeat(900)}二\n`, 1, 0, ""],
  ["甲\n".repeat(900), "乙\n".repeat(900), 900, 900, ""],
];

for (const [before, after, added, removed, heading] of CHANGES)
  test(`${JSON.stringify(before).slice(0, 30)} to ${JSON.stringify(after).slice(0, 30)}`, () =>
    assert.deepEqual(drafts.changeOf(before, after), { added, removed, heading }));

/** A time, and how it is said. */
const TIMES = [
  [new Date(2025, 11, 5, 9, 3), "今天 09:03", "today 09:03"],
  [new Date(2025, 11, 4, 23, 59), "昨天 23:59", "yesterday 23:59"],
  [new Date(2025, 11, 3, 10, 20), "12月3日 10:20", "3 Dec 10:20"],
  [new Date(2024, 0, 31, 10, 20), "2024年1月31日 10:20", "31 Jan 2024 10:20"],
  [new Date(2025, 11, 6, 0, 0), "12月6日 00:00", "6 Dec 00:00"],
];

for (const [time, zh, en] of TIMES)
  test(`${zh} is said as a writer would`, () =>
    assert.deepEqual(
      ["zh", "en"].map((language) => drafts.when(time.getTime(), language, now)),
      [zh, en],
    ));
