// The shared cases of the language, through the built core; skipped where they are not at hand.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { ready } from "./core.mjs";

const fixtures = new URL("../../../shared/fixtures/", import.meta.url);
const skip = existsSync(fixtures) ? false : "there are no shared fixtures here";
const read = (name) => readFileSync(new URL(name, fixtures), "utf8");

test("the cases of the language", { skip }, async (t) => {
  const core = await ready();
  for (const { name, outline, options, text } of JSON.parse(read("language-cases.json"))) {
    await t.test(name, () => {
      assert.equal(core.summarize(outline, options).text, text);
      const session = new core.Session(outline, options);
      assert.equal(session.text, text);
      session.close();
    });
  }
});

test("the work summary, to the byte and back", { skip }, async () => {
  const core = await ready();
  const [source, text] = [read("work-summary.md"), read("work-summary.txt")];
  const { outline } = core.parse(source);
  assert.equal(core.summarize(source).text, text);
  assert.equal(core.summarize(outline).text, text);
  assert.equal(core.toMarkdown(outline), source);
});
