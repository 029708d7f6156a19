// Findings in the outline: underlined, told beside the pointer, reached by F8.

import {
  type ChangeSet,
  type ChangeSpec,
  type Extension,
  StateEffect,
  StateField,
  type Transaction,
} from "@codemirror/state";
import { type Command, Decoration, type DecorationSet, EditorView, hoverTooltip } from "@codemirror/view";
import type { Finding } from "../core";
import { endComposition } from "./link.ts";

const setFindings = StateEffect.define<readonly Finding[]>();

interface Place {
  from: number;
  to: number;
}

interface Shown {
  findings: readonly Finding[];
  underlines: DecorationSet;
  /** What has changed since: the places that findings tell are those of the text before it. */
  since: ChangeSet | undefined;
}

const NOTHING: Shown = { findings: [], underlines: Decoration.none, since: undefined };

const field = StateField.define<Shown>({
  create: () => NOTHING,
  update(shown, transaction) {
    for (const effect of transaction.effects) if (effect.is(setFindings)) return shownAnew(effect.value);
    return transaction.docChanged && shown.findings.length > 0 ? moved(shown, transaction) : shown;
  },
  provide: (field) => EditorView.decorations.from(field, ({ underlines }) => underlines),
});

function shownAnew(findings: readonly Finding[]): Shown {
  return findings.length === 0 ? NOTHING : { findings, underlines: underlined(findings), since: undefined };
}

function moved({ findings, underlines, since }: Shown, { changes }: Transaction): Shown {
  return { findings, underlines: underlines.map(changes), since: since ? since.compose(changes) : changes };
}

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
export function placeOf(view: EditorView, wanted: Finding): Place | undefined {
  let place: Place | undefined;
  const { underlines } = view.state.field(field);
  for (const at = underlines.iter(); at.value; at.next()) {
    if (isSame(at.value.spec.finding as Finding, wanted)) place = { from: at.from, to: at.to };
  }
  return place;
}

/** Makes the edits of a fix, unless what they are about has changed since. A word that is being composed ends. */
export function applyFix(view: EditorView, finding: Finding): void {
  if (view.state.readOnly) return;
  endComposition(view);
  const changes = editsOf(view.state.field(field), finding);
  if (!changes) return;
  view.focus();
  view.dispatch({ changes, userEvent: "input.fix", scrollIntoView: true });
}

/** The edits of a fix where its places are now; `undefined` if there is nothing to be done any more. */
function editsOf({ findings, since }: Shown, finding: Finding): ChangeSpec[] | undefined {
  const { fix } = finding;
  if (!fix || !findings.some((known) => isSame(known, finding))) return undefined;
  if (fix.edits.some(({ from, to }) => since?.touchesRange(from, to))) return undefined;
  const now = (place: number) => since?.mapPos(place) ?? place;
  return fix.edits.map(({ from, to, text }) => ({ from: now(from), to: now(to), insert: text }));
}

/** Where findings are, in the order of the text; of those that begin together, the shortest first. */
function places(view: EditorView): Place[] {
  const places: Place[] = [];
  const { underlines } = view.state.field(field);
  for (const at = underlines.iter(); at.value; at.next()) places.push({ from: at.from, to: at.to });
  return places.sort((one, other) => one.from - other.from || one.to - other.to);
}

/** Goes to the next finding at the caret or behind it, round the end; from one that is selected, to that after it. */
export const nextFinding: Command = (view) => {
  const all = places(view);
  const { from, to } = view.state.selection.main;
  const isSelected = all.some((place) => place.from === from && place.to === to);
  const isNext = (place: Place) =>
    place.from > from || (place.from === from && (!isSelected || place.to > to));
  const next = all.find(isNext) ?? all[0];
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
