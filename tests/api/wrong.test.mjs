// Values of a wrong type: a TypeError names the place, and the module still works.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { dist, outlineOf, ready, sectionOf } from "./core.mjs";
import { OUTLINE, SOURCE, TEXT } from "./sample.mjs";

const core = await ready();

function assertWorks(core) {
  assert.equal(core.summarize(SOURCE).text, TEXT);
  assert.equal(core.summarize(OUTLINE).text, TEXT);
}

function assertRefused(call, message) {
  assert.throws(call, { name: "TypeError", message });
  assertWorks(core);
}

const points = (points) => outlineOf({ opening: [{ kind: "points", layout: "runOn", points }] });
const sections = (...sections) => outlineOf({ sections });
const opening = (...opening) => outlineOf({ opening });
const KINDS = '"paragraph", "points", "table" or "note"';

/** Outlines, and what is said about them. */
const OUTLINES = [
  [null, "outline: expected an object, got null"],
  [undefined, "outline: expected an object, got undefined"],
  [5, "outline: expected an object, got number"],
  [true, "outline: expected an object, got boolean"],
  [() => OUTLINE, "outline: expected an object, got function"],
  [class Outline {}, "outline: expected an object, got function"],
  [[], "outline: expected an object, got array"],
  [Symbol("outline"), "outline: expected an object, got symbol or bigint"],
  [1n, "outline: expected an object, got symbol or bigint"],
  [{}, "opening: expected an array, got undefined"],
  [new String("甲"), "opening: expected an array, got undefined"],
  [new Map([["opening", []]]), "opening: expected an array, got undefined"],
  [outlineOf({ opening: {} }), "opening: expected an array, got object"],
  [outlineOf({ sections: "甲" }), "sections: expected an array, got string"],
  [outlineOf({ sections: new Set() }), "sections: expected an array, got object"],
  [outlineOf({ closing: null }), "closing: expected an array, got null"],
  [outlineOf({ title: 5 }), "title: expected a string, got number"],
  [outlineOf({ title: null }), "title: expected a string, got null"],
  [outlineOf({ title: new String("甲") }), "title: expected a string, got object"],
  [outlineOf({ to: [] }), "to: expected a string, got array"],
  [outlineOf({ from: {} }), "from: expected a string, got object"],
  [outlineOf({ date: new Date(0) }), "date: expected a string, got object"],
  [outlineOf({ style: {} }), "style: expected a string, got object"],
  [outlineOf({ attachments: "甲" }), "attachments: expected an array, got string"],
  [outlineOf({ attachments: ["甲", 2] }), "attachments[1]: expected a string, got number"],
  // biome-ignore lint: the hole is the point
  [outlineOf({ attachments: ["甲", , "乙"] }), "attachments[1]: expected a string, got undefined"],
  [outlineOf({ facts: [] }), "facts: expected an object, got array"],
  [outlineOf({ facts: { 村名: 5 } }), "facts.村名: expected a string, got number"],
  [outlineOf({ facts: { 村名: undefined } }), "facts.村名: expected a string, got undefined"],
  [sections(null), "sections[0]: expected an object, got null"],
  [sections(sectionOf(), "甲"), "sections[1]: expected an object, got string"],
  [
    sections(sectionOf(), sectionOf(), sectionOf({ heading: 5 })),
    "sections[2].heading: expected a string, got number",
  ],
  [sections(sectionOf({ heading: undefined })), "sections[0].heading: expected a string, got undefined"],
  [sections(sectionOf({ level: 0 })), "sections[0].level: expected 1, 2, 3, 4 or 5, got 0"],
  [sections(sectionOf({ level: 6 })), "sections[0].level: expected 1, 2, 3, 4 or 5, got 6"],
  [sections(sectionOf({ level: 1.5 })), "sections[0].level: expected 1, 2, 3, 4 or 5, got number"],
  [sections(sectionOf({ level: "1" })), 'sections[0].level: expected 1, 2, 3, 4 or 5, got "1"'],
  [sections(sectionOf({ number: 3 })), "sections[0].number: expected a string, got number"],
  [sections(sectionOf({ body: null })), "sections[0].body: expected an array, got null"],
  [
    sections(sectionOf({ sections: [sectionOf({ body: [{ kind: "note", text: 1 }] })] })),
    "sections[0].sections[0].body[0].text: expected a string, got number",
  ],
  [opening("甲"), "opening[0]: expected an object, got string"],
  [opening([]), "opening[0]: expected an object, got array"],
  [opening({}), `opening[0].kind: expected ${KINDS}, got undefined`],
  [opening({ kind: "list" }), `opening[0].kind: expected ${KINDS}, got "list"`],
  [opening({ kind: 5 }), `opening[0].kind: expected ${KINDS}, got 5`],
  [opening({ kind: "x".repeat(99) }), `opening[0].kind: expected ${KINDS}, got string`],
  [opening({ kind: "paragraph" }), "opening[0].text: expected a string, got undefined"],
  [
    opening({ kind: "note", text: "", layout: "" }),
    "opening[0].layout: no such field; there are kind and text",
  ],
  [
    opening({ kind: "points", layout: "loose", points: [] }),
    'opening[0].layout: expected "runOn", "separate" or "numbered", got "loose"',
  ],
  [
    opening({ kind: "points", layout: "runOn", points: {} }),
    "opening[0].points: expected an array, got object",
  ],
  [opening({ kind: "table", header: "甲", rows: [] }), "opening[0].header: expected an array, got string"],
  [opening({ kind: "table", header: [], rows: ["甲"] }), "opening[0].rows[0]: expected an array, got string"],
  [
    opening({ kind: "table", header: [], rows: [["甲", 1]] }),
    "opening[0].rows[0][1]: expected a string, got number",
  ],
  [points(["甲"]), "opening[0].points[0]: expected an object, got string"],
  [points([{ text: "甲" }]), "opening[0].points[0].points: expected an array, got undefined"],
  [
    points([{ text: "甲", points: [{ text: null, points: [] }] }]),
    "opening[0].points[0].points[0].text: expected a string, got null",
  ],
  [outlineOf({ author: "甲" }), /^author: no such field; there are title, to, .* and closing$/],
  [
    sections(sectionOf({ text: "甲" })),
    /^sections\[0\]\.text: no such field; there are level, .* and sections$/,
  ],
];

