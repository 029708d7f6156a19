// The keys of the outline.

import { insertNewline } from "@codemirror/commands";
import { EditorSelection, type EditorState } from "@codemirror/state";
import type { Command, EditorView, KeyBinding } from "@codemirror/view";
import {
  type OutlineEdit,
  become,
  breakLine,
  changeLevel,
  joinNext,
  lowered,
  move,
  nextSection,
  textStart,
} from "./edits.ts";
import type { Lines } from "./lines.ts";
import { host } from "./link.ts";
import { erase } from "./motion.ts";

const eraseBefore = erase((view, range) => view.moveByChar(range, false));

/** Makes an edit; false if there is none, so that the key is the editor's own. */
export function perform(view: EditorView, edit: OutlineEdit | undefined, event: string): boolean {
  if (!edit || view.state.readOnly) return false;
  const { changes, caret } = edit;
  if (changes.length === 0) return true;
  const { state } = view;
  const set = state.changes(changes);
  const selection = caret === undefined ? state.selection.map(set, 1) : EditorSelection.cursor(caret);
  view.dispatch({ changes: set, selection, scrollIntoView: true, userEvent: event });
  return true;
}

/** The caret, unless something is selected or it stands in front matter, where lines are no outline. */
function caretOf(view: EditorView): number | undefined {
  const { main, ranges } = view.state.selection;
  const isPlain = ranges.length === 1 && main.empty && !isInHead(view, main.head);
  return isPlain ? main.head : undefined;
}

export const isInHead = (view: EditorView, place: number) =>
  place < (view.state.facet(host).document()?.headLength() ?? 0);

function selectedLines({ doc, selection }: EditorState): Lines {
  const { from, to } = selection.main;
  return { first: doc.lineAt(from).number, last: doc.lineAt(to).number };
}

/** A command for a caret in the outline. */
function atCaret(
  edit: (state: EditorState, caret: number) => OutlineEdit | undefined,
  event: string,
): Command {
  return (view) => {
    const caret = caretOf(view);
    return caret !== undefined && perform(view, edit(view.state, caret), event);
  };
}

/** A command for the selected lines. */
function onLines(edit: (state: EditorState, lines: Lines) => OutlineEdit, event: string): Command {
  return (view) =>
    !isInHead(view, view.state.selection.main.from) &&
    perform(view, edit(view.state, selectedLines(view.state)), event);
}

export const lower = onLines(({ doc }, lines) => changeLevel(doc, lines, 1), "input.indent");
export const raise = onLines(({ doc }, lines) => changeLevel(doc, lines, -1), "delete.dedent");
export const makeHeading = onLines(({ doc }, lines) => become(doc, lines, "heading"), "input");
export const makePoint = onLines(({ doc }, lines) => become(doc, lines, "point"), "input");
export const makeText = onLines(({ doc }, lines) => become(doc, lines, "text"), "input");
export const addSection = atCaret(({ doc }, caret) => nextSection(doc, caret), "input");

const shift = (by: 1 | -1) =>
  atCaret(({ doc }, caret) => move(doc, doc.lineAt(caret).number, caret, by), "move.line");

export const moveDown = shift(1);
export const moveUp = shift(-1);

/** From the start of a line's text the caret goes to the line above, past the hidden marker. */
const leave: Command = (view) => {
  const { state } = view;
  const caret = caretOf(view);
  if (caret === undefined) return false;
  const line = state.doc.lineAt(caret);
  if (caret !== textStart(state.doc, line.number) || caret === line.from || line.number === 1) return false;
  view.dispatch({
    selection: EditorSelection.cursor(line.from - 1),
    scrollIntoView: true,
    userEvent: "select",
  });
  return true;
};

export const outlineKeys: KeyBinding[] = [
  { key: "ArrowLeft", run: leave },
  { key: "Mod-ArrowLeft", mac: "Alt-ArrowLeft", run: leave },
  { key: "Tab", run: (view) => lower(view) || true, shift: (view) => raise(view) || true },
  {
    key: "Enter",
    run: (view) => atCaret(({ doc }, caret) => breakLine(doc, caret), "input")(view) || insertNewline(view),
  },
  {
    key: "Backspace",
    run: (view) =>
      atCaret(({ doc }, caret) => lowered(doc, caret), "delete.backward")(view) || eraseBefore(view),
  },
  { key: "Delete", run: atCaret(({ doc }, caret) => joinNext(doc, caret), "delete.forward") },
  { key: "Alt-ArrowUp", run: moveUp },
  { key: "Alt-ArrowDown", run: moveDown },
  { key: "Mod-Enter", run: addSection },
];
