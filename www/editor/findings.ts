// Findings in the outline: underlined, told beside the pointer, reached by F8.

import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { type Command, Decoration, type DecorationSet, EditorView, hoverTooltip } from "@codemirror/view";
import type { Finding } from "../core";

const setFindings = StateEffect.define<readonly Finding[]>();

interface Shown {
  findings: readonly Finding[];
  underlines: DecorationSet;
}

const field = StateField.define<Shown>({
  create: () => ({ findings: [], underlines: Decoration.none }),
  update(shown, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setFindings)) return { findings: effect.value, underlines: underlined(effect.value) };
    }
    return transaction.docChanged
      ? { ...shown, underlines: shown.underlines.map(transaction.changes) }
      : shown;
  },
  provide: (field) => EditorView.decorations.from(field, ({ underlines }) => underlines),
});

function underlined(findings: readonly Finding[]): DecorationSet {
  const ranges = findings.flatMap((finding) => {
    const { from, to, severity } = finding;
    if (from === undefined || to === undefined || from === to) return [];
    return Decoration.mark({ class: `cm-finding cm-${severity}`, finding }).range(from, to);
  });
  return Decoration.set(ranges, true);
}

/** Findings are made anew as the text changes: those that say the same of the same place are one. */
const isSame = (one: Finding, other: Finding) => JSON.stringify(one) === JSON.stringify(other);

/** Shows findings, which are those of the text as it stands. */
export function showFindings(view: EditorView, findings: readonly Finding[]): void {
  view.dispatch({ effects: setFindings.of(findings) });
}

/** Where a finding is now; `undefined` if its text is gone. */
export function placeOf(view: EditorView, wanted: Finding): { from: number; to: number } | undefined {
  let place: { from: number; to: number } | undefined;
  const { underlines } = view.state.field(field);
  for (const at = underlines.iter(); at.value; at.next()) {
    if (isSame(at.value.spec.finding as Finding, wanted)) place = { from: at.from, to: at.to };
  }
  return place;
}

/** Makes the edits of a fix; they are those of the text that was checked, so the text must be that. */
export function applyFix(view: EditorView, finding: Finding): void {
  const { fix } = finding;
  const isCurrent = view.state.field(field).findings.some((known) => isSame(known, finding));
  if (!fix || !isCurrent || view.state.readOnly) return;
  const changes = fix.edits.map(({ from, to, text }) => ({ from, to, insert: text }));
  view.focus();
  view.dispatch({ changes, userEvent: "input.fix", scrollIntoView: true });
}

/** Goes to the next finding behind the caret, round the end. */
export const nextFinding: Command = (view) => {
  const places: { from: number; to: number }[] = [];
  const { underlines } = view.state.field(field);
  for (const at = underlines.iter(); at.value; at.next()) places.push({ from: at.from, to: at.to });
  const { from, to } = view.state.selection.main;
  const isCurrent = (place: { from: number; to: number }) => place.from === from && place.to === to;
  const next =
    places.find((place) => place.from >= from && !isCurrent(place) && place.from > from) ?? places[0];
  if (!next) return false;
  view.focus();
  view.dispatch({ selection: { anchor: next.from, head: next.to }, scrollIntoView: true });
  return true;
};

/** Underlines and tips. `tip` draws what a finding says. */
export function findings(tip: (finding: Finding, view: EditorView) => HTMLElement): Extension {
  return [
    field,
    hoverTooltip((view, place, side) => {
      const here: { from: number; to: number; finding: Finding }[] = [];
      view.state.field(field).underlines.between(place, place, (from, to, { spec }) => {
        const isBeside = (from === place && side < 0) || (to === place && side > 0);
        if (!isBeside) here.push({ from, to, finding: spec.finding as Finding });
      });
      const first = here[0];
      if (!first) return null;
      return {
        pos: first.from,
        end: first.to,
        above: true,
        create: () => {
          const dom = view.dom.ownerDocument.createElement("div");
          dom.className = "cm-finding-tip";
          dom.append(...here.map(({ finding }) => tip(finding, view)));
          return { dom };
        },
      };
    }),
  ];
}
