// What lasts, in a line above outline and summary: it stays until it is settled or read, and no key wipes it away.

import { button, fill, make } from "./dom.ts";
import type { Offer } from "./messages.ts";
import type { Strings } from "./strings.ts";

/** From what matters most: one is shown at a time. */
const KINDS = [
  "unsafe",
  "following",
  "restarted",
  "parted",
  "offered",
  "cleared",
  "clock",
  "unread",
  "private",
  "alone",
] as const;

export type Kind = (typeof KINDS)[number];

export interface Notice {
  text(words: Strings): string;
  offers?(words: Strings): Offer[];
  /** Is it to be settled, rather than read? */
  isLasting?: boolean;
}

export class Notices {
  readonly place = make("div", { class: "notice", hidden: true, attributes: { "aria-live": "polite" } });
  readonly #notices = new Map<Kind, Notice>();
  #shown = "";

  constructor(readonly words: () => Strings) {}

  set(kind: Kind, notice: Notice): void {
    this.#notices.set(kind, notice);
    this.show();
  }

  drop(kind: Kind): void {
    if (this.#notices.delete(kind)) this.show();
  }

  clear(): void {
    this.#notices.clear();
    this.show();
  }

  /** Shows the one that matters most, in the language of the moment. */
  show(): void {
    const kind = KINDS.find((each) => this.#notices.has(each));
    const notice = kind && this.#notices.get(kind);
    this.place.hidden = !notice;
    if (!kind || !notice) {
      this.#shown = "";
      fill(this.place);
      return;
    }
    const words = this.words();
    const text = notice.text(words);
    // What is said again would be read out again, and lose the focus.
    if (this.#shown === kind + text) return;
    this.#shown = kind + text;
    const offers = (notice.offers?.(words) ?? []).map(([label, take]) => button(label, take));
    if (!notice.isLasting) offers.push(button(words.seen, () => this.drop(kind)));
    fill(this.place, make("span", { textContent: text }), ...offers);
  }
}
