// Word documents, and HTML for the clipboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { outlineOf, ready } from "./core.mjs";
import { OUTLINE, SOURCE, TEXT } from "./sample.mjs";

const core = await ready();

test("a Word document is read as its text", () => {
  const bytes = core.toDocx(SOURCE);
  assert.ok(bytes instanceof Uint8Array);
  const { outline, markdown, findings } = core.readFile(bytes);
  assert.equal(core.summarize(outline).text, TEXT);
  assert.deepEqual({ outline, markdown, findings }, without(core.readText(TEXT), "habits"));
});

function without(object, name) {
  const { [name]: _, ...rest } = object;
  return rest;
}

test("source, object and session give the same bytes, each time", () => {
  const bytes = core.toDocx(SOURCE);
  assert.deepEqual(core.toDocx(SOURCE), bytes);
  assert.deepEqual(core.toDocx(OUTLINE), bytes);
  const session = new core.Session(SOURCE);
  assert.deepEqual(session.docx(), bytes);
  assert.equal(session.html(), core.toHtml(SOURCE));
  assert.equal(core.toHtml(OUTLINE), core.toHtml(SOURCE));
  session.edit(SOURCE.indexOf("特此"), SOURCE.length, "完。");
  assert.match(core.readFile(session.docx()).markdown, /完。/);
  session.close();
  assert.throws(() => session.docx(), /closed/);
  assert.throws(() => session.html(), /closed/);
});

test("options hold for documents too", () => {
  const options = { detail: "headings", facts: { 村: "石桥村" }, style: { numbering: ["1."] } };
  const source = "## 去{村}\n\n正文。";
  assert.equal(core.summarize(core.readFile(core.toDocx(source, options)).outline).text, "1.去石桥村\n");
  assert.match(core.toHtml(source, options), />1\.去石桥村</);
  assert.doesNotMatch(core.toHtml(source, options), /正文/);
  const style = { page: { pitch: 30 }, fonts: { body: { family: "宋体", size: 15 } } };
  const html = core.toHtml("正文。", { style });
  assert.match(html, /line-height:30\.00pt/);
  assert.match(html, /mso-fareast-font-family:'宋体';font-size:15\.00pt/);
});

test("no markup is made of the text", () => {
  const text = '<img src=x onerror=alert(1)> & "“”"';
  const html = core.toHtml(outlineOf({ opening: [{ kind: "paragraph", text }] }));
  assert.match(html, />&lt;img src=x onerror=alert\(1\)&gt; &amp; &quot;“”&quot;</);
  const { opening } = core.readFile(
    core.toDocx(outlineOf({ opening: [{ kind: "paragraph", text }] })),
  ).outline;
  assert.deepEqual(opening, [{ kind: "paragraph", text }]);
});

test("an empty outline is an empty document", () => {
  assert.deepEqual(core.readFile(core.toDocx("")).outline, outlineOf());
  assert.doesNotMatch(core.toHtml(""), /<p/);
});
