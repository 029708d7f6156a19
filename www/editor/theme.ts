// How the outline is set: the interface type at 16 px, numbers in the colour of what cannot be typed.

import { EditorView } from "@codemirror/view";

const levels: [string, object][] = [1, 2, 3, 4, 5].map((level) => [
  `.cm-heading.cm-level-${level}`,
  { fontWeight: level < 3 ? "600" : "500", paddingLeft: `${(level - 1) * 12 + 8}px` },
]);

const depths: [string, object][] = [1, 2, 3, 4, 5].map((depth) => [
  `.cm-point.cm-level-${depth}, .cm-item.cm-level-${depth}`,
  { paddingLeft: `${(depth - 1) * 24 + 8}px` },
]);

export const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", fontSize: "16px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--interface)", lineHeight: "1.8", overflowX: "hidden" },
  ".cm-content": { padding: "8px 0 30vh", caretColor: "var(--accent)", minWidth: "0" },
  ".cm-line": { padding: "0 24px 0 8px" },
  ".cm-cursor": { borderLeft: "2px solid var(--accent)", marginLeft: "-1px" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    background: "var(--selection)",
  },
  ".cm-gutters": { background: "transparent", border: "0", color: "var(--number)" },
  ".cm-numbers": { minWidth: "5em", paddingLeft: "16px" },
  ".cm-numbers .cm-gutterElement": { padding: "0 4px 0 0", textAlign: "right", whiteSpace: "nowrap" },
  ".cm-numbers .cm-heading": { fontWeight: "600" },
  ".cm-title": { fontSize: "18px", fontWeight: "600", paddingTop: "4px", paddingBottom: "8px" },
  ...Object.fromEntries(levels),
  ...Object.fromEntries(depths),
  ".cm-line.cm-heading": { paddingTop: "6px" },
  ".cm-numbers .cm-gutterElement.cm-heading": { paddingTop: "6px", paddingLeft: "0" },
  ".cm-numbers .cm-gutterElement.cm-point, .cm-numbers .cm-gutterElement.cm-item": { paddingLeft: "0" },
  ".cm-empty": { lineHeight: "1" },
  ".cm-note": { color: "var(--quiet)", fontStyle: "italic" },
  ".cm-head": { color: "var(--quiet)", fontSize: "14px" },
  ".cm-style": { border: "1px solid var(--line)", borderRadius: "4px", padding: "0 6px" },
  ".cm-rule": { color: "var(--quiet)" },
  ".cm-prefix": { color: "var(--number)", fontSize: "13px" },
  ".cm-blank": {
    background: "var(--blank)",
    boxShadow: "inset 0 -2px var(--accent)",
    borderRadius: "2px 2px 0 0",
  },
  ".cm-spot": {
    outline: "2px solid var(--accent)",
    outlineOffset: "1px",
    borderRadius: "1px",
  },
  ".cm-finding": {
    textDecoration: "underline wavy var(--quiet) 1px",
    textUnderlineOffset: "4px",
  },
  ".cm-finding.cm-error, .cm-finding.cm-warning": { textDecorationColor: "var(--accent)" },
  ".cm-tooltip": {
    background: "var(--surface)",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    borderRadius: "4px",
    maxWidth: "32em",
  },
  ".cm-finding-tip": { padding: "4px 12px", font: "14px/1.6 var(--interface)" },
  ".cm-panels": { background: "var(--ground)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-panels-top": { borderBottom: "1px solid var(--line)" },
  // Both classes: the editor's own rules name both.
  ".cm-panel.cm-search": { font: "14px/1.6 var(--interface)", padding: "8px 40px 8px 12px" },
  ".cm-panel.cm-search label, .cm-panel.cm-search input, .cm-panel.cm-search .cm-button": {
    fontSize: "14px",
  },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", gap: "2px" },
  ".cm-textfield": {
    background: "var(--surface)",
    border: "1px solid var(--line)",
    borderRadius: "4px",
    width: "9em",
    padding: "2px 8px",
    color: "inherit",
  },
  ".cm-button": {
    background: "none",
    backgroundImage: "none",
    border: "1px solid var(--line)",
    borderRadius: "4px",
    color: "inherit",
  },
  ".cm-searchMatch": { background: "var(--match)" },
  ".cm-selectionMatch": { background: "var(--match)" },
});
