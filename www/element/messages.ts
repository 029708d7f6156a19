// What the tool says in its one quiet line, and what can be done about it.

import { button, fill } from "./dom.ts";
import type { Strings } from "./strings.ts";

/** What a button beside a message says, and what it does. */
export type Offer = [label: string, take: () => void];

/** What is said for as long as there is no document, whatever else there would be to say. */
type Lasting = "starting" | "cannotStart" | "restarting" | "broken";

export class Messages {
  #lasting: Lasting | undefined;

  constructor(
    readonly message: HTMLElement,
    readonly offers: HTMLElement,
    readonly words: () => Strings,
  ) {}

  say(message: string, offers: readonly Offer[] = []): void {
    this.message.textContent = this.#lasting ? this.words()[this.#lasting] : message;
    fill(this.offers, ...offers.map(([label, take]) => button(label, take)));
  }

  /** Says what lasts; nothing lasts any more without it. */
  last(word?: Lasting): void {
    this.#lasting = word;
    this.say("");
  }

  /** Takes back what has been said. */
  clear(): void {
    if (this.message.textContent) this.say("");
  }
}
