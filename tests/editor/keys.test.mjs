// What the keys of the outline do, on cases of text.

import { build } from "esbuild";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../www/tools/install.mjs";

const modules = ["./edits.ts", "./counting.ts", "./paste.ts", "@codemirror/state"].map(
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
  Paste: (doc, caret, { head, clip }) => edits.pasted(doc, { from: caret, to: head }, clip),
};

/** What a key makes of a text, with the caret in it; `-` if the key is the editor's own. Two carets: a selection. */
function pressed(key, text, clip) {
  const [, before, selected] = /^([^^]*)\^(?:([^^]*)\^)?/.exec(text);
  const anchor = before.length;
  const head = anchor + (selected?.length ?? 0);
  const doc = text.replaceAll("^", "");
  const state = EditorState.create({ doc, selection: { anchor, head }, extensions: counting });
  const edit = KEYS[key](state.doc, anchor, { head, clip });
  if (!edit) return "-";
  const changes = state.changes(edit.changes);
  const selection = edit.caret === undefined ? state.selection.map(changes, 1) : { anchor: edit.caret };
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

const NAME =
  /^(Tab|Shift\+Tab|Enter|Backspace|Delete|Alt\+Up|Alt\+Down|Ctrl\+Enter|Section|Point|Text|Paste): /;

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

test("an edit of any line keeps every character but markers and blanks", () => {
  for (const key of Object.keys(KEYS).filter((key) => key !== "Paste")) {
    for (const caret of carets(ALL)) {
      const result = pressed(key, `${ALL.slice(0, caret)}^${ALL.slice(caret)}`);
      if (result !== "-") assert.equal(content(result), content(ALL), `${key} at ${caret}`);
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
    for (const from of carets(ALL)) {
      for (const to of [...carets(ALL)].filter((to) => to >= from && to < from + 12)) {
        const text = `${ALL.slice(0, from)}^${ALL.slice(from, to)}^${ALL.slice(to)}`;
        const result = pressed("Paste", text, clip);
        const wanted = content(ALL.slice(0, from) + ALL.slice(to) + clip);
        if (result !== "-") assert.equal(content(result), wanted, `${clip} from ${from} to ${to}`);
      }
    }
  }
});
