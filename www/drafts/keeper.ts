// Keeps what is written: which draft is open, and what becomes of all that lie beside it.

import { channel } from "./channel.ts";
import { type Draft, type Found, type Unread, emptyDraft, isRead } from "./draft.ts";
import { Keeping, type Writer } from "./keeping.ts";
import { memory } from "./memory.ts";
import { Shelf } from "./shelf.ts";
import { openStores } from "./store.ts";
import type { Version } from "./versions.ts";

export type { News, Written } from "./keeping.ts";

/** How far a clock may be behind, in milliseconds. */
const SLACK = 60_000;

/** What is taken off the machine: the draft under a key of its lease, or all without one. */
type Taken = [key: string, word: "private" | "cleared", from: string];

// `private`: what extends another class has its `#` names by helpers in old browsers, which are long.
export class Keeper extends Keeping {
  private readonly channel: BroadcastChannel | undefined;

  constructor(key: string, writer: Writer) {
    super(key, writer);
    this.channel = channel((message) => this.hear(message as Taken));
    void this.inTurn(() => this.start());
  }

  private async start(): Promise<void> {
    await this.openShelf();
    const found = await this.shelf!.drafts().catch(() => undefined);
    if (this.isGone) return;
    if (!found) this.writer.tell({ what: "unreadable" });
    const unread = (found ?? []).filter((each): each is Unread => !isRead(each));
    if (unread.length > 0) this.writer.tell({ what: "unread", drafts: unread });
    const latest = await this.latest(found ?? []);
    if (latest) await this.begin(latest);
    this.writer.changed();
  }

  private async latest(found: readonly Found[]): Promise<Draft | undefined> {
    const drafts = found.filter(isRead).sort((one, other) => other.time - one.time);
    const last = await this.shelf!.last().catch(() => undefined);
    return drafts.find(({ id }) => id === last) ?? drafts[0];
  }

  /** The draft of last time. What the host has set wins over it. */
  private async begin(draft: Draft): Promise<void> {
    this.draft = draft;
    if (draft.time > Date.now() + SLACK) this.writer.tell({ what: "clock", time: draft.time });
    const isOther = this.writer.isGiven && this.text !== draft.text;
    if (isOther) this.offer(draft);
    else this.show(draft);
    // What the host has set does not follow another window: it begins a draft of its own.
    if (!(await this.own()) && isOther) this.startAnew();
    else if (this.isFollowing) await this.catchUp();
  }

  private offer(draft: Draft): void {
    if (draft.text === "") return;
    this.replaced.push(draft.text);
    this.writer.tell({ what: "offered", draft });
  }

  /** The host has put a text in. Before anything is written here, the draft that lies there stays, and is offered. */
  given(): void {
    const { draft } = this;
    const { revision, window, text } = draft;
    if (this.isFollowing) {
      if (this.text === text) return;
      // As where it is set at the beginning.
      this.startAnew();
      this.writer.tell({ what: "offered", draft });
      this.writer.changed();
    } else if (this.isDirty || (revision > 0 && window === this.me)) {
      this.replacing(text);
      this.edited();
    } else if (revision > 0 && this.text !== text) {
      this.offer(draft);
    }
  }

  /** The text is about to be replaced as a whole: what stands there is kept as a version. */
  keep(): void {
    this.replacing(this.text);
  }

  private replacing(text: string): void {
    if (text !== "" && !this.replaced.includes(text)) this.replaced.push(text);
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

  /** Opens another document; without one, a new one. False if what is open would be lost. */
  open(id?: string): Promise<boolean> {
    return this.inTurn(async () => {
      const found = id === undefined ? emptyDraft() : await this.shelf?.draft(id);
      if (!found || !isRead(found) || !(await this.isSettled())) return false;
      this.startAnew(found);
      this.show(found);
      if (found.revision > 0 && !(await this.own())) await this.catchUp();
      this.writer.changed();
      return true;
    });
  }

  /** Begins a document with a text. */
  async add(text: string): Promise<boolean> {
    if (!(await this.open())) return false;
    this.writer.show({ text, anchor: 0, head: 0 });
    this.edited();
    return true;
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

  /** Takes a document away; gives what brings it back, or nothing if what is open would be lost. */
  remove(id: string): Promise<(() => Promise<void>) | undefined> {
    return this.inTurn(async () => {
      if (id === this.id && !(await this.isSettled())) return;
      const bringBack = await this.shelf!.remove(id);
      if (id === this.id) {
        this.startAnew();
        this.show(this.draft);
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
      this.isPrivate = isPrivate;
      if (isPrivate) {
        this.shelf = new Shelf(await memory(), this.key);
        this.failure = undefined;
      } else {
        await this.openShelf();
      }
      const shelf = this.shelf!;
      const moved = isPrivate ? [this.id] : (await before.drafts()).map(({ id }) => id);
      for (const id of moved) {
        await shelf.take(id, before);
        await before.remove(id);
      }
      if (isPrivate) {
        this.say("private", shelf.leaseKey(this.id));
        this.leave();
      } else if (this.draft.revision > 0) {
        // Another window may have gone on with it: then it stays, and what stands here is a draft of its own.
        const standing = await shelf.draft(this.id);
        if (standing?.text !== this.draft.text) await this.part(true);
        else await this.own();
      }
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
      this.say("cleared");
    });
    this.writer.changed();
  }

  private say(word: Taken[1], key = ""): void {
    this.channel?.postMessage([key, word, this.me] satisfies Taken);
  }

  private hear([key, word, from]: Taken): void {
    if (from === this.me) return;
    if (word === "cleared") void this.clearedElsewhere();
    else if (word === "private" && key === this.shelf?.leaseKey(this.id) && this.isFollowing) {
      this.startAnew({ ...emptyDraft(), name: this.draft.name });
      this.writer.changed();
      this.writer.tell({ what: "private" });
    }
  }

  /** Another window has cleared the machine: what is open here is not put there again. */
  private async clearedElsewhere(): Promise<void> {
    await this.inTurn(async () => {
      if (this.isFollowing) this.startAnew({ ...emptyDraft(), name: this.draft.name });
    });
    await this.setPrivate(true);
    this.edited();
    this.writer.tell({ what: "cleared" });
  }

  override destroy(): void {
    super.destroy();
    this.channel?.close();
  }
}
