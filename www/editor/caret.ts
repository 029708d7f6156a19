// The caret never stands before a hidden marker, where typing would make it text.

import { EditorSelection, EditorState, type SelectionRange } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { shapeOf } from "./lines.ts";
import { marks } from "./marks.ts";

/** Pushes carets out of hidden markers. `view` is known only after the state is made. */
export function caretBehindMarkers(view: () => EditorView | undefined) {
  return EditorState.transactionFilter.of((transaction) => {
    const { selection, startState } = transaction;
    const editor = view();
    if (!selection || !editor || transaction.docChanged || startState.selection.eq(selection))
      return transaction;
    const hidden = editor.plugin(marks)?.looks.hidden;
    if (!hidden) return transaction;
    const behind = (place: number) => {
      const line = startState.doc.lineAt(place);
      const end = line.from + shapeOf(line.text).mark.length;
      let pushed = place;
      if (place < end) hidden.between(line.from, end, () => void (pushed = end));
      return pushed;
    };
    // What a range takes of a line below it includes the marker, or the marker would become text with its line.
    const ended = ({ anchor, head }: SelectionRange) =>
      anchor < head
        ? EditorSelection.range(anchor, behind(head))
        : EditorSelection.range(behind(anchor), head);
    const moved = selection.ranges.map((range: SelectionRange) =>
      range.empty ? EditorSelection.cursor(behind(range.head), range.assoc) : ended(range),
    );
    const pushed = EditorSelection.create(moved, selection.mainIndex);
    return pushed.eq(selection) ? transaction : [transaction, { selection: pushed }];
  });
}