for (const [outline, message] of OUTLINES) {
  test(`an outline: ${message}`, () => {
    assertRefused(() => core.normalize(outline), message);
    assertRefused(() => core.toMarkdown(outline), message);
    assertRefused(() => core.summarize(outline), message);
    assertRefused(() => core.toDocx(outline), message);
    assertRefused(() => core.toHtml(outline), message);
  });
}

const STYLES = '"gongwen", "decimal", "english" or an object';

/** Options, and what is said about them. */
const OPTIONS = [
  [null, "options: expected an object, got null"],
  ["brief", "options: expected an object, got string"],
  [0, "options: expected an object, got number"],
  [false, "options: expected an object, got boolean"],
  [["brief"], "options: expected an object, got array"],
  [() => ({}), "options: expected an object, got function"],
  [Symbol("options"), "options: expected an object, got symbol or bigint"],
  [1n, "options: expected an object, got symbol or bigint"],
  [{ detail: 1 }, 'options.detail: expected "full", "brief" or "headings", got 1'],
  [{ detail: "short" }, 'options.detail: expected "full", "brief" or "headings", got "short"'],
  [{ indent: 2 }, "options.indent: expected a boolean, got number"],
  [{ blankLines: "yes" }, "options.blankLines: expected a boolean, got string"],
  [{ facts: null }, "options.facts: expected an object, got null"],
  [{ facts: { 村名: 1n } }, "options.facts.村名: expected a string, got symbol or bigint"],
  [{ style: "letter" }, `options.style: expected ${STYLES}, got "letter"`],
  [{ style: 5 }, `options.style: expected ${STYLES}, got 5`],
  [{ style: null }, `options.style: expected ${STYLES}, got null`],
  [{ style: [] }, `options.style: expected ${STYLES}, got array`],
  [{ style: { name: 5 } }, "options.style.name: expected a string, got number"],
  [{ style: { numbering: "一、" } }, "options.style.numbering: expected an array, got string"],
  [{ style: { numbering: ["一、", 1] } }, "options.style.numbering[1]: expected a string, got number"],
  [{ style: { counters: [null] } }, "options.style.counters[0]: expected a string, got null"],
  [{ style: { runOn: 1 } }, "options.style.runOn: expected a boolean, got number"],
  [{ style: { date: 5 } }, "options.style.date: expected a string, got number"],
  [{ style: { page: "A4" } }, "options.style.page: expected an object, got string"],
  [{ style: { page: { width: "210mm" } } }, "options.style.page.width: expected a finite number, got string"],
  [
    { style: { page: { width: Number.NaN } } },
    "options.style.page.width: expected a finite number, got number",
  ],
  [{ style: { page: { top: Infinity } } }, "options.style.page.top: expected a finite number, got number"],
  [
    { style: { page: { lines: 22.5 } } },
    "options.style.page.lines: expected a whole number from 0 on, got number",
  ],
  [
    { style: { page: { characters: -1 } } },
    "options.style.page.characters: expected a whole number from 0 on, got number",
  ],
  [{ style: { page: { depth: 1 } } }, /^options\.style\.page\.depth: no such field; there are width, /],
  [{ style: { page: { pitch: 0 } } }, "options.style.page.pitch: expected a positive number, got number"],
  [{ style: { page: { pitch: null } } }, "options.style.page.pitch: expected a positive number, got null"],
  [{ style: { fonts: "仿宋" } }, "options.style.fonts: expected an object, got string"],
  [{ style: { fonts: { title: "仿宋" } } }, "options.style.fonts.title: expected an object, got string"],
  [
    { style: { fonts: { title: { size: "22pt" } } } },
    "options.style.fonts.title.size: expected a positive number, got string",
  ],
  [
    { style: { fonts: { body: { size: Infinity } } } },
    "options.style.fonts.body.size: expected a positive number, got number",
  ],
  [{ style: { fonts: { headings: {} } } }, "options.style.fonts.headings: expected an array, got object"],
  [
    { style: { fonts: { headings: [{}, { family: 5 }] } } },
    "options.style.fonts.headings[1].family: expected a string, got number",
  ],
  [
    { style: { fonts: { table: { bold: 700 } } } },
    "options.style.fonts.table.bold: expected a boolean, got number",
  ],
  [
    { style: { fonts: { heading: {} } } },
    "options.style.fonts.heading: no such field; there are title, headings, body, table and pageNumber",
  ],
  [
    { style: { fonts: { title: { colour: "red" } } } },
    "options.style.fonts.title.colour: no such field; there are family, size and bold",
  ],
  [{ style: { seal: "印" } }, "options.style.seal: expected a boolean, got string"],
  [{ style: { pageNumbers: 1 } }, "options.style.pageNumbers: expected a boolean, got number"],
  [{ style: { font: "仿宋" } }, /^options\.style\.font: no such field; there are name, /],
  [
    { maxChars: 5 },
    /^options\.maxChars: no such field; there are style, detail, indent, blankLines, hardLines and facts$/,
  ],
];

