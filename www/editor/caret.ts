// The caret never stands before a hidden marker, where typing would make it text.

import { EditorSelection, EditorState, type SelectionRange, type Transaction } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { shapeOf } from "./lines.ts";
import { host } from "./link.ts";
import { marks } from "./marks.ts";

/** Pushes carets out of hidden markers. `view` is known only after the state is made. */
export function caretBehindMarkers(view: () => EditorView | undefined) {
  return EditorState.transactionFilter.of((transaction) => {
    const editor = view();
    const isOurs = transaction.selection || transaction.isUserEvent("input.replace");
    if (!editor || !isOurs || transaction.isUserEvent("input.type")) return transaction;
    const selection = transaction.newSelection;
    const behind = placesBehind(transaction, editor);
    // What a range takes of a line below it includes the marker, or the marker would become text with its line.
    const ended = ({ anchor, head }: SelectionRange) =>
      anchor < head
        ? EditorSelection.range(anchor, behind(head))
        : EditorSelection.range(behind(anchor), head);
    const moved = selection.ranges.map((range: SelectionRange) =>
      range.empty ? EditorSelection.cursor(behind(range.head), range.assoc) : ended(range),
    );
    const pushed = EditorSelection.create(moved, selection.mainIndex);
    return pushed.eq(selection) ? transaction : [transaction, { selection: pushed, sequential: true }];
  });
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
