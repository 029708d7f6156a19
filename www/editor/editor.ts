// The outline's editor, put together.

import { history, historyKeymap, isolateHistory, redo, undo } from "@codemirror/commands";
import { highlightSelectionMatches } from "@codemirror/search";
import { Compartment, EditorSelection, EditorState, type Extension } from "@codemirror/state";
import { EditorView, drawSelection, keymap } from "@codemirror/view";
import type { Finding } from "../core";
import type { Edit } from "../filling/edits.ts";
import { caretBehindMarkers } from "./caret.ts";
import { clipboard } from "./clipboard.ts";
import { counting } from "./counting.ts";
import { filled, setFilled } from "./filled.ts";
import { findings, nextFinding } from "./findings.ts";
import { blankTyped, outlineKeys } from "./keys.ts";
import { type Host, endComposition, host, link } from "./link.ts";
import { over } from "./over.ts";
import { motionKeys, searchKeys } from "./motion.ts";
import { marks, numbers } from "./marks.ts";
import { chinese } from "./phrases.ts";
import { searching } from "./searching.ts";
import { setSpot, spot } from "./spot.ts";
import { styleChange } from "./style-line.ts";
import { theme } from "./theme.ts";

export interface Settings {
  text: string;
  parent: HTMLElement;
  root: ShadowRoot | Document;
  host: Host;
  /** Draws what a finding says. */
  tip(finding: Finding, view: EditorView): HTMLElement;
}

/** How edits are made. */
interface Manner {
  place?: number;
  side?: number;
  filled?: number;
}

/** What may change while the editor is open. */
export interface Manners {
  /** The name that is read out. */
  label: string;
  /** What is read out after it. */
  description: string;
  isChinese: boolean;
  isReadOnly: boolean;
  isDisabled: boolean;
}

export class Editor {
  readonly view: EditorView;
  readonly #manners = new Compartment();
  readonly #history = new Compartment();