for (const [options, message] of OPTIONS) {
  test(`options: ${message}`, () => {
    assertRefused(() => core.summarize("甲", options), message);
    assertRefused(() => core.summarize(OUTLINE, options), message);
    assertRefused(() => core.toDocx("甲", options), message);
    assertRefused(() => core.toHtml(OUTLINE, options), message);
    assertRefused(() => new core.Session("甲", options), message);
  });
}

/** What is no source, and how it is called. */
const NO_SOURCES = [
  [undefined, "undefined"],
  [null, "null"],
  [5, "number"],
  [true, "boolean"],
  [["甲"], "array"],
  [{}, "object"],
  [new String("甲"), "object"],
  [() => "甲", "function"],
  [1n, "symbol or bigint"],
];

for (const [value, name] of NO_SOURCES) {
  test(`a source: ${name} ${typeof value}`, () => {
    assertRefused(() => core.parse(value), `source: expected a string, got ${name}`);
    assertRefused(() => new core.Session(value), `source: expected a string, got ${name}`);
  });
}

/** Calls with a wrong argument, and what is said about it. */
const WRONG_CALLS = {
  "blanks of no source": [() => core.blanks(5), "source: expected a string, got number"],
  "values in an array": [() => core.fillBlanks("**", ["5"]), "values: expected an object, got array"],
  "a value that is a number": [
    () => core.fillBlanks("**", { 0: 5 }),
    "values.0: expected a string, got number",
  ],
  "no values": [() => core.fillBlanks("**"), "values: expected an object, got undefined"],
  "an index below 0": [
    () => core.nameBlank("**", -1, "甲"),
    "index: expected a whole number from 0 on, got number",
  ],
  "a name that is a number": [() => core.nameBlank("**", 0, 5), "name: expected a string, got number"],
  "a name with a brace": [() => core.nameBlank("**", 0, "{甲"), /^name: no name of a fact: /],
  "facts of no source": [() => core.facts(null), "source: expected a string, got null"],
  "a fact that is a number": [() => core.setFacts("", { 甲: 5 }), "facts.甲: expected a string, got number"],
  "a fact with a colon": [() => core.setFacts("", { "甲:": "5" }), /^facts\.甲:: no name of a fact: /],
  "a table that is none": [() => core.readFacts({}), "table: expected a string, got object"],
  "names in a string": [() => core.mask("", { names: "甲" }), "options.names: expected an array, got string"],
  "a name to keep that is none": [
    () => core.maskings("", { keep: ["甲", 5] }),
    "options.keep[1]: expected a string, got number",
  ],
  "a field that masking has not": [
    () => core.mask("", { name: [] }),
    "options.name: no such field; there are names and keep",
  ],
};

