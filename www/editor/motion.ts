// The keys that move the caret, select, delete and search: those of the platform. CodeMirror's own lists of them bring
// along all that it knows of programming.

import {
  cursorCharLeft,
  cursorCharRight,
  cursorDocEnd,
  cursorDocStart,
  cursorGroupLeft,
  cursorGroupRight,
  cursorLineBoundaryBackward,
  cursorLineBoundaryForward,
  cursorLineBoundaryLeft,
  cursorLineBoundaryRight,
  cursorLineDown,
  cursorLineUp,
  cursorPageDown,
  cursorPageUp,
  selectAll,
  selectCharLeft,
  selectCharRight,
  selectDocEnd,
  selectDocStart,
  selectGroupLeft,
  selectGroupRight,
  selectLineBoundaryBackward,
  selectLineBoundaryForward,
  selectLineBoundaryLeft,
  selectLineBoundaryRight,
  selectLineDown,
  selectLineUp,
  selectPageDown,
  selectPageUp,
} from "@codemirror/commands";
import { closeSearchPanel, findNext, findPrevious, openSearchPanel } from "@codemirror/search";
import { EditorSelection, type SelectionRange, type Text } from "@codemirror/state";
import type { Command, EditorView, KeyBinding } from "@codemirror/view";
import { erased, neverJoin } from "./edits.ts";
import { isInHead } from "./link.ts";

/** Deletes what is selected, or what the caret passes over in a motion. */
export function erase(motion: (view: EditorView, range: SelectionRange) => SelectionRange): Command {
  return (view) => {
    if (view.state.readOnly) return false;
    let isForward = false;
    const change = view.state.changeByRange((range) => {
      const { head } = range.empty ? motion(view, range) : range;
      isForward = head > range.anchor;
      if (!range.empty && !isInHead(view, range.from)) {
        const { changes, caret } = erased(view.state.doc, range);
        return { changes, range: EditorSelection.cursor(caret) };
      }
      const { from, to } = EditorSelection.range(range.anchor, head);
      if (range.empty && isBorder(view.state.doc, from, to)) return { range };
      return { changes: { from, to }, range: EditorSelection.cursor(from) };
    });
    // Not even the browser deletes then.
    if (change.changes.empty) return true;
    view.dispatch(change, {
      scrollIntoView: true,
      userEvent: isForward ? "delete.forward" : "delete.backward",
    });
    return true;
  };
}

/** Does a motion leave a line with text for another, one of which cannot be joined, such as the last of the head? */
function isBorder(doc: Text, from: number, to: number): boolean {
  const [above, below] = [doc.lineAt(from), doc.lineAt(to)];
  return (
    above.number < below.number &&
    above.length > 0 &&
    below.length > 0 &&
    neverJoin(doc, above.number, below.number)
  );
}

export const motionKeys: KeyBinding[] = [
  { key: "ArrowLeft", run: cursorCharLeft, shift: selectCharLeft, preventDefault: true },
  {
    key: "Mod-ArrowLeft",
    mac: "Alt-ArrowLeft",
    run: cursorGroupLeft,
    shift: selectGroupLeft,
    preventDefault: true,
  },
  { mac: "Cmd-ArrowLeft", run: cursorLineBoundaryLeft, shift: selectLineBoundaryLeft, preventDefault: true },
  { key: "ArrowRight", run: cursorCharRight, shift: selectCharRight, preventDefault: true },
  {
    key: "Mod-ArrowRight",
    mac: "Alt-ArrowRight",
    run: cursorGroupRight,
    shift: selectGroupRight,
    preventDefault: true,
  },
  {
    mac: "Cmd-ArrowRight",
    run: cursorLineBoundaryRight,
    shift: selectLineBoundaryRight,
    preventDefault: true,
  },
  { key: "ArrowUp", run: cursorLineUp, shift: selectLineUp, preventDefault: true },
  { mac: "Cmd-ArrowUp", run: cursorDocStart, shift: selectDocStart },
  { key: "ArrowDown", run: cursorLineDown, shift: selectLineDown, preventDefault: true },
  { mac: "Cmd-ArrowDown", run: cursorDocEnd, shift: selectDocEnd },
  { key: "PageUp", run: cursorPageUp, shift: selectPageUp },
  { key: "PageDown", run: cursorPageDown, shift: selectPageDown },
  { key: "Home", run: cursorLineBoundaryBackward, shift: selectLineBoundaryBackward, preventDefault: true },
  { key: "Mod-Home", run: cursorDocStart, shift: selectDocStart },
  { key: "End", run: cursorLineBoundaryForward, shift: selectLineBoundaryForward, preventDefault: true },
  { key: "Mod-End", run: cursorDocEnd, shift: selectDocEnd },
  { key: "Mod-a", run: selectAll },
  { key: "Delete", run: erase((view, range) => view.moveByChar(range, true)), preventDefault: true },
  {
    key: "Mod-Backspace",
    mac: "Alt-Backspace",
    run: erase((view, range) => view.moveByGroup(range, false)),
    preventDefault: true,
  },
  {
    key: "Mod-Delete",
    mac: "Alt-Delete",
    run: erase((view, range) => view.moveByGroup(range, true)),
    preventDefault: true,
  },
  {
    mac: "Mod-Backspace",
    run: erase((view, range) => view.moveToLineBoundary(range, false)),
    preventDefault: true,
  },
  {
    mac: "Mod-Delete",
    run: erase((view, range) => view.moveToLineBoundary(range, true)),
    preventDefault: true,
  },
];

const found = { run: findNext, shift: findPrevious, scope: "editor search-panel", preventDefault: true };

export const searchKeys: KeyBinding[] = [
  { key: "Mod-f", run: openSearchPanel, scope: "editor search-panel" },
  { key: "F3", ...found },
  { key: "Mod-g", ...found },
  { key: "Escape", run: closeSearchPanel, scope: "editor search-panel" },
];
