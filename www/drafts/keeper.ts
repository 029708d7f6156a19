// Keeps what is written: which draft is open, that it is saved, and who writes in it.

import { type Draft, type Found, type Unread, emptyDraft, isRead, newId, titleOf } from "./draft.ts";
import { Lease, tellCleared } from "./lease.ts";
import { memory } from "./memory.ts";
import { Saver } from "./saver.ts";
import { Shelf } from "./shelf.ts";
import { type Place, isFull, openStore, openStores } from "./store.ts";
import { type Version, isDue } from "./versions.ts";

/** A text with its selection. */
export interface Written {
  text: string;
  anchor: number;
  head: number;
}

/** What the keeper has to tell the writer. */
export type News =
  /** The host has set a text where a draft with another one lies. */
  | { what: "offered"; draft: Draft }
  /** A draft was written later than it is now. */
  | { what: "clock"; time: number }
  /** Another window has written over the same draft: what was written here is a draft of its own. */
  | { what: "parted"; name: string }
  /** The other window is gone. */
  | { what: "alone" }
  /** Drafts that cannot be read. */
  | { what: "unread"; drafts: Unread[] }
  /** All drafts were taken away by another window. */
  | { what: "cleared" };

/** The tool as the keeper sees it. */
export interface Writer {
  readonly written: Written;
  /** Did the host give the text, or is nothing to be changed? */
  readonly isGiven: boolean;
  /** Puts a draft in place of all. */
  show(draft: Written): void;
  /** Name, standing or failure are others. */
  changed(): void;
  tell(news: News): void;
}

/** How far a clock may be behind, in milliseconds. */
const SLACK = 60_000;

/** How often a window that follows looks, in milliseconds. */
const LOOK = 2000;

export class Keeper {
  /** Names this window. */
  readonly #me = newId();
  readonly #saver: Saver;
  #shelf: Shelf | undefined;
  #lease: Lease | undefined;
  #draft: Draft = emptyDraft();
  /** What is done with drafts is done one after the other. */
  #queue: Promise<unknown> = Promise.resolve();
  #isDirty = false;
  /** What stood there before all of it was replaced: a version, whatever its age. */
  #replaced = "";
  #look = 0;
  #isGone = false;
  /** Is nothing to be left on the machine? */
  isPrivate = false;
  /** Does another window write in the draft? */
  isFollowing = false;
  /** Why the text is in no store, if it is not. */
  failure: "full" | "refused" | undefined;

