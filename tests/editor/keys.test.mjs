// What the keys of the outline do, on cases of text.

import { build } from "esbuild";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../www/tools/install.mjs";

const names = ["edits", "kinds", "levels", "lines", "moves", "paste", "counting"];
const modules = [...names.map((name) => `./${name}.ts`), "@codemirror/state"];
const { outputFiles } = await build({
  stdin: {
    contents: modules.map((name) => `export * from "${name}";`).join("\n"),
    resolveDir: join(root, "www/editor"),
  },
  bundle: true,
  format: "esm",
  write: false,
});
const { EditorState, counting, ...edits } = await import(
  `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`
);

/** Each key with what it does at a caret, or to a selection. */
const KEYS = {
  Tab: (doc, range) => edits.changeLevel(doc, edits.touchedLines(doc, range), 1),
  "Shift+Tab": (doc, range) => edits.changeLevel(doc, edits.touchedLines(doc, range), -1),
  Enter: (doc, { from, to }) =>
    from < to ? edits.brokenOver(doc, { from, to }) : edits.breakLine(doc, from),
  "Shift+Enter": (doc, range) => edits.typedOver(doc, range, "\n"),
  q: (doc, range) => edits.typedOver(doc, range, "q"),
  Space: (doc, { from }) => edits.remarked(doc, from),
  Backspace: (doc, { from }) => edits.lowered(doc, from),
  Delete: (doc, { from }) => edits.joinNext(doc, from),
  "Alt+Up": (doc, range) => edits.move(doc, edits.touchedLines(doc, range), -1),
  "Alt+Down": (doc, range) => edits.move(doc, edits.touchedLines(doc, range), 1),
  "Ctrl+Enter": (doc, range) => edits.nextSection(doc, edits.touchedLines(doc, range).last),
  Title: (doc, range) => edits.becomeTitle(doc, edits.touchedLines(doc, range).first),
  Section: (doc, range) => edits.become(doc, edits.touchedLines(doc, range), "heading"),
  Point: (doc, range) => edits.become(doc, edits.touchedLines(doc, range), "point"),
  Text: (doc, range) => edits.become(doc, edits.touchedLines(doc, range), "text"),
  Erase: (doc, range) => edits.erased(doc, range),
  Paste: (doc, range, clip) => edits.pasted(doc, range, clip),
};

/** What a key makes of a text, with the caret in it; `-` if the key is the editor's own. Two carets: a selection. */
function pressed(key, text, clip) {
  const [, before, selected] = /^([^^]*)\^(?:([^^]*)\^)?/.exec(text);
  const anchor = before.length;
  const head = anchor + (selected?.length ?? 0);
  const doc = text.replaceAll("^", "");
  const state = EditorState.create({ doc, selection: { anchor, head }, extensions: counting });
  const edit = KEYS[key](state.doc, state.selection.main, clip);
  if (!edit) return "-";
  const changes = state.changes(edit.changes);
  const { caret, side = 1 } = edit;
  const selection = caret === undefined ? state.selection.map(changes, side) : { anchor: caret };
  const after = state.update({ changes, selection, userEvent: "input" }).state;
  const { from, to } = after.selection.main;
  const ranges =
    from === to
      ? [[0, from]]
      : [
          [0, from],
          [from, to],
        ];
  return [...ranges, [to]].map((range) => after.sliceDoc(...range)).join("^");
}

const NAME = new RegExp(`^(${Object.keys(KEYS).join("|").replaceAll("+", "\\+")}): `);

/** The cases of the file: name, key, text before, text after. */
function* cases() {
  const lines = readFileSync(join(root, "tests/editor/keys.txt"), "utf8").split("\n");
  const starts = lines.flatMap((line, at) => (NAME.test(line) ? [at] : []));
  for (const [index, start] of starts.entries()) {
    const body = lines.slice(start + 1, starts[index + 1] ?? lines.length);
    const arrow = body.indexOf("=>");
    const board = body.indexOf("<=");
    const clip = board < 0 ? undefined : body.slice(board + 1, arrow).join("\n");
    const after = body.slice(arrow + 1);
    while (after.at(-1) === "") after.pop();
    yield {
      name: lines[start],
      before: body.slice(0, board < 0 ? arrow : board).join("\n"),
      clip,
      after: after.join("\n"),
    };
  }
}

for (const { name, before, clip, after } of cases()) {
  test(name, () => assert.equal(pressed(NAME.exec(name)[1], before, clip), after));
}

/** All kinds of lines. */
const ALL =
  "# 题\n\n前言\n\n## 甲。\n\n- 一\n  - 二\n    - 三\n- 四\n\n1. 五\n2. 六\n\n> 注\n\n### 乙\n文\n|a|\n\n---\n\n完";

/** The characters of a text that are no markers. */
const content = (text) => [...text.replace(/[#\->\s^]|\d\./g, "")].sort().join("");

/** The places of a text where the caret may stand: never in a marker. */
function* carets(text) {
  const { doc } = EditorState.create({ doc: text });
  for (let caret = 0; caret <= text.length; caret++) {
    if (caret >= edits.textStart(doc, doc.lineAt(caret).number)) yield caret;
  }
}

/** The text with each caret or short selection in it, and what of it is selected. */
function* selections(text) {
  const places = [...carets(text)];
  for (const from of places) {
    for (const to of places.filter((to) => to >= from && to < from + 12)) {
      yield [`${text.slice(0, from)}^${text.slice(from, to)}^${text.slice(to)}`, text.slice(from, to)];
    }
  }
}

test("an edit of any line keeps every character but markers and blanks", () => {
  for (const key of Object.keys(KEYS).filter((key) => !/^(Erase|Paste|q)$/.test(key))) {
    for (const [text, selected] of selections(ALL)) {
      if (selected && key.endsWith("Enter") && key !== "Ctrl+Enter") continue;
      const result = pressed(key, text);
      if (result !== "-") assert.equal(content(result), content(ALL), `${key} in ${text}`);
    }
  }
});

test("nothing that is pasted is lost, and nothing but what was selected", () => {
  const clips = [
    "子\r\n　　丑\r\n\r\n寅\r\n",
    "\n\n子",
    "子\n- 丑\n  - 寅",
    "1. 子\n2. 丑\n",
    "\n## 子\n丑\n\n",
  ];
  for (const clip of clips) {
    for (const [text, selected] of selections(ALL)) {
      const result = pressed("Paste", text, clip);
      const wanted = content(text.replace(`^${selected}^`, "") + clip);
      if (result !== "-") assert.equal(content(result), wanted, `${clip} in ${text}`);
    }
  }
});
