// Between the outline and the clipboard.

import { EditorView } from "@codemirror/view";
import { type Range, firstMark } from "./edits.ts";
import { host, isComposing, isInHead } from "./link.ts";
import { paste } from "./reading.ts";

export const clipboard = EditorView.domEventHandlers({
  copy: ({ clipboardData }, view) => copy(view, clipboardData),
  cut({ clipboardData }, view) {
    const { main } = view.state.selection;
    if (!copy(view, clipboardData)) return false;
    if (!view.state.readOnly) view.dispatch({ changes: rangeOf(main), userEvent: "delete.cut" });
    return true;
  },
  paste({ clipboardData }, view) {
    const text = clipboardData?.getData("text/plain");
    const { main } = view.state.selection;
    if (!text || !takesText(view)) return false;
    return (
      view.state.facet(host).putOff(text.length, () => pasteLater(view, text)) || paste(view, main, text)
    );
  },
});

/** May what is pasted at the caret be read as a finished text? */
const takesText = (view: EditorView) => !isComposing(view) && !isInHead(view, view.state.selection.main.from);

/** Pastes where the caret stands by now, when the browser no longer does it. */
function pasteLater(view: EditorView, text: string): void {
  const { state } = view;
  const isRead = takesText(view) && paste(view, state.selection.main, text);
  if (!isRead && !state.readOnly)
    view.dispatch(state.replaceSelection(text), { scrollIntoView: true, userEvent: "input.paste" });
}

const rangeOf = ({ from, to }: Range) => ({ from, to });

/** Puts a selection of several lines on the clipboard with the first marker; false if the editor itself does as well. */
function copy(view: EditorView, board: DataTransfer | null): boolean {
  const { doc, selection } = view.state;
  const { from, to } = selection.main;
  const mark = isInHead(view, from) ? "" : firstMark(doc, selection.main);
  if (!board || mark === "") return false;
  board.clearData();
  board.setData("text/plain", mark + doc.sliceString(from, to));
  return true;
}
