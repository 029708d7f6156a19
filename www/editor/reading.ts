// A finished text that is pasted becomes an outline, as a step of its own: undoing it gives the plain paste.

import { isolateHistory } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";
import type { OutlineEdit, Range } from "./edits.ts";
import { perform } from "./keys.ts";
import { host } from "./link.ts";
import { pasted } from "./paste.ts";

/** Pastes a text; false if it is the editor's own to paste. */
export function paste(view: EditorView, range: Range, text: string): boolean {
  const { doc } = view.state;
  const isAll = doc.sliceString(0, range.from).trim() === "" && doc.sliceString(range.to).trim() === "";
  const source = view.state.readOnly ? undefined : view.state.facet(host).read(text, isAll);
  const edit = pasted(doc, range, text);
  if (source === undefined) return perform(view, edit, "input.paste");

  perform(view, edit ?? plain(range, text), "input.paste");
  const read = isAll
    ? { changes: [{ from: 0, to: doc.length, insert: source }], caret: 0 }
    : pasted(doc, range, source);
  if (read) replace(view, view.state.toText(applied(doc.toString(), read)).toString(), read.caret ?? 0);
  return true;
}

function plain({ from, to }: Range, text: string): OutlineEdit {
  const insert = text.replace(/\r\n?/g, "\n");
  return { changes: [{ from, to, insert }], caret: from + insert.length };
}

/** A text after an edit whose changes are in order. */
function applied(text: string, { changes }: OutlineEdit): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to = from, insert = "" } of changes as {
    from: number;
    to?: number;
    insert?: string;
  }[]) {
    parts.push(text.slice(at, from), insert);
    at = to;
  }
  return parts.join("") + text.slice(at);
}

/** Puts another text in place of what stands, where they differ, as a step of its own. */
function replace(view: EditorView, text: string, caret: number): void {
  const before = view.state.doc.toString();
  const least = Math.min(before.length, text.length);
  let start = 0;
  while (start < least && before[start] === text[start]) start++;
  let end = 0;
  while (end < least - start && before[before.length - 1 - end] === text[text.length - 1 - end]) end++;
  view.dispatch({
    changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) },
    selection: { anchor: caret },
    scrollIntoView: true,
    userEvent: "input.read",
    annotations: isolateHistory.of("full"),
  });
}