for (const [name, [call, message]] of Object.entries(WRONG_CALLS)) {
  test(name, () => assertRefused(call, message));
}

test("a value that holds itself is refused at once", () => {
  const once = outlineOf();
  once.opening.push({ kind: "points", layout: "runOn", points: [{ text: "甲", points: [] }] });
  once.opening[0].points[0].points.push(once.opening[0].points[0]);
  assertRefused(() => core.normalize(once), /^opening\[0\]\.points\[0\]\.points\[0\]/);
  const options = { facts: {} };
  options.facts.self = options;
  assertRefused(() => core.summarize("甲", options), "options.facts.self: expected a string, got object");
  assertRefused(() => core.summarize(OUTLINE, options), "options.facts.self: expected a string, got object");
});

test("a value that holds itself twice over takes no time either", () => {
  // In a process of its own, which can be ended: two ways at each of a hundred levels are never walked to an end.
  const program = `
    import { load, normalize } from ${JSON.stringify(new URL("core.js", dist).href)};
    await load();
    const section = { level: 1, heading: "甲", body: [], sections: [] };
    section.sections.push(section, section);
    try { normalize({ opening: [], sections: [section], closing: [] }); } catch (error) { console.log(error.name); }
  `;
  const args = ["--input-type=module", "--eval", program];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 10_000 });
  assert.equal(stdout, "TypeError\n");
});

test("a value nested too deep is refused, and one as deep as needed is not", () => {
  const nested = (depth) => {
    let section = sectionOf();
    for (let level = 1; level < depth; level++) section = sectionOf({ sections: [section] });
    return sections(section);
  };
  assert.equal(core.summarize(nested(40)).blocks.length, 40);
  assertRefused(() => core.normalize(nested(100_000)), /nested too deep/);
  assertRefused(() => core.summarize("甲", { style: nested(5000) }), /^options\.style\./);
});

test("what a nested list reads as can always be given back", () => {
  const source = Array.from({ length: 200 }, (_, depth) => `${"  ".repeat(depth)}- 第${depth}层\n`).join("");
  const { outline } = core.parse(source);
  assert.equal(core.summarize(outline).text, core.summarize(source).text);
  assert.deepEqual(core.parse(core.toMarkdown(outline)).outline, outline);
  assert.equal(typeof core.summarize("- ".repeat(50_000)).text, "string");
  assertWorks(core);
});

class Thrown extends Error {}

const thrower = () => {
  throw new Thrown("mine");
};

/** Values that throw when they are read. */
const THROWING = {
  "a getter": {
    ...outlineOf(),
    get title() {
      return thrower();
    },
  },
  "a getter far inside": sections(
    sectionOf({
      body: [
        {
          kind: "note",
          get text() {
            return thrower();
          },
        },
      ],
    }),
  ),
  "a proxy": new Proxy(outlineOf(), { ownKeys: thrower }),
  "a proxy of a function's answer": outlineOf({ sections: new Proxy([], { get: thrower }) }),
};

for (const [name, value] of Object.entries(THROWING)) {
  test(`${name} that throws: the error comes through, as often as it may`, async () => {
    const core = await ready();
    // An error that flies through the wasm leaves its stack as it stood: a few thousand would use it up.
    for (let turn = 0; turn < 20_000; turn++) assert.throws(() => core.normalize(value), Thrown);
    assert.throws(
      () => core.summarize("甲", value),
      (error) => error instanceof Thrown || error instanceof TypeError,
    );
    assertWorks(core);
  });
}

test("options that throw: the error comes through, and the module works", async () => {
  const core = await ready();
  const options = {
    get style() {
      return thrower();
    },
  };
  for (let turn = 0; turn < 20_000; turn++) assert.throws(() => core.summarize(OUTLINE, options), Thrown);
  assert.throws(() => core.summarize("甲", options), Thrown);
  assert.throws(() => new core.Session("甲", options), Thrown);
  assertWorks(core);
});

test("a getter may use the core itself", () => {
  const outline = outlineOf();
  Object.defineProperty(outline, "title", {
    enumerable: true,
    get: () => core.parse("# 总结").outline.title,
  });
  assert.equal(core.summarize(outline).text, "总结\n");
});

test("thousands of refusals cost no memory that is not given back", async () => {
  const core = await ready();
  const wrong = sections(sectionOf({ heading: "甲".repeat(1000), body: null }));
  for (let turn = 0; turn < 5000; turn++) assert.throws(() => core.normalize(wrong), TypeError);
  assertWorks(core);
});
