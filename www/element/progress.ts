// Shows that something long is at work, and how far it is.

import { make } from "./dom.ts";

/** Above so many characters, reading takes longer than a moment; below it, what is shown would only flash. */
export const LONG_TEXT = 100_000;
const LONG_FILE = 3 * LONG_TEXT;
/** What makes a Word document large is its images, which take no time. */
const LONG_DOCUMENT = 2 ** 20;

/** Will it take long to read a file? */
export const isLong = ({ name, size }: File) => size > (/\.docx$/i.test(name) ? LONG_DOCUMENT : LONG_FILE);

export class Progress {
  /** Where it is shown; read out when it begins. */
  readonly place = make("div", { class: "progress", attributes: { "aria-live": "polite" } });
  readonly #words = make("span");
  readonly #bar = make("progress", { max: 1 });

  /** Shows what is at work, and which share of it is done; without one, how long it takes is not known. */
  show(words: string, share?: number): void {
    // What is said again would be read out again.
    if (this.#words.textContent !== words) this.#words.textContent = words;
    if (share === undefined) this.#bar.removeAttribute("value");
    else this.#bar.value = share;
    this.#bar.setAttribute("aria-label", words);
    if (!this.#bar.isConnected) this.place.append(this.#words, this.#bar);
  }

  hide(): void {
    this.place.textContent = "";
  }
}

/** Waits until what was shown stands on the screen. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const soon = () => setTimeout(resolve);
    // No frame is drawn of a page that nobody sees.
    if (document.hidden) soon();
    else requestAnimationFrame(soon);
  });
