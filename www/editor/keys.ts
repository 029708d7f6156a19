// The keys of the outline.

import { EditorSelection, type Text } from "@codemirror/state";
import { type Command, EditorView, type KeyBinding } from "@codemirror/view";
import {
  type OutlineEdit,
  brokenOver,
  joinNext,
  lowered,
  nextSection,
  remarked,
  touchedLines,
  typedOver,
} from "./edits.ts";
import { become, becomeTitle } from "./kinds.ts";
import { changeLevel } from "./levels.ts";
import { type Lines, textStart } from "./lines.ts";
import { isComposing, isInHead } from "./link.ts";
import { erase } from "./motion.ts";
import { move } from "./moves.ts";

const eraseBefore = erase((view, range) => view.moveByChar(range, false));

/** Makes an edit; false if there is none, so that the key is the editor's own. */
export function perform(
  view: EditorView,
  edit: OutlineEdit | undefined,
  event: string,
  before = view.state.selection,
): boolean {
  if (!edit || view.state.readOnly) return false;
  const { changes, caret, side = 1 } = edit;
  if (changes.length === 0) return true;
  const set = view.state.changes(changes);
  const selection = caret === undefined ? before.map(set, side) : EditorSelection.cursor(caret);
  view.dispatch({ changes: set, selection, scrollIntoView: true, userEvent: event });
  return true;
}

/** The caret, unless something is selected or it stands in front matter, where lines are no outline. */
function caretOf(view: EditorView): number | undefined {
  const { main, ranges } = view.state.selection;
  const isPlain = ranges.length === 1 && main.empty && !isInHead(view, main.head);
  return isPlain ? main.head : undefined;
}

/** A command for a caret in the outline. */
function atCaret(edit: (doc: Text, caret: number) => OutlineEdit | undefined, event: string): Command {
  return (view) => {
    const caret = caretOf(view);
    return caret !== undefined && perform(view, edit(view.state.doc, caret), event);
  };
}

/** A command for the lines that the selection touches. */
function onLines(edit: (doc: Text, lines: Lines) => OutlineEdit | undefined, event: string): Command {
  return (view) => {
    const { doc, selection } = view.state;
    const { anchor, head, from } = selection.main;
    const lines = touchedLines(doc, selection.main);
    // The next key touches the same lines, wherever they have gone.
    const [one, other] = [anchor, head].map((place) => Math.min(place, doc.line(lines.last).to));
    const before = EditorSelection.single(one!, other);
    return !isInHead(view, from) && perform(view, edit(doc, lines), event, before);
  };
}

export const lower = onLines((doc, lines) => changeLevel(doc, lines, 1), "input.indent");
export const raise = onLines((doc, lines) => changeLevel(doc, lines, -1), "delete.dedent");
export const makeTitle = onLines((doc, { first }) => becomeTitle(doc, first), "input");
export const makeHeading = onLines((doc, lines) => become(doc, lines, "heading"), "input");
export const makePoint = onLines((doc, lines) => become(doc, lines, "point"), "input");
export const makeText = onLines((doc, lines) => become(doc, lines, "text"), "input");
export const addSection = onLines((doc, { last }) => nextSection(doc, last), "input");
export const moveDown = onLines((doc, lines) => move(doc, lines, 1), "move.line");
export const moveUp = onLines((doc, lines) => move(doc, lines, -1), "move.line");

/** From the start of a line's text the caret goes to the line above, past the hidden marker. */
const leave =
  (isSelecting: boolean): Command =>
  (view) => {
    const { doc, selection } = view.state;
    const { anchor, head, empty } = selection.main;
    const { number, from } = doc.lineAt(head);
    const isBehindMarker = head === textStart(doc, number) && head > from && number > 1;
    if (!isBehindMarker || !(empty || isSelecting) || isInHead(view, head)) return false;
    view.dispatch({
      selection: { anchor: isSelecting ? anchor : from - 1, head: from - 1 },
      scrollIntoView: true,
      userEvent: "select",
    });
    return true;
  };

const advance = atCaret(joinNext, "delete.forward");
const retreat = atCaret((doc, caret) => lowered(doc, caret), "delete.backward");

/** Ends a line, with what is selected gone. In front matter that is all that it does. */
const breakOff =
  (edit: typeof brokenOver): Command =>
  (view) => {
    const { state } = view;
    const { main } = state.selection;
    if (state.readOnly) return false;
    if (!isInHead(view, main.from)) return perform(view, edit(state.doc, main), "input");
    view.dispatch(state.replaceSelection("\n"), { scrollIntoView: true, userEvent: "input" });
    return true;
  };

/** Tab is free where it does nothing, for those who go through the page by keys. */
const orFree =
  (command: Command): Command =>
  (view) =>
    command(view) || !(view.state.readOnly || isInHead(view, view.state.selection.main.from));

const remark = atCaret(remarked, "input");

/** A blank may come without a key, as from the keyboard on a screen. */
export const blankTyped = EditorView.inputHandler.of(
  (view, from, to, text) => text === " " && from === to && !isComposing(view) && remark(view),
);

export const outlineKeys: KeyBinding[] = [
  { key: "ArrowLeft", run: leave(false), shift: leave(true) },
  { key: "Mod-ArrowLeft", mac: "Alt-ArrowLeft", run: leave(false), shift: leave(true) },
  { key: "Tab", run: orFree(lower), shift: orFree(raise) },
  {
    key: "Enter",
    run: breakOff(brokenOver),
    shift: breakOff((doc, range) => typedOver(doc, range, "\n")),
  },
  { key: "Backspace", run: (view) => retreat(view) || eraseBefore(view) },
  { key: "Mod-Backspace", mac: "Alt-Backspace", run: retreat },
  { key: "Delete", run: advance },
  { key: "Mod-Delete", mac: "Alt-Delete", run: advance },
  { key: "Alt-ArrowUp", run: moveUp },
  { key: "Alt-ArrowDown", run: moveDown },
  { key: "Mod-Enter", run: addSection },
];
