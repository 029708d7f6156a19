// Between the outline and the clipboard.

import { EditorView } from "@codemirror/view";
import { perform } from "./keys.ts";
import { isComposing, isInHead } from "./link.ts";
import { pasted } from "./paste.ts";

export const clipboard = EditorView.domEventHandlers({
  paste({ clipboardData }, view) {
    const text = clipboardData?.getData("text/plain");
    const { doc, selection } = view.state;
    if (!text || isComposing(view) || isInHead(view, selection.main.from)) return false;
    return perform(view, pasted(doc, selection.main, text), "input.paste");
  },
});
