// What the keys of the outline do, on cases of text.

import { build } from "esbuild";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../www/tools/install.mjs";

const modules = ["./edits.ts", "./counting.ts", "@codemirror/state"].map(
  (name) => `export * from "${name}";`,
);
const { outputFiles } = await build({
  stdin: { contents: modules.join("\n"), resolveDir: join(root, "www/editor") },
  bundle: true,
  format: "esm",
  write: false,
});
const { EditorState, counting, ...edits } = await import(
  `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`
);

const lineOf = (doc, caret) => {
  const { number } = doc.lineAt(caret);
  return { first: number, last: number };
};

/** Each key with what it does at a caret. */
const KEYS = {
  Tab: (doc, caret) => edits.changeLevel(doc, lineOf(doc, caret), 1),
  "Shift+Tab": (doc, caret) => edits.changeLevel(doc, lineOf(doc, caret), -1),
  Enter: edits.breakLine,
  Backspace: (doc, caret) => edits.lowered(doc, caret),
  Delete: edits.joinNext,
  "Alt+Up": (doc, caret) => edits.move(doc, lineOf(doc, caret).first, caret, -1),
  "Alt+Down": (doc, caret) => edits.move(doc, lineOf(doc, caret).first, caret, 1),
  "Ctrl+Enter": edits.nextSection,
  Section: (doc, caret) => edits.become(doc, lineOf(doc, caret), "heading"),
  Point: (doc, caret) => edits.become(doc, lineOf(doc, caret), "point"),
  Text: (doc, caret) => edits.become(doc, lineOf(doc, caret), "text"),
};

/** What a key makes of a text, with the caret in it; `-` if the key is the editor's own. */
function pressed(key, text) {
  const anchor = text.indexOf("^");
  const doc = text.replace("^", "");
  const state = EditorState.create({ doc, selection: { anchor }, extensions: counting });
  const edit = KEYS[key](state.doc, anchor);
  if (!edit) return "-";
  const changes = state.changes(edit.changes);
  const selection = edit.caret === undefined ? state.selection.map(changes, 1) : { anchor: edit.caret };
  const after = state.update({ changes, selection, userEvent: "input" }).state;
  const { head } = after.selection.main;
  return `${after.sliceDoc(0, head)}^${after.sliceDoc(head)}`;
}

const NAME = /^(Tab|Shift\+Tab|Enter|Backspace|Delete|Alt\+Up|Alt\+Down|Ctrl\+Enter|Section|Point|Text): /;

/** The cases of the file: name, key, text before, text after. */
function* cases() {
  const lines = readFileSync(join(root, "tests/editor/keys.txt"), "utf8").split("\n");
  const starts = lines.flatMap((line, at) => (NAME.test(line) ? [at] : []));
  for (const [index, start] of starts.entries()) {
    const body = lines.slice(start + 1, starts[index + 1] ?? lines.length);
    const arrow = body.indexOf("=>");
    const after = body.slice(arrow + 1);
    while (after.at(-1) === "") after.pop();
    yield { name: lines[start], before: body.slice(0, arrow).join("\n"), after: after.join("\n") };
  }
}

for (const { name, before, after } of cases()) {
  test(name, () => assert.equal(pressed(NAME.exec(name)[1], before), after));
}

test("an edit of any line keeps every character but markers and blanks", () => {
  const text =
    "# 题\n\n前言\n\n## 甲。\n\n- 一\n  - 二\n    - 三\n- 四\n\n1. 五\n2. 六\n\n> 注\n\n### 乙\n文\n|a|\n\n---\n\n完";
  const content = (doc) => [...doc.replace(/[#\->\s]|\d\./g, "")].sort().join("");
  const { doc } = EditorState.create({ doc: text });
  for (const key of Object.keys(KEYS)) {
    for (let caret = 0; caret <= text.length; caret++) {
      // The caret never stands in a marker.
      if (caret < edits.textStart(doc, doc.lineAt(caret).number)) continue;
      const result = pressed(key, `${text.slice(0, caret)}^${text.slice(caret)}`);
      if (result !== "-") assert.equal(content(result.replace("^", "")), content(text), `${key} at ${caret}`);
    }
  }
});
