// Keeps what is written in the open draft: that it is saved, and who writes in it.

import { type Draft, type Unread, emptyDraft, isRead, newId, titleOf } from "./draft.ts";
import { Lease } from "./lease.ts";
import { Saver } from "./saver.ts";
import { Shelf } from "./shelf.ts";
import { memory } from "./memory.ts";
import { type Place, type Store, isFull, openStore, openStores } from "./store.ts";
import { isDue } from "./versions.ts";

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
  /** None of them can. */
  | { what: "unreadable" }
  /** What is written finds no room: nothing else comes in its place. */
  | { what: "stuck" }
  /** Another window has taken the draft off the machine, or all of them. */
  | { what: "private" | "cleared" };

/** The tool as the keeper sees it. */
export interface Writer {
  readonly written: Written;
  /** Did the host give the text, or is nothing to be changed? */
  readonly isGiven: boolean;
  /** Does a file hold the text? */
  readonly isFiled: boolean;
  /** Ends a word that is being composed. */
  settle(): void;
  /** Puts a draft in place of all. */
  show(draft: Written): void;
  /** Name, standing or failure are others. */
  changed(): void;
  tell(news: News): void;
}

/** How often a window that follows looks, in milliseconds. */
const LOOK = 2000;

export abstract class Keeping {
  /** Names this window. */
  protected readonly me = newId();
  readonly #saver: Saver;
  protected shelf: Shelf | undefined;
  #lease: Lease | undefined;
  protected draft: Draft = emptyDraft();
  /** What is done with drafts is done one after the other. */
  #queue: Promise<unknown> = Promise.resolve();
  protected isDirty = false;
  /** What stood there before all of it was replaced: versions, whatever their age. */
  protected replaced: string[] = [];
  /** Was room made since the store is full? */
  #isThinned = false;
  #look = 0;
  protected isGone = false;
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
      () => this.inTurn(() => this.save()),
      () => this.saveNow(),
    );
  }

  protected inTurn<T>(job: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(job);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** Where drafts lie; `undefined` while that is not known. */
  get place(): Place | undefined {
    return this.shelf?.store.place;
  }

  /** What stands in the editor. */
  protected get text(): string {
    return this.writer.written.text;
  }

  get id(): string {
    return this.draft.id;
  }

  get name(): string {
    return this.draft.name || titleOf(this.text);
  }

  /** The name that the writer gave it; empty if none. */
  get ownName(): string {
    return this.draft.name;
  }

  /** Is there a draft of the text, or will there be in a moment? Of what the host has set there is none. */
  get isKept(): boolean {
    return this.draft.revision > 0 && (this.isDirty || this.draft.text === this.text);
  }

  /** Would the text be there if the page was closed now? */
  get isSafe(): boolean {
    if (this.text === "" || this.isFollowing) return true;
    return this.place !== "memory" && this.shelf !== undefined && this.failure === undefined;
  }

  /** Opens the first outlet that can; what others hold of an earlier time comes into it. */
  protected async openShelf(): Promise<void> {
    const stores = await openStores();
    const store = stores.find(({ isWritable }) => isWritable) ?? (await memory());
    const shelf = this.#use(store);
    for (const other of stores)
      if (other !== store)
        await shelf.gather(other).catch((error: unknown) => {
          if (isFull(error)) this.failure = "full";
        });
  }

  #use(store: Store): Shelf {
    this.shelf = new Shelf(store, this.key);
    this.failure = store.place === "memory" && !this.isPrivate ? "refused" : undefined;
    return this.shelf;
  }

  /** A document that nothing is written of, which nobody else can have. */
  protected startAnew(draft = emptyDraft()): void {
    this.leave();
    this.isFollowing = this.isDirty = false;
    this.replaced = [];
    this.draft = draft;
  }

  /** Gives the draft up. */
  protected leave(): void {
    clearInterval(this.#look);
    this.#lease?.release();
    this.#lease = undefined;
  }

  protected show(draft: Draft): void {
    this.writer.show(draft);
    this.isDirty = false;
  }

  /** Comes to write in the draft, or follows the window that does; says whether it writes. */
  protected async own(): Promise<boolean> {
    this.leave();
    const { store } = this.shelf!;
    if (store.place !== "memory") {
      this.#lease = this.#newLease(this.shelf!);
      if (!(await this.#lease.take())) {
        this.#follow();
        return false;
      }
    }
    this.#lead();
    await this.shelf!.opened(this.id).catch(() => undefined);
    return true;
  }

  #newLease(shelf: Shelf): Lease {
    return new Lease(shelf.store, shelf.leaseKey(this.id), this.me, {
      asked: () =>
        this.inTurn(() => {
          this.writer.settle();
          return this.save();
        }),
      lost: () => {
        this.#follow();
        void this.inTurn(() => this.catchUp());
      },
      changed: () => void this.inTurn(() => this.catchUp()),
      left: () => void this.inTurn(() => this.#succeed()),
    });
  }

  /** Before another window can find a new draft, it can find who writes in it. */
  #claim(shelf: Shelf): void {
    if (this.#lease || this.draft.revision > 0 || shelf.store.place === "memory") return;
    this.#lease = this.#newLease(shelf);
    this.#lease.claim();
    void shelf.opened(this.id).catch(() => undefined);
  }

  #lead(): void {
    clearInterval(this.#look);
    this.isFollowing = false;
    this.writer.changed();
  }

  #follow(): void {
    clearInterval(this.#look);
    if (this.isGone) return;
    // What is being composed is part of what was written here.
    this.writer.settle();
    this.isFollowing = true;
    // A window that was killed tells nobody.
    this.#look = window.setInterval(() => void this.inTurn(() => this.#succeed()), LOOK);
    this.writer.changed();
  }

  /** Shows what the other window has saved; what was written here alone becomes a draft of its own. */
  protected async catchUp(): Promise<void> {
    const { draft } = this;
    const found = this.isFollowing && (await this.shelf!.draft(this.id).catch(() => undefined));
    if (this.isGone || !this.isFollowing || this.draft !== draft) return;
    const { text } = this;
    if (text !== draft.text && !(found && text === found.text)) {
      // What the host has set follows no other window.
      if (!this.isDirty) {
        this.startAnew();
        return this.writer.changed();
      }
      await this.part(false);
    }
    if (!found || !isRead(found)) return;
    this.draft = found;
    if (found.text !== this.text) this.show(found);
    this.writer.changed();
  }

  /** Goes on where the other window is gone. */
  async #succeed(): Promise<void> {
    await this.catchUp();
    const lease = this.#lease;
    if (!this.isFollowing || !(await lease?.take()) || lease !== this.#lease) return;
    await this.catchUp();
    this.#lead();
    this.writer.tell({ what: "alone" });
  }

  /** Writes here from now on; the other window follows. */
  takeOver(): Promise<void> {
    return this.inTurn(async () => {
      if (!this.isFollowing) return;
      await this.#lease?.takeOver();
      await this.catchUp();
      this.#lead();
    });
  }

  /** The text, or what is selected of it, is another. */
  edited(): void {
    this.isDirty = true;
    if (!this.isFollowing) this.#saver.touch();
  }

  /** The draft as it is to be written. */
  protected next(): Draft {
    const { text, anchor, head } = this.writer.written;
    const { revision } = this.draft;
    return { ...this.draft, text, anchor, head, time: Date.now(), revision: revision + 1, window: this.me };
  }

  /** Saves what is not saved; false if it could not, or if there is more by now. */
  protected async save(): Promise<boolean> {
    if (!this.isDirty || this.isFollowing || !this.shelf) return true;
    const before = this.draft;
    const draft = this.next();
    // Of what is empty from the beginning there is no draft.
    if (before.revision === 0 && draft.text === "") return true;
    if (draft.text === before.text && draft.name === before.name && before.anchor === draft.anchor) {
      this.isDirty = false;
      return true;
    }
    try {
      await this.#write(before, draft);
      this.#isThinned = false;
    } catch (error) {
      await this.#fail(error);
    }
    this.writer.changed();
    return !this.isDirty;
  }

  async #write(before: Draft, draft: Draft): Promise<void> {
    const shelf = this.shelf!;
    this.#claim(shelf);
    if (isDue(before, draft.text, draft.time)) await shelf.keep(draft.id, before);
    await this.#keepReplaced(draft);
    // Meanwhile the page may have been hidden, and something later saved.
    if (this.draft !== before) return;
    if (!(await shelf.save(draft, before))) return this.part(true);
    if (this.draft === before) this.#saved(draft);
    if (!this.#lease && (before.revision === 0 || shelf.store.place !== "memory")) await this.own();
  }

  async #keepReplaced({ id, time, text: current }: Draft): Promise<void> {
    for (let text; (text = this.replaced[0]) !== undefined; this.replaced.shift())
      if (text !== current) await this.shelf!.keep(id, { time, text, isWhole: true });
  }

  #saved(draft: Draft): void {
    this.draft = draft;
    // More may have been typed meanwhile.
    this.isDirty = this.text !== draft.text;
    this.failure = this.place === "memory" && !this.isPrivate ? "refused" : undefined;
    this.#lease?.saved();
  }

  /** Another window has written meanwhile: what stands here becomes a draft of its own, and neither is lost. */
  protected async part(isWriting: boolean): Promise<void> {
    const { text } = this;
    const standing = await this.shelf!.draft(this.id);
    const isOwn = isWriting && standing && isRead(standing) && standing.window === this.me;
    if (standing && isRead(standing) && (isOwn || standing.text === text)) {
      this.draft = standing;
      this.isDirty = this.text !== standing.text;
      return;
    }
    const own: Draft = { ...this.next(), id: newId(), revision: 1 };
    await this.shelf!.save(own, own);
    this.writer.tell({ what: "parted", name: own.name || titleOf(text) });
    if (!isWriting) return;
    this.#saved(own);
    await this.own();
  }

  /** What a store refuses is put where there is room, or in the next outlet. */
  async #fail(error: unknown): Promise<void> {
    try {
      if (isFull(error)) {
        // Once: a store that stays full must not eat all that was kept.
        if (this.#isThinned || !(await this.shelf!.thin())) throw error;
        this.#isThinned = true;
      } else {
        this.#use(await openStore(this.place === "indexed" ? "local" : "memory"));
        this.leave();
      }
      await this.#write(this.draft, this.next());
    } catch {
      this.failure = "full";
    }
  }

  /** Is all saved, or in a file, so that something else may come in its place? Else it is told. */
  protected async isSettled(): Promise<boolean> {
    const isSaved = (await this.save()) || (!this.failure && (await this.save()));
    if (isSaved || this.writer.isFiled) return true;
    this.writer.tell({ what: "stuck" });
    return false;
  }

  /** Saves at once: the page is going, or out of sight. */
  saveNow(): void {
    const { shelf, draft: before, replaced } = this;
    if (this.isFollowing || !shelf || shelf.store.place === "memory") return;
    const draft = this.next();
    const isSame = draft.text === before.text;
    // A text that the host has set is not written before the writer writes.
    if (isSame ? draft.anchor === before.anchor && draft.head === before.head : !this.isDirty) return;
    if (before.revision === 0 && draft.text === "") return;
    const due = isDue(before, draft.text, draft.time) ? [before.text] : [];
    this.#claim(shelf);
    const end = (isSaved: boolean) => {
      if (this.isGone) return;
      const isLast = this.draft === before;
      if (isSaved && isLast) this.#saved(draft);
      this.writer.changed();
      // What it left undone, now that the page is still there.
      void this.inTurn(async () => {
        if (isSaved && isLast && !isSame) {
          this.replaced.push(...due);
          await this.#keepReplaced(draft);
          if (!this.#lease) await this.own();
        }
        await this.save();
      });
    };
    shelf.saveNow(draft, before, [...replaced, ...due]).then(end, () => end(false));
  }

  destroy(): void {
    this.saveNow();
    this.isGone = true;
    this.#saver.destroy();
    this.leave();
  }
}