  constructor({ text, parent, root, host: around, tip }: Settings, manners: Manners) {
    let view: EditorView | undefined;
    const extensions: Extension = [
      host.of(around),
      this.#history.of(history()),
      drawSelection(),
      searching,
      highlightSelectionMatches(),
      link,
      marks,
      spot,
      filled,
      numbers,
      caretBehindMarkers(() => view),
      counting,
      findings(tip),
      over(() => view),
      focusing,
      blankTyped,
      clipboard,
      keymap.of([
        ...outlineKeys,
        { key: "F8", run: nextFinding },
        ...searchKeys,
        ...historyKeymap,
        ...motionKeys,
      ]),
      EditorView.lineWrapping,
      theme,
      this.#manners.of(extensionsOf(manners)),
    ];
    this.view = view = new EditorView({ state: EditorState.create({ doc: text, extensions }), parent, root });
    // What an input method or the pointer puts into the search field comes with no key, which its panel waits for.
    view.dom.addEventListener("input", ({ target }) => {
      if (target instanceof HTMLInputElement) target.dispatchEvent(new Event("change"));
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  behave(manners: Manners): void {
    this.view.dispatch({ effects: this.#manners.reconfigure(extensionsOf(manners)) });
  }

  /** Puts in what was not written here: nothing before it can be undone. */
  open(text: string): void {
    this.replace(text);
    for (const fresh of [[], history()]) this.view.dispatch({ effects: this.#history.reconfigure(fresh) });
  }

  /** Puts another text in place of all, as one step that can be undone. A word that is being composed ends. */
  replace(text: string): void {
    this.settle();
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: text },
      selection: { anchor: 0 },
      effects: setFilled.of(0),
      scrollIntoView: true,
      userEvent: "input.replace",
      // What is typed while it comes, or right after, is undone by itself.
      annotations: isolateHistory.of("full"),
    });
  }

  /** Makes the head say a style, or none, as one step that can be undone; false if it does already. */
  restyle(style: string): boolean {
    this.settle();
    const { state } = this.view;
    const headLength = state.facet(host).document()?.headLength() ?? 0;
    const changes = state.changes(styleChange(state.doc, headLength, style));
    if (changes.empty || changes.apply(state.doc).eq(state.doc)) return false;
    this.view.dispatch({
      changes,
      // A caret where the head comes to stand goes on in the body.
      selection: state.selection.map(changes, 1),
      userEvent: "input.style",
      annotations: isolateHistory.of("full"),
    });
    this.#dropStale();
    return true;
  }

  /**
   * Makes edits as one step that can be undone, without taking the focus. The caret goes where `place` comes to be, and
   * stays where it is without one. `filled`: how many blanks that fills.
   */
  change(edits: readonly Edit[], { place, side = 1, filled: count = 0 }: Manner = {}): void {
    this.settle();
    const { state } = this.view;
    const changes = state.changes(edits.map(({ from, to, text }) => ({ from, to, insert: text })));
    if (changes.empty) return;
    this.view.dispatch({
      changes,
      selection:
        place === undefined ? state.selection.map(changes, 1) : { anchor: changes.mapPos(place, side) },
      effects: count > 0 ? setFilled.of(this.filled + count) : [],
      userEvent: "input.fill",
      annotations: isolateHistory.of("full"),
    });
    this.#dropStale();
  }

  /** How many blanks were filled in since the text began. */
  get filled(): number {
    return this.view.state.field(filled);
  }

  undo(): void {
    undo(this.view);
    this.#dropStale();
  }

  redo(): void {
    redo(this.view);
    this.#dropStale();
  }

  /**
   * What the browser has selected in the outline it gives back with the focus; where the text changes without it, that is
   * another place.
   */
  #dropStale(): void {
    const { contentDOM, hasFocus, root } = this.view;
    const selection = "getSelection" in root ? (root as Document).getSelection() : getSelection();
    if (!hasFocus && selection && contentDOM.contains(selection.anchorNode)) selection.removeAllRanges();
  }

  /** Selects what stands from one place to another, and brings it into view. */
  go(from: number, to: number): void {
    // What is told of places may be older than the text.
    const place = (at: number) => Math.min(at, this.view.state.doc.length);
    this.view.focus();
    this.view.dispatch({ selection: { anchor: place(from), head: place(to) }, scrollIntoView: true });
  }

  /** Marks a place in the middle of what is seen, and puts the caret there, without taking the focus. */
  reveal(from: number, to: number): void {
    const scrolled = EditorView.scrollIntoView(EditorSelection.range(from, to), { y: "center" });
    this.view.dispatch({ selection: { anchor: from }, effects: [scrolled, setSpot.of({ from, to })] });
    this.#dropStale();
  }

  /** Marks no place any more. */
  unmark(): void {
    this.view.dispatch({ effects: setSpot.of(undefined) });
  }

  /** Ends a word that is being composed. */
  settle(): void {
    endComposition(this.view);
  }

  destroy(): void {
    this.view.destroy();
  }
}

/**
 * With the focus comes the caret, at once. Where the text has changed without the focus, CodeMirror puts it back some
 * milliseconds later, and what is typed before that would stand where the browser has put it.
 */
const focusing = EditorView.domEventObservers({ focus: (_event, view) => view.focus() });

function extensionsOf({ label, description, isChinese, isReadOnly, isDisabled }: Manners): Extension {
  return [
    EditorView.contentAttributes.of({
      "aria-label": label,
      "aria-description": description,
      // It can be reached by keys as it is, but not every checker knows.
      tabindex: "0",
      spellcheck: "false",
      autocorrect: "off",
      autocapitalize: "off",
      ...(isDisabled ? { "aria-disabled": "true" } : isReadOnly ? { "aria-readonly": "true" } : {}),
    }),
    EditorState.readOnly.of(isReadOnly || isDisabled),
    EditorView.editable.of(!isReadOnly && !isDisabled),
    isChinese ? EditorState.phrases.of(chinese) : [],
  ];
}
