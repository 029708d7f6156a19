// The document that is composed: begun with the core, given up where the core stops, and begun again with a fresh one.

import { renewCore, startCore, useCore } from "./core.ts";
import type { OpenDocument } from "./document.ts";
import type { Messages } from "./messages.ts";

export interface Around {
  /** The outline. */
  text(): string;
  /** Opens it as a document. */
  open(): OpenDocument;
  /** There is a document, or none any more. */
  opened(document: OpenDocument | undefined): void;
  /** The core has stopped, with a key that is to be saved like any other. */
  stopped(): void;
  /** A fresh core goes on. */
  restarted(): void;
}

export class Composing {
  #document: OpenDocument | undefined;
  #isGone = false;
  /** The outline with which the core stopped last: if it does so again, it would for ever. */
  #stumbled: string | undefined;
  /** Does the tool go on without a core? */
  #isStopped = false;
  readonly #leaveCore = useCore({ stop: () => this.#close(), go: () => this.#goOn() });

  constructor(
    readonly around: Around,
    readonly messages: Messages,
  ) {}

  /** The document; `undefined` while the core is not ready. */
  get document(): OpenDocument | undefined {
    return this.#document;
  }

  async start(): Promise<void> {
    this.messages.last("starting");
    try {
      await startCore();
    } catch (error) {
      this.messages.last("cannotStart");
      throw error;
    }
    if (this.#isGone) return;
    this.guarded(() => {
      this.begin();
      this.messages.last();
    });
  }

  /** Opens the outline as a new document. */
  begin(): void {
    this.#close();
    this.#document = this.around.open();
    this.around.opened(this.#document);
  }

  /** Gives the document's memory back. */
  #close(): void {
    const document = this.#document;
    this.#document = undefined;
    this.around.opened(undefined);
    try {
      document?.close();
    } catch {
      // The core has died, of this document or of another in the page: there is nothing to give back.
    }
  }

  /** Does what may bring the core down; `undefined` if it did. */
  guarded<T>(action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      this.broke(error);
      return undefined;
    }
  }

  /** If the core stops, the writer's text is safe: a fresh core goes on with it, unless it stopped there before. */
  broke(error: unknown): void {
    const text = this.around.text();
    this.#close();
    this.#isStopped = text === this.#stumbled;
    this.#stumbled = text;
    this.messages.last(this.#isStopped ? "broken" : "restarting");
    this.around.stopped();
    // Not inside an update of the editor. The others of the page stood on the same core.
    void Promise.resolve()
      .then(renewCore)
      .catch(() => {
        this.#isStopped = true;
        this.messages.last("broken");
      });
    // Told where errors are told; the key that was pressed must not be lost by it.
    setTimeout(() => {
      throw error;
    });
  }

  /** A fresh core is there. */
  #goOn(): void {
    if (this.#isGone || this.#isStopped || this.#document) return;
    const wasBroken = this.#stumbled !== undefined;
    this.guarded(() => {
      this.begin();
      this.messages.last();
      if (wasBroken) this.around.restarted();
    });
  }

  /** Goes on where the outline is another than the one with which the core stopped. */
  tryAgain(): void {
    if (!this.#isStopped || this.around.text() === this.#stumbled) return;
    this.#isStopped = false;
    this.#goOn();
  }

  destroy(): void {
    this.#isGone = true;
    this.#leaveCore();
    this.#close();
  }
}
