// The package, as an empty project installs it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../www/tools/install.mjs";

let project;

/** What a command prints; if it fails, that is what is told. */
function run(command, args, cwd = project) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  assert.equal(status, 0, `${stdout}${stderr}`);
  return stdout;
}

before(() => {
  project = mkdtempSync(join(tmpdir(), "outline-summary-"));
  const [{ filename }] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", project], root));
  writeFileSync(join(project, "package.json"), '{ "type": "module", "private": true }');
  run("npm", ["install", "--no-audit", "--no-fund", "--offline", "--omit=dev", join(project, filename)]);
});

after(() => rmSync(project, { recursive: true, force: true }));

test("the core works by its name", () => {
  writeFileSync(
    join(project, "core.mjs"),
    `import { load, summarize } from "outline-summary/core";
    await load();
    console.log(summarize("## 甲\\n\\n- 修渠\\n- 护林\\n").text);`,
  );
  assert.equal(run(process.execPath, ["core.mjs"]), "一、甲\n一是修渠；二是护林。\n\n");
});

test("the element can be imported where there is no DOM", () => {
  writeFileSync(
    join(project, "element.mjs"),
    `import { OutlineSummary } from "outline-summary";
    console.log(OutlineSummary.observedAttributes.join());`,
  );
  assert.equal(run(process.execPath, ["element.mjs"]), "lang,detail,readonly,disabled,value,draft-key\n");
});

test("its types are those of the element and of the core", () => {
  writeFileSync(
    join(project, "uses.ts"),
    `import type { OutlineSummary } from "outline-summary";
    import { type Summary, summarize } from "outline-summary/core";
    const element: OutlineSummary = document.createElement("outline-summary");
    element.detail = "brief";
    const summary: Summary | undefined = element.summary ?? summarize(element.value);
    // @ts-expect-error there is no such length
    element.detail = "long";
    console.log(summary?.stats.words);`,
  );
  const options = [
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--lib",
    "es2022,dom",
  ];
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...options, "uses.ts"]);
});

test("the manifest names what there is", async () => {
  const read = (name) => readFileSync(join(project, "node_modules/outline-summary/dist", name), "utf8");
  const [{ declarations }] = JSON.parse(read("custom-elements.json")).modules;
  const [{ attributes, members, events }] = declarations;
  const { OutlineSummary } = await import("../../dist/outline-summary.js");
  const names = (list) => list.map(({ name }) => name);
  for (const name of OutlineSummary.observedAttributes) assert.ok(names(attributes).includes(name), name);
  const own = Object.getOwnPropertyNames(OutlineSummary.prototype);
  for (const name of names(members)) assert.ok(own.includes(name), name);
  const source = read("outline-summary.js");
  for (const name of names(events))
    assert.ok(source.includes(`"${name}"`) || source.includes(`\`${name}\``), name);
});

/** Custom properties with their defaults, as a pattern finds them in a text. */
function properties(text, pattern) {
  const found = [...text.matchAll(pattern)].map(([, name, value]) => [
    name,
    value
      .replace(/light-dark\((\S+), (\S+)\)/, "$1 / $2")
      .replaceAll("`", "")
      .replace(/\s+/g, " "),
  ]);
  return Object.fromEntries(found.sort());
}

test("the style sheet, the manifest, the types and the README name the same custom properties", () => {
  const read = (name) => readFileSync(join(root, name), "utf8");
  const [{ declarations }] = JSON.parse(read("www/custom-elements.json")).modules;
  const manifest = declarations[0].cssProperties.map(({ name, default: value }) => `${name}=${value}`);
  const wanted = properties(read("www/element/frame.css"), /var\(\s*(--os-[\w-]+),\s*(.+?)\s*\);/gs);
  assert.ok(Object.keys(wanted).length > 10);
  assert.deepEqual(properties(manifest.join("\n"), /(.+?)=(.+)/g), wanted);
  assert.deepEqual(properties(read("www/outline-summary.d.ts"), /`(--os-[\w-]+)` \((.+)\): /g), wanted);
  assert.deepEqual(properties(read("README.md"), /\| `(--os-[\w-]+)` \| (.+?) \|/g), wanted);
  for (const name of ["panel.css", "paper.css", "../editor/theme.ts"]) {
    assert.doesNotMatch(read(join("www/element", name)), /--os-/, name);
  }
});
