// The drafts of one key: all documents that were written under it, and their earlier versions.

import { type Draft, type Found, isRead, readDraft } from "./draft.ts";
import { lastWords, leaveWords, takeWords } from "./last-words.ts";
import type { Entry, Store } from "./store.ts";
import { type Version, outworn } from "./versions.ts";

/** Keys are ordered as text. */
const DIGITS = 8;

export class Shelf {
  readonly #prefix: string;

  constructor(
    readonly store: Store,
    key: string,
  ) {
    this.#prefix = `${encodeURIComponent(key)}/`;
  }

  #key(kind: "draft" | "version" | "lease", id: string): string {
    return `${this.#prefix}${kind}/${id}`;
  }

  /** Where it is written who writes in a draft. */
  leaseKey(id: string): string {
    return this.#key("lease", id);
  }

  async drafts(): Promise<Found[]> {
    const prefix = this.#key("draft", "");
    for (const words of lastWords(prefix)) await this.#bringIn(words);
    const entries = await this.store.all(prefix);
    return entries.map(([key, value]) => readDraft(key.slice(prefix.length), value));
  }

  async draft(id: string): Promise<Found | undefined> {
    const value = await this.store.get(this.#key("draft", id));
    return value === undefined ? undefined : readDraft(id, value);
  }

  /** Writes a draft over what is known to stand there; false where another window has written meanwhile. */
  save(draft: Draft, before: Draft): Promise<boolean> {
    return this.store.put(this.#key("draft", draft.id), draft, (standing) => {
      if (standing === undefined) return true;
      const { revision, window } = standing as Partial<Draft>;
      // What this window wrote without waiting may be there already.
      if (window === draft.window) return (revision ?? 0) <= draft.revision;
      return revision === before.revision && window === before.window;
    });
  }

  /** Writes a draft without waiting: twice, since not every browser writes to the end what a page that goes begins. */
  saveNow(draft: Draft): void {
    const key = this.#key("draft", draft.id);
    if (this.store.place === "indexed") leaveWords(key, draft);
    this.store.putNow(key, draft);
  }

  /** What a page left as it went becomes the draft, or a version where another window has written since. */
  async #bringIn([key, value]: Entry): Promise<void> {
    const words = readDraft(key.slice(this.#key("draft", "").length), value);
    if (isRead(words)) {
      let isOlder = false;
      await this.store.put(key, words, (standing) => {
        const { revision = 0, window, text } = (standing ?? {}) as Partial<Draft>;
        isOlder = revision >= words.revision && window !== words.window && text !== words.text;
        return revision < words.revision;
      });
      if (isOlder) await this.keep(words.id, words);
    }
    takeWords(key);
  }

  /** Which draft was opened last. */
  async last(): Promise<string | undefined> {
    const id = await this.store.get(`${this.#prefix}last`);
    return typeof id === "string" ? id : undefined;
  }

  async opened(id: string): Promise<void> {
    await this.store.put(`${this.#prefix}last`, id);
  }

  /** The earlier versions, from the oldest on. */
  async versions(id: string): Promise<Version[]> {
    const entries = await this.store.all(this.#key("version", `${id}/`));
    return entries.flatMap(([, value]) => (isVersion(value) ? [value] : []));
  }

  /** Keeps a text as a version; those that are too many go. */
  async keep(id: string, { time, text }: { time: number; text: string }): Promise<void> {
    const versions = await this.versions(id);
    const last = versions[versions.length - 1];
    if (last?.text === text) return;
    const key = (number: number) => this.#key("version", `${id}/${String(number).padStart(DIGITS, "0")}`);
    const number = (last?.number ?? 0) + 1;
    await this.store.put(key(number), { number, time, text } satisfies Version);
    await this.store.remove(outworn(versions, Date.now()).map((version) => key(version.number)));
  }

  /** Makes room: of the versions of all drafts every other one goes. False if there are none. */
  async thin(): Promise<boolean> {
    const entries = await this.store.all(this.#key("version", ""));
    await this.store.remove(entries.filter((_, at) => at % 2 === 0).map(([key]) => key));
    return entries.length > 0;
  }

  /** Takes a draft away with its versions; gives what brings it back. */
  async remove(id: string): Promise<() => Promise<void>> {
    const entries = [
      ...(await this.store.all(this.#key("draft", id))),
      ...(await this.store.all(this.#key("version", `${id}/`))),
    ];
    await this.store.remove(entries.map(([key]) => key));
    takeWords(this.#key("draft", id));
    return async () => {
      for (const [key, value] of entries) await this.store.put(key, value);
    };
  }

  /** Takes a draft over from another shelf, with its versions. */
  async take(id: string, from: Shelf): Promise<void> {
    const draft = await from.store.get(from.#key("draft", id));
    if (draft !== undefined) await this.store.put(this.#key("draft", id), draft);
    for (const version of await from.versions(id)) await this.keep(id, version);
  }

  /** Takes all away, of every key: whoever uses the machine next finds nothing. */
  async clear(): Promise<void> {
    const entries = await this.store.all("");
    await this.store.remove(entries.map(([key]) => key));
  }
}

function isVersion(value: unknown): value is Version {
  const { number, time, text } = (value ?? {}) as Partial<Version>;
  return typeof number === "number" && typeof time === "number" && typeof text === "string";
}
