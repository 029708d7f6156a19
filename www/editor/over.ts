// Typing over a selection of several lines. A browser that does it by itself joins the lines with inline styles, which
// a strict policy refuses.

import { EditorView } from "@codemirror/view";
import { isComposing } from "./link.ts";

export const typeOver = EditorView.domEventHandlers({
  beforeinput({ inputType, data }, view) {
    const { state } = view;
    const { from, to } = state.selection.main;
    const isOneLine = state.doc.lineAt(from).number === state.doc.lineAt(to).number;
    if (inputType !== "insertText" || data === null || isOneLine || isComposing(view) || state.readOnly)
      return false;
    view.dispatch(state.replaceSelection(data), { scrollIntoView: true, userEvent: "input.type" });
    return true;
  },
});
