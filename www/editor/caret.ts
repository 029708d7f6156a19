// The caret never stands before a hidden marker, where typing would make it text, and no selection begins or ends there.

import { EditorSelection, EditorState, type Transaction } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { shapeOf } from "./lines.ts";
import { host, isComposing } from "./link.ts";
import { marks } from "./marks.ts";

/** Pushes carets out of hidden markers. `view` is known only after the state is made. */
export function caretBehindMarkers(view: () => EditorView | undefined) {
  return EditorState.transactionFilter.of((transaction) => {
    const editor = view();
    const is = (event: string) => transaction.isUserEvent(event);
    // What is cut comes without a selection.
    const isOurs = transaction.selection || is("input.replace") || is("delete");
    if (!editor || !isOurs || is("input.type") || isComposing(editor)) return transaction;
    const selection = pushed(transaction, placesBehind(transaction, editor));
    return selection.eq(transaction.newSelection)
      ? transaction
      : [transaction, { selection, sequential: true }];
  });
}

function pushed(transaction: Transaction, behind: (place: number) => number): EditorSelection {
  const { newDoc: doc, newSelection } = transaction;
  const { from, to, anchor, head, empty, assoc } = newSelection.main;
  if (empty) return EditorSelection.create([EditorSelection.cursor(behind(head), assoc)]);
  if (from === 0 && to === doc.length) return newSelection;
  // A triple click takes the end of the line along: what is typed over the line would be joined to the next.
  const isWhole = from === doc.lineAt(from).from && to === doc.lineAt(to).from;
  const end = isWhole && transaction.isUserEvent("select.pointer") ? to - 1 : behind(to);
  const start = Math.min(behind(from), end);
  return anchor < head ? EditorSelection.single(start, end) : EditorSelection.single(end, start);
}

/** Gives places behind markers. In a text that the transaction makes, what is hidden is not known yet. */
function placesBehind({ docChanged, newDoc, startState }: Transaction, view: EditorView) {
  const hidden = view.plugin(marks)?.looks.hidden;
  const head = startState.facet(host).document()?.headLength() ?? 0;
  return (place: number) => {
    const line = newDoc.lineAt(place);
    const { kind, mark } = shapeOf(line.text);
    const end = line.from + mark.length;
    if (place >= end) return place;
    let isHidden = docChanged && kind !== "note" && (head === 0 || line.from >= head);
    if (!docChanged) hidden?.between(line.from, end, () => void (isHidden = true));
    return isHidden ? end : place;
  };
}
