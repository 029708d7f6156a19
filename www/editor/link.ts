// Between the editor and the document that is composed: nothing follows inside a composition.

import { ChangeSet, Facet, StateEffect } from "@codemirror/state";
import { EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { OpenDocument } from "../element/document.ts";

/** What the editor asks of those around it. */
export interface Host {
  /** The document; `undefined` while the core is not ready. */
  document(): OpenDocument | undefined;
  /** The text has changed; inside a composition the summary will not have followed. */
  edited(): void;
  /** The summary has followed the editor. */
  followed(): void;
  /** A composition has ended, perhaps without a word. */
  settled(): void;
  /** The caret has moved, or the text around it. */
  moved(place: number): void;
  /**
   * A finished text as the source of an outline; `undefined` if it is none, or the core is not ready. `isAll`: it will
   * be all of the outline.
   */
  read(text: string, isAll: boolean): string | undefined;
  /** Does what takes long for a text of such a length, once the writer sees so; false if it takes but a moment. */
  putOff(length: number, action: () => void): boolean;
  /** Something went wrong in the core. */
  broke(error: unknown): void;
}

export const host = Facet.define<Host, Host>({ combine: (values) => values[0]! });

/** Says that the summary may follow now, or has been opened anew. */
export const settle = StateEffect.define<null>();

/** Keeps the document up with the editor. Stands before every plugin that asks the document. */
export const link = ViewPlugin.fromClass(
  class {
    /** What the document has not followed yet. */
    #waiting: ChangeSet | undefined;
    #timer = 0;

    update(update: ViewUpdate): void {
      const around = update.state.facet(host);
      if (update.docChanged) {
        this.#waiting = this.#waiting ? this.#waiting.compose(update.changes) : update.changes;
        around.edited();
      }
      if (isComposing(update.view)) return;
      if (this.#waiting) {
        const changes = this.#waiting;
        this.#waiting = undefined;
        try {
          around.document()?.follow(changes, update.state.doc);
          around.followed();
        } catch (error) {
          around.broke(error);
        }
      }
      if (hasSettled(update)) around.settled();
      if (update.docChanged || update.selectionSet || hasSettled(update))
        around.moved(update.state.selection.main.head);
    }

    /** Has the document followed all that was typed? */
    get isCurrent(): boolean {
      return this.#waiting === undefined;
    }

    /** A document was opened that has all of it. */
    forget(): void {
      this.#waiting = undefined;
    }

    ended(view: EditorView): void {
      clearTimeout(this.#timer);
      // The last characters of a composition reach the state after this event.
      this.#timer = window.setTimeout(() => {
        if (!isComposing(view)) view.dispatch({ effects: settle.of(null) });
      });
    }

    /** Some browsers drop a word without an event that tells of it: once the focus is gone, no word is left. */
    left(view: EditorView): void {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => {
        endComposition(view);
        this.ended(view);
      });
    }

    destroy(): void {
      clearTimeout(this.#timer);
    }
  },
  {
    eventHandlers: {
      compositionend(_event, view) {
        this.ended(view);
      },
      blur(_event, view) {
        this.left(view);
      },
    },
  },
);

/** Is half-typed Chinese in the text? */
export const isComposing = (view: EditorView) => view.composing || view.compositionStarted;

/** Ends a word that is being composed. */
export function endComposition(view: EditorView): void {
  const { contentDOM } = view;
  if (isComposing(view)) contentDOM.blur();
  // Where the focus was lost already, or the browser dropped the word, nothing tells of its end.
  if (isComposing(view)) contentDOM.dispatchEvent(new CompositionEvent("compositionend"));
}

export const hasSettled = (update: ViewUpdate) =>
  update.transactions.some((transaction) => transaction.effects.some((effect) => effect.is(settle)));

/** Says that a new document has been opened on the text as it stands. */
export const forgetWaiting = (view: EditorView) => view.plugin(link)?.forget();

/** Does a place stand in front matter, where lines are no outline? */
export const isInHead = (view: EditorView, place: number) =>
  place < (view.state.facet(host).document()?.headLength() ?? 0);
