// The drafts of one key: all documents that were written under it, and their earlier versions.

import { type Draft, type Found, isRead, newId, readDraft } from "./draft.ts";
import { type Words, lastWords, leaveWords, takeWords } from "./last-words.ts";
import { memory } from "./memory.ts";
import type { Store } from "./store.ts";
import { type Version, isSpare, outworn, stands } from "./versions.ts";

/** Keys are ordered as text. */
const DIGITS = 8;

/** May a draft be written over what stands there? Not where another window has written meanwhile. */
function follows(standing: unknown, draft: Draft, before: Pick<Draft, "revision" | "window">): boolean {
  if (standing === undefined) return true;
  const { revision = 0, window, time = 0 } = (standing ?? {}) as Partial<Draft>;
  // What this window wrote without waiting may be there already, and be later.
  if (window === draft.window)
    return revision < draft.revision || (revision === draft.revision && time <= draft.time);
  return revision === before.revision && window === before.window;
}

export class Shelf {
  readonly #prefix: string;

  constructor(
    readonly store: Store,
    readonly name: string,
  ) {
    this.#prefix = `${encodeURIComponent(name)}/`;
  }

  #key(kind: "draft" | "version" | "lease", id: string): string {
    return `${this.#prefix}${kind}/${id}`;
  }

  #versionKey(id: string, number: number): string {
    return this.#key("version", `${id}/${String(number).padStart(DIGITS, "0")}`);
  }

  /** Where it is written who writes in a draft. */
  leaseKey(id: string): string {
    return this.#key("lease", id);
  }

  async drafts(): Promise<Found[]> {
    const prefix = this.#key("draft", "");
    // Memory would lose them with the page. What finds no room waits.
    if (this.store.place !== "memory")
      for (const [key, words] of await lastWords(prefix, this.store))
        await this.#bringIn(key, words).catch(() => undefined);
    const entries = await this.store.all(prefix);
    return entries.map(([key, value]) => readDraft(key.slice(prefix.length), value));
  }

  async draft(id: string): Promise<Found | undefined> {
    const value = await this.store.get(this.#key("draft", id));
    return value === undefined ? undefined : readDraft(id, value);
  }

  /** Writes a draft over what is known to stand there; false where another window has written meanwhile. */
  save(draft: Draft, before: Draft): Promise<boolean> {
    return this.store.put(this.#key("draft", draft.id), draft, (standing) =>
      follows(standing, draft, before),
    );
  }

  /**
   * The same as the page goes: not every browser writes to the end what is begun then, so that it is left in another
   * place, too, with the texts that it replaces.
   */
  saveNow(draft: Draft, before: Draft, replaced: readonly string[]): Promise<boolean> {
    const { revision, window } = before;
    const words = { ...draft, before: { revision, window }, replaced };
    if (this.store.place === "indexed") leaveWords(this.#key("draft", draft.id), words, this.store);
    return this.save(draft, before);
  }

  /** What a page left as it went becomes the draft, or a version where another window has written since. */
  async #bringIn(key: string, { before, replaced = [], ...left }: Words): Promise<void> {
    const draft = readDraft(key.slice(this.#key("draft", "").length), left);
    if (isRead(draft)) {
      let isApart = false;
      await this.store.put(key, draft, (standing) => {
        const isNext = follows(standing, draft, before ?? { revision: -1, window: "" });
        const { window, text } = (standing ?? {}) as Partial<Draft>;
        isApart = !isNext && window !== draft.window && text !== draft.text;
        return isNext;
      });
      for (const text of replaced) await this.keep(draft.id, { time: draft.time, text, isWhole: true });
      if (isApart) await this.keep(draft.id, { ...draft, isWhole: true });
    }
    await takeWords(key, this.store);
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
  async keep(id: string, { time, text, isWhole }: Omit<Version, "number">): Promise<void> {
    const versions = await this.versions(id);
    if (stands(versions, { time, text })) return;
    const number = (versions[versions.length - 1]?.number ?? 0) + 1;
    const version: Version = { number, time, text, ...(isWhole && { isWhole }) };
    await this.store.put(this.#versionKey(id, number), version);
    const gone = outworn(versions, Date.now());
    await this.store.remove(gone.map((each) => this.#versionKey(id, each.number)));
  }

  /** Makes room: of the older versions every other one goes. False if there are none that can be spared. */
  async thin(): Promise<boolean> {
    const entries = await this.store.all(this.#key("version", ""));
    const document = (at: number) => entries[at]?.[0].slice(0, -DIGITS);
    const spare = entries.filter(
      // The newest one of each document stays.
      ([, value], at) => isVersion(value) && isSpare(value, Date.now()) && document(at) === document(at + 1),
    );
    await this.store.remove(spare.filter((_, at) => at % 2 === 0).map(([key]) => key));
    return spare.length > 0;
  }

  /** Takes a draft away with its versions; gives what brings it back. */
  async remove(id: string): Promise<() => Promise<void>> {
    const bin = new Shelf(await memory(), this.name);
    await bin.take(id, this);
    const versions = await this.store.all(this.#key("version", `${id}/`));
    await this.store.remove([this.#key("draft", id), ...versions.map(([key]) => key)]);
    await takeWords(this.#key("draft", id), this.store);
    return () => this.take(id, bin);
  }

  /** Takes a draft over from another shelf, with its versions. Where one stands here, too, the older is a version. */
  async take(id: string, from: Shelf): Promise<void> {
    const versions = await from.versions(id);
    if ((await this.versions(id)).length > 0) for (const version of versions) await this.keep(id, version);
    else for (const version of versions) await this.store.put(this.#versionKey(id, version.number), version);
    const value = await from.store.get(this.#key("draft", id));
    if (value !== undefined) await this.#settle(id, value);
  }

  async #settle(id: string, value: unknown): Promise<void> {
    const key = this.#key("draft", id);
    const draft = readDraft(id, value);
    let older: Draft | undefined;
    let isApart = false;
    await this.store.put(key, value, (standing) => {
      if (standing === undefined) return true;
      const other = readDraft(id, standing);
      if (other.text === draft.text) return false;
      // Of what cannot be read nobody knows which comes first.
      isApart = !isRead(draft) || !isRead(other);
      if (!isRead(draft) || !isRead(other)) return false;
      const isNewer = draft.time > other.time;
      older = isNewer ? other : draft;
      return isNewer;
    });
    if (isApart) await this.store.put(this.#key("draft", newId()), value);
    if (older) await this.keep(id, { ...(older as Draft), isWhole: true });
  }

  /** Takes over what another store holds of an earlier time, and empties it of that. */
  async gather(store: Store): Promise<void> {
    const from = new Shelf(store, this.name);
    const prefix = this.#key("draft", "");
    const last = await from.last();
    for (const [key] of await store.all(prefix)) {
      const id = key.slice(prefix.length);
      await this.take(id, from);
      // What cannot be emptied is taken over once more the next time.
      await from.remove(id).catch(() => undefined);
      // What was written where this store was refused was written last.
      if (id === last) await this.opened(id);
    }
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
