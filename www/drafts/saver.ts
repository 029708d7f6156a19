// When a draft is written: half a second after a key at the latest, whether or not more are typed, and at once when the
// page is hidden.

/** In milliseconds; with the time that writing takes, a second is never lost. */
const WAIT = 500;

/** A store that has refused may take it later, in milliseconds. */
const AGAIN = 5000;

export class Saver {
  #timer = 0;

  /** `save` says whether it did; `saveNow` must not wait. */
  constructor(
    readonly save: () => Promise<boolean>,
    readonly saveNow: () => void,
  ) {
    document.addEventListener("visibilitychange", this.#hidden);
    addEventListener("pagehide", this.saveNow);
  }

  /** Something is to be written. */
  touch(wait = WAIT): void {
    this.#timer ||= window.setTimeout(() => {
      this.#timer = 0;
      void this.save().then((isSaved) => isSaved || this.touch(AGAIN));
    }, wait);
  }

  readonly #hidden = () => {
    if (document.hidden) this.saveNow();
  };

  destroy(): void {
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#hidden);
    removeEventListener("pagehide", this.saveNow);
  }
}
