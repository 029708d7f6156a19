// Who writes in a draft that is open in several windows: a note beside the draft, and a channel between the windows.
// (`navigator.locks` is not there on plain http.) It decides who may type; that nothing is overwritten, each save checks.

import { channel } from "./channel.ts";
import type { Store } from "./store.ts";

/** How long a note holds where no window answers for it, and how often it is renewed, in milliseconds. */
const TERM = 10_000;
const BEAT = 4000;

/** How long a window may take to answer, and to write down what it has, in milliseconds. */
const ANSWER = 500;
const HANDOVER = 1500;

interface Note {
  owner: string;
  until: number;
}

type Word = "ping" | "here" | "yield" | "taken" | "saved" | "left";

export interface Told {
  /** Another window wants to write: what is not saved must be, now. */
  asked(): Promise<unknown>;
  /** Another window has come to write. */
  lost(): void;
  /** The window that writes has saved. */
  changed(): void;
  /** The window that wrote is gone. */
  left(): void;
}

export class Lease {
  readonly #channel: BroadcastChannel | undefined;
  #beat = 0;
  #isOwner = false;
  #isReleased = false;
  #answered: (() => void) | undefined;

  /** `me` names this window, `key` where the note is written. */
  constructor(
    readonly store: Store,
    readonly key: string,
    readonly me: string,
    readonly told: Told,
  ) {
    this.#channel = channel((message) => this.#hear(message as [string, Word, string]));
  }

  /** Takes it unless another window has it, which is asked whether it is still there. */
  async take(): Promise<boolean> {
    const note = await this.#note();
    if (note && note.owner !== this.me && (await this.#isHeld(note))) return false;
    // Of two windows that come at the same time one has it.
    const isFree = (standing: unknown) =>
      !isNote(standing) || standing.owner === this.me || standing.until === note?.until;
    const isTaken = await this.#write(isFree).catch(() => true);
    if (isTaken) this.#own();
    return isTaken && !this.#isReleased;
  }

  /** Takes what nobody else can know of yet; the note is on its way when this is done. */
  claim(): void {
    void this.#write().catch(() => undefined);
    this.#own();
  }

  /** Takes it from the other window, which first saves what it has. */
  async takeOver(): Promise<void> {
    const left = this.#waitFor(HANDOVER);
    this.#say("yield");
    await left;
    await this.#write().catch(() => undefined);
    this.#own();
  }

  async #isHeld(note: Note): Promise<boolean> {
    // A note from before the clock was set back holds no longer than any other.
    const isFresh = note.until > Date.now() && note.until <= Date.now() + TERM;
    if (!this.#channel) return isFresh;
    const answer = this.#waitFor(ANSWER);
    this.#say("ping");
    return answer;
  }

  /** Waits for an answer; was there one? */
  #waitFor(patience: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), patience);
      this.#answered = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  #own(): void {
    if (this.#isReleased) return;
    this.#isOwner = true;
    clearInterval(this.#beat);
    this.#beat = window.setInterval(() => void this.#renew(), BEAT);
    // A window that was asleep may still think that it is the one.
    this.#say("taken");
  }

  #write(isFree?: (standing: unknown) => boolean): Promise<boolean> {
    const note: Note = { owner: this.me, until: Date.now() + TERM };
    return this.store.put(this.key, note, isFree);
  }

  async #renew(): Promise<void> {
    const isMine = (standing: unknown) => !isNote(standing) || standing.owner === this.me;
    const isStillMine = await this.#write(isMine).catch(() => true);
    if (!isStillMine && this.#isOwner) this.#lose();
  }

  #lose(): void {
    this.#isOwner = false;
    clearInterval(this.#beat);
    this.told.lost();
  }

  async #note(): Promise<Note | undefined> {
    const note = await this.store.get(this.key).catch(() => undefined);
    return isNote(note) ? note : undefined;
  }

  /** Tells the others that there is something new. */
  saved(): void {
    this.#say("saved");
  }

  #say(word: Word): void {
    this.#channel?.postMessage([this.key, word, this.me]);
  }

  #hear([key, word, from]: [string, Word, string]): void {
    if (key !== this.key || from === this.me) return;
    if (word === "here" || word === "left") this.#answered?.();
    if (word === "ping" && this.#isOwner) this.#say("here");
    if (word === "yield" && this.#isOwner) void this.#yield();
    if ((word === "taken" || word === "saved") && this.#isOwner) void this.#renew();
    else if (word === "saved") this.told.changed();
    if (word === "left" && !this.#isOwner) this.told.left();
  }

  async #yield(): Promise<void> {
    await this.told.asked();
    this.#lose();
    this.#say("left");
  }

  /** Gives it up, if it is this window's. */
  release(): void {
    this.#isReleased = true;
    clearInterval(this.#beat);
    if (this.#isOwner) {
      this.#isOwner = false;
      void this.store.remove([this.key]).catch(() => undefined);
      this.#say("left");
    }
    this.#channel?.close();
  }
}

function isNote(value: unknown): value is Note {
  const { owner, until } = (value ?? {}) as Partial<Note>;
  return typeof owner === "string" && typeof until === "number";
}
