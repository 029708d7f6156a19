// Keeps what is written: which draft is open, and what becomes of all that lie beside it.

import { type Draft, type Found, type Unread, emptyDraft, isRead } from "./draft.ts";
import { Keeping, type Writer } from "./keeping.ts";
import { tellCleared } from "./lease.ts";
import { memory } from "./memory.ts";
import { Shelf } from "./shelf.ts";
import { openStores } from "./store.ts";
import type { Version } from "./versions.ts";

export type { News, Written } from "./keeping.ts";

/** How far a clock may be behind, in milliseconds. */
const SLACK = 60_000;

export class Keeper extends Keeping {
  constructor(key: string, writer: Writer) {
    super(key, writer);
    void this.inTurn(() => this.#start());
  }

  async #start(): Promise<void> {
    await this.openShelf();
    const found = await this.shelf!.drafts().catch(() => [] as Found[]);
    if (this.isGone) return;
    const unread = found.filter((each): each is Unread => !isRead(each));
    if (unread.length > 0) this.writer.tell({ what: "unread", drafts: unread });
    const latest = await this.#latest(found);
    if (latest) await this.#begin(latest);
    this.writer.changed();
  }

  async #latest(found: readonly Found[]): Promise<Draft | undefined> {
    const drafts = found.filter(isRead).sort((one, other) => other.time - one.time);
    const last = await this.shelf!.last();
    return drafts.find(({ id }) => id === last) ?? drafts[0];
  }

  /** The draft of last time. What the host has set wins over it. */
  async #begin(draft: Draft): Promise<void> {
    this.draft = draft;
    if (draft.time > Date.now() + SLACK) this.writer.tell({ what: "clock", time: draft.time });
    const isOther = this.writer.isGiven && this.writer.written.text !== draft.text;
    if (isOther) this.#offer(draft);
    else this.show(draft);
    // What the host has set does not follow another window: it begins a draft of its own.
    if (!(await this.own()) && isOther) this.startAnew();
    else if (this.isFollowing) await this.catchUp();
  }

  #offer(draft: Draft): void {
    if (draft.text === "") return;
    this.replaced = draft.text;
    this.writer.tell({ what: "offered", draft });
  }

  /** The host has put a text in. Before anything is written here, the draft that lies there stays, and is offered. */
  given(): void {
    const { revision, window, text } = this.draft;
    if (this.isDirty || (revision > 0 && window === this.me)) {
      this.replaced = text;
      this.edited();
    } else if (!this.isFollowing && revision > 0 && this.writer.written.text !== text) {
      this.#offer(this.draft);
    }
  }

  /** The text is about to be replaced as a whole: what stands there is kept as a version. */
  keep(): void {
    this.replaced = this.writer.written.text;
  }

  /** All documents that can be read, the last one written first. */
  async documents(): Promise<Found[]> {
    const found = (await this.shelf?.drafts()) ?? [];
    const time = (each: Found) => (isRead(each) ? each.time : 0);
    return found.sort((one, other) => time(other) - time(one));
  }

  async versions(): Promise<Version[]> {
    return (await this.shelf?.versions(this.id))?.reverse() ?? [];
  }

  /** Opens another document; without one, a new one. */
  open(id?: string): Promise<void> {
    return this.inTurn(async () => {
      await this.save();
      const found = id === undefined ? emptyDraft() : await this.shelf?.draft(id);
      if (!found || !isRead(found)) return;
      this.startAnew(found);
      this.writer.show(found);
      this.isDirty = false;
      if (found.revision > 0 && !(await this.own())) await this.catchUp();
      this.writer.changed();
    });
  }

  /** Begins a document with a text. */
  async add(text: string): Promise<void> {
    await this.open();
    this.writer.show({ text, anchor: 0, head: 0 });
    this.edited();
  }

  rename(name: string): Promise<void> {
    return this.inTurn(async () => {
      const before = this.draft;
      this.draft = { ...before, name };
      this.writer.changed();
      if (before.revision === 0 || this.isFollowing) return;
      const draft = this.next();
      // Where it is refused, the next save has the name, too.
      if (await this.shelf!.save(draft, before).catch(() => false)) this.draft = draft;
    });
  }

  /** Takes a document away; gives what brings it back. */
  remove(id: string): Promise<() => Promise<void>> {
    return this.inTurn(async () => {
      if (id === this.id) await this.save();
      const bringBack = await this.shelf!.remove(id);
      if (id === this.id) {
        this.startAnew();
        this.writer.show(this.draft);
        this.isDirty = false;
      }
      this.writer.changed();
      return () => this.inTurn(bringBack);
    });
  }

  /** Keeps what is open in memory alone, and takes it off the machine; or puts it there again. */
  setPrivate(isPrivate: boolean): Promise<void> {
    return this.inTurn(async () => {
      if (isPrivate === this.isPrivate || this.isFollowing) return;
      await this.save();
      const before = this.shelf!;
      this.leave();
      this.isPrivate = isPrivate;
      if (isPrivate) this.shelf = new Shelf(await memory(), this.key);
      else await this.openShelf();
      const shelf = this.shelf!;
      const moved = isPrivate ? [this.id] : (await before.drafts()).map(({ id }) => id);
      for (const id of moved) {
        await shelf.take(id, before);
        await before.remove(id);
      }
      this.failure = shelf.store.place === "memory" && !isPrivate ? "refused" : undefined;
      if (!isPrivate && this.draft.revision > 0) await this.own();
      this.writer.changed();
    });
  }

  /** Takes all drafts off the machine; what is open stays in this page alone. */
  async clear(): Promise<void> {
    await this.inTurn(async () => {
      if (this.isFollowing) this.startAnew();
    });
    await this.setPrivate(true);
    await this.inTurn(async () => {
      for (const store of await openStores()) await new Shelf(store, this.key).clear();
      tellCleared();
    });
    this.writer.changed();
  }

  /** Another window has cleared the machine: what is open here is not put there again. */
  protected async clearedElsewhere(): Promise<void> {
    await this.inTurn(async () => {
      if (this.isFollowing) this.startAnew({ ...emptyDraft(), name: this.draft.name });
    });
    await this.setPrivate(true);
    this.edited();
    this.writer.tell({ what: "cleared" });
  }
}
