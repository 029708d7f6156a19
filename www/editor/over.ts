// Typing and cutting over several lines: what is left stands as behind any deletion, and what was under a line that is
// gone stays a list. A browser that does it by itself joins the lines with inline styles, which a strict policy refuses.

import { EditorState, type Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { type Range, erased, typedOver } from "./edits.ts";
import { perform } from "./keys.ts";
import { isComposing, isInHead } from "./link.ts";

/** The selection, if it has several lines of the outline and may be replaced. */
function linesSelected(view: EditorView): Range | undefined {
  const { doc, readOnly, selection } = view.state;
  const { from, to } = selection.main;
  const isOneLine = doc.lineAt(from).number === doc.lineAt(to).number;
  return isOneLine || readOnly || isComposing(view) ? undefined : { from, to };
}

const typing = EditorView.domEventHandlers({
  beforeinput({ inputType, data }, view) {
    const lines = linesSelected(view);
    if (inputType !== "insertText" || data === null || !lines) return false;
    if (!isInHead(view, lines.from))
      return perform(view, typedOver(view.state.doc, lines, data), "input.type.over");
    view.dispatch(view.state.replaceSelection(data), { scrollIntoView: true, userEvent: "input.type" });
    return true;
  },
});

/** Before the first letter of a word, not inside it: the lines are gone, and the word is put in by itself. */
const composing = EditorView.domEventObservers({
  compositionstart(_event, view) {
    const lines = linesSelected(view);
    if (lines && !isInHead(view, lines.from))
      perform(view, erased(view.state.doc, lines), "delete.selection");
  },
});

/** What is cut out goes as if it was deleted. */
const cutting = (view: () => EditorView | undefined) =>
  EditorState.transactionFilter.of((transaction) => {
    const editor = view();
    const lines = editor && transaction.isUserEvent("delete.cut") && linesSelected(editor);
    return lines && !isInHead(editor, lines.from) ? cut(transaction, lines) : transaction;
  });

function cut({ startState }: Transaction, lines: Range) {
  const { changes, caret } = erased(startState.doc, lines);
  return { changes, selection: { anchor: caret }, scrollIntoView: true, userEvent: "delete.cut" };
}

/** `view` is known only after the state is made. */
export const over = (view: () => EditorView | undefined) => [typing, composing, cutting(view)];