  constructor(
    readonly key: string,
    readonly writer: Writer,
  ) {
    this.#saver = new Saver(
      () => this.#do(() => this.#save()),
      () => this.#saveNow(),
    );
    void this.#do(() => this.#start());
  }

  #do<T>(job: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(job);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** Where drafts lie; `undefined` while that is not known. */
  get place(): Place | undefined {
    return this.#shelf?.store.place;
  }

  get id(): string {
    return this.#draft.id;
  }

  get name(): string {
    return this.#draft.name || titleOf(this.writer.written.text);
  }

  /** The name that the writer gave it; empty if none. */
  get ownName(): string {
    return this.#draft.name;
  }

  /** Is there a draft of the text, or will there be in a moment? Of what the host has set there is none. */
  get isKept(): boolean {
    return this.#draft.revision > 0 && (this.#isDirty || this.#draft.text === this.writer.written.text);
  }

  /** Would the text be there if the page was closed now? */
  get isSafe(): boolean {
    if (this.writer.written.text === "" || this.isFollowing) return true;
    return this.place !== "memory" && this.#shelf !== undefined && this.failure === undefined;
  }

  async #start(): Promise<void> {
    await this.#openShelf();
    const found = await this.#shelf!.drafts().catch(() => [] as Found[]);
    if (this.#isGone) return;
    const unread = found.filter((each): each is Unread => !isRead(each));
    if (unread.length > 0) this.writer.tell({ what: "unread", drafts: unread });
    const latest = await this.#latest(found);
    if (latest) await this.#begin(latest);
    this.writer.changed();
  }

  /** Opens the first outlet that can. */
  async #openShelf(first?: Place): Promise<void> {
    this.#shelf = new Shelf(await openStore(first), this.key);
    this.failure = this.#shelf.store.place === "memory" ? "refused" : undefined;
  }

  async #latest(found: readonly Found[]): Promise<Draft | undefined> {
    const drafts = found.filter(isRead).sort((one, other) => other.time - one.time);
    const last = await this.#shelf!.last();
    return drafts.find(({ id }) => id === last) ?? drafts[0];
  }

  /** The draft of last time. What the host has set wins over it. */
  async #begin(draft: Draft): Promise<void> {
    this.#draft = draft;
    if (draft.time > Date.now() + SLACK) this.writer.tell({ what: "clock", time: draft.time });
    const isOther = this.writer.isGiven && this.writer.written.text !== draft.text;
    if (isOther) this.#offer(draft);
    else this.#show(draft);
    // What the host has set does not follow another window: it begins a draft of its own.
    if (!(await this.#own()) && isOther) this.#startAnew();
    else if (this.isFollowing) await this.#catchUp();
  }

  #offer(draft: Draft): void {
    if (draft.text === "") return;
    this.#replaced = draft.text;
    this.writer.tell({ what: "offered", draft });
  }

  /** A document that nothing is written of, which nobody else can have. */
  #startAnew(draft = emptyDraft()): void {
    this.#leave();
    this.isFollowing = this.#isDirty = false;
    this.#replaced = "";
    this.#draft = draft;
  }

  /** Gives the draft up. */
  #leave(): void {
    clearInterval(this.#look);
    this.#lease?.release();
    this.#lease = undefined;
  }

  #show(draft: Draft): void {
    this.writer.show(draft);
    this.#isDirty = false;
  }

  /** Comes to write in the draft, or follows the window that does; says whether it writes. */
  async #own(): Promise<boolean> {
    this.#leave();
    const { store } = this.#shelf!;
    if (store.place !== "memory") {
      this.#lease = new Lease(store, this.#shelf!.leaseKey(this.id), this.#me, {
        asked: () => this.#do(() => this.#save()).then(() => undefined),
        lost: () => {
          this.#follow();
          void this.#do(() => this.#catchUp());
        },
        changed: () => void this.#do(() => this.#catchUp()),
        left: () => void this.#do(() => this.#succeed()),
        cleared: () => void this.#clearedElsewhere(),
      });
      if (!(await this.#lease.take())) {
        this.#follow();
        return false;
      }
    }
    this.#lead();
    await this.#shelf!.opened(this.id).catch(() => undefined);
    return true;
  }

  #lead(): void {
    clearInterval(this.#look);
    this.isFollowing = false;
    this.writer.changed();
  }

  #follow(): void {
    clearInterval(this.#look);
    if (this.#isGone) return;
    this.isFollowing = true;
    // A window that was killed tells nobody.
    this.#look = window.setInterval(() => void this.#do(() => this.#succeed()), LOOK);
    this.writer.changed();
  }

  /** Shows what the other window has saved. */
  async #catchUp(): Promise<void> {
    if (!this.isFollowing) return;
    const found = await this.#shelf!.draft(this.id).catch(() => undefined);
    if (!found || !isRead(found) || !this.isFollowing) return;
    if (this.#isDirty && this.writer.written.text !== found.text) await this.#part(false);
    this.#draft = found;
    if (found.text !== this.writer.written.text) this.#show(found);
    this.writer.changed();
  }

  /** Goes on where the other window is gone. */
  async #succeed(): Promise<void> {
    if (!this.isFollowing) return;
    await this.#catchUp();
    if (!(await this.#lease?.take())) return;
    await this.#catchUp();
    this.#lead();
    this.writer.tell({ what: "alone" });
  }

  /** Writes here from now on; the other window follows. */
  takeOver(): Promise<void> {
    return this.#do(async () => {
      if (!this.isFollowing) return;
      await this.#lease?.takeOver();
      await this.#catchUp();
      this.#lead();
    });
  }

  /** The text, or what is selected of it, is another. */
  edited(): void {
    if (this.isFollowing) return;
    this.#isDirty = true;
    this.#saver.touch();
  }

  /** The host has put a text in. Before anything is written here, the draft that lies there stays, and is offered. */
  given(): void {
    const { revision, window, text } = this.#draft;
    if (this.#isDirty || (revision > 0 && window === this.#me)) {
      this.#replaced = text;
      this.edited();
    } else if (!this.isFollowing && revision > 0 && this.writer.written.text !== text) {
      this.#offer(this.#draft);
    }
  }

  /** The text is about to be replaced as a whole: what stands there is kept as a version. */
  keep(): void {
    this.#replaced = this.writer.written.text;
  }

  /** The draft as it is to be written. */
  #next(): Draft {
    const { text, anchor, head } = this.writer.written;
    const { revision } = this.#draft;
    return { ...this.#draft, text, anchor, head, time: Date.now(), revision: revision + 1, window: this.#me };
  }

  /** Saves what is not saved; false if it could not. */
  async #save(): Promise<boolean> {
    if (!this.#isDirty || this.isFollowing || !this.#shelf) return true;
    const before = this.#draft;
    const draft = this.#next();
    // Of what is empty from the beginning there is no draft.
    if (before.revision === 0 && draft.text === "") return true;
    this.#isDirty = false;
    if (draft.text === before.text && draft.name === before.name && before.anchor === draft.anchor)
      return true;
    try {
      await this.#write(before, draft);
    } catch (error) {
      this.#isDirty = true;
      await this.#fail(error);
    }
    this.writer.changed();
    return this.failure !== "full";
  }

  async #write(before: Draft, draft: Draft): Promise<void> {
    const shelf = this.#shelf!;
    const isNew = before.revision === 0;
    if (isDue(before, draft.text, draft.time)) await shelf.keep(draft.id, before);
    const replaced = this.#replaced;
    if (replaced && replaced !== draft.text) await shelf.keep(draft.id, { time: draft.time, text: replaced });
    if (await shelf.save(draft, before)) {
      this.#replaced = "";
      if (this.#draft.revision < draft.revision) this.#draft = draft;
      this.failure = shelf.store.place === "memory" && !this.isPrivate ? "refused" : undefined;
      this.#lease?.saved();
      if (isNew) await this.#own();
    } else {
      await this.#part(true);
    }
  }

  /** Another window has written meanwhile: what stands here becomes a draft of its own, and neither is lost. */
  async #part(isWriting: boolean): Promise<void> {
    const { text } = this.writer.written;
    const standing = await this.#shelf!.draft(this.id);
    this.#isDirty = false;
    if (standing && isRead(standing) && standing.text === text) {
      this.#draft = standing;
      return;
    }
    const own: Draft = { ...this.#next(), id: newId(), revision: 1 };
    await this.#shelf!.save(own, own);
    this.writer.tell({ what: "parted", name: own.name || titleOf(text) });
    if (!isWriting) return;
    this.#draft = own;
    await this.#own();
  }

  /** What a store refuses is put where there is room, or in the next outlet. */
  async #fail(error: unknown): Promise<void> {
    const shelf = this.#shelf!;
    try {
      if (isFull(error)) {
        if (!(await shelf.thin())) throw error;
      } else {
        await this.#openShelf(shelf.store.place === "indexed" ? "local" : "memory");
        this.#leave();
      }
      const draft = this.#next();
      await this.#shelf!.save(draft, this.#draft);
      this.#draft = draft;
      this.#isDirty = false;
    } catch {
      this.failure = "full";
    }
  }

  /** The page is going, or out of sight: there is no time to ask who else has written. */
  #saveNow(): void {
    const shelf = this.#shelf;
    if (this.isFollowing || !shelf || shelf.store.place === "memory") return;
    const draft = this.#next();
    const { text, anchor, head } = this.#draft;
    const isOther = draft.text !== text || draft.anchor !== anchor || draft.head !== head;
    if (!isOther || (this.#draft.revision === 0 && draft.text === "")) return;
    try {
      shelf.saveNow(draft);
      this.#draft = draft;
      this.#isDirty = false;
      this.#lease?.saved();
    } catch {
      // It is still in the page, and saved later if that stays.
      this.#isDirty = true;
    }
  }

  /** Saves at once what a close of the page would lose. */
  saveNow(): void {
    this.#saveNow();
  }

  /** All documents that can be read, the last one written first. */
  async documents(): Promise<Found[]> {
    const found = (await this.#shelf?.drafts()) ?? [];
    const time = (each: Found) => (isRead(each) ? each.time : 0);
    return found.sort((one, other) => time(other) - time(one));
  }

  async versions(): Promise<Version[]> {
    return (await this.#shelf?.versions(this.id))?.reverse() ?? [];
  }

  /** Opens another document; without one, a new one. */
  open(id?: string): Promise<void> {
    return this.#do(async () => {
      await this.#save();
      const found = id === undefined ? emptyDraft() : await this.#shelf?.draft(id);
      if (!found || !isRead(found)) return;
      this.#startAnew(found);
      this.writer.show(found);
      this.#isDirty = false;
      if (found.revision > 0 && !(await this.#own())) await this.#catchUp();
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
    return this.#do(async () => {
      const before = this.#draft;
      this.#draft = { ...before, name };
      this.writer.changed();
      if (before.revision === 0 || this.isFollowing) return;
      const draft = this.#next();
      // Where it is refused, the next save has the name, too.
      if (await this.#shelf!.save(draft, before).catch(() => false)) this.#draft = draft;
    });
  }

  /** Takes a document away; gives what brings it back. */
  remove(id: string): Promise<() => Promise<void>> {
    return this.#do(async () => {
      if (id === this.id) await this.#save();
      const bringBack = await this.#shelf!.remove(id);
      if (id === this.id) {
        this.#startAnew();
        this.writer.show(this.#draft);
        this.#isDirty = false;
      }
      this.writer.changed();
      return () => this.#do(bringBack);
    });
  }

  /** Keeps what is open in memory alone, and takes it off the machine; or puts it there again. */
  setPrivate(isPrivate: boolean): Promise<void> {
    return this.#do(async () => {
      if (isPrivate === this.isPrivate || this.isFollowing) return;
      await this.#save();
      const before = this.#shelf!;
      this.#leave();
      this.isPrivate = isPrivate;
      if (isPrivate) this.#shelf = new Shelf(await memory(), this.key);
      else await this.#openShelf();
      const shelf = this.#shelf!;
      const moved = isPrivate ? [this.id] : (await before.drafts()).map(({ id }) => id);
      for (const id of moved) {
        await shelf.take(id, before);
        await before.remove(id);
      }
      this.failure = shelf.store.place === "memory" && !isPrivate ? "refused" : undefined;
      if (!isPrivate && this.#draft.revision > 0) await this.#own();
      this.writer.changed();
    });
  }

  /** Takes all drafts off the machine; what is open stays in this page alone. */
  async clear(): Promise<void> {
    await this.#do(async () => {
      if (this.isFollowing) this.#startAnew();
    });
    await this.setPrivate(true);
    await this.#do(async () => {
      for (const store of await openStores()) await new Shelf(store, this.key).clear();
      tellCleared();
    });
    this.writer.changed();
  }

  /** Another window has cleared the machine: what is open here is not put there again. */
  async #clearedElsewhere(): Promise<void> {
    await this.#do(async () => {
      if (this.isFollowing) this.#startAnew({ ...emptyDraft(), name: this.#draft.name });
    });
    await this.setPrivate(true);
    this.edited();
    this.writer.tell({ what: "cleared" });
  }

  destroy(): void {
    this.#saveNow();
    this.#isGone = true;
    this.#saver.destroy();
    this.#leave();
  }
}
