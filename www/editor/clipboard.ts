// Between the outline and the clipboard.

import { EditorView } from "@codemirror/view";
import { isComposing, isInHead } from "./link.ts";
import { paste } from "./reading.ts";

export const clipboard = EditorView.domEventHandlers({
  paste({ clipboardData }, view) {
    const text = clipboardData?.getData("text/plain");
    const { main } = view.state.selection;
    if (!text || isComposing(view) || isInHead(view, main.from)) return false;
    return paste(view, main, text);
  },
});
