// Keeps what is written in the open draft: that it is saved, and who writes in it.

import { type Draft, type Unread, emptyDraft, isRead, newId, titleOf } from "./draft.ts";
import { Lease } from "./lease.ts";
import { Saver } from "./saver.ts";
import { Shelf } from "./shelf.ts";
import { type Place, isFull, openStore } from "./store.ts";
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
  /** What stood there before all of it was replaced: a version, whatever its age. */
  protected replaced = "";
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

  get id(): string {
    return this.draft.id;
  }

  get name(): string {
    return this.draft.name || titleOf(this.writer.written.text);
  }

  /** The name that the writer gave it; empty if none. */
  get ownName(): string {
    return this.draft.name;
  }

  /** Is there a draft of the text, or will there be in a moment? Of what the host has set there is none. */
  get isKept(): boolean {
    return this.draft.revision > 0 && (this.isDirty || this.draft.text === this.writer.written.text);
  }

  /** Would the text be there if the page was closed now? */
  get isSafe(): boolean {
    if (this.writer.written.text === "" || this.isFollowing) return true;
    return this.place !== "memory" && this.shelf !== undefined && this.failure === undefined;
  }

  /** Opens the first outlet that can. */
  protected async openShelf(first?: Place): Promise<void> {
    this.shelf = new Shelf(await openStore(first), this.key);
    this.failure = this.shelf.store.place === "memory" ? "refused" : undefined;
  }

  /** A document that nothing is written of, which nobody else can have. */
  protected startAnew(draft = emptyDraft()): void {
    this.leave();
    this.isFollowing = this.isDirty = false;
    this.replaced = "";
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
      this.#lease = new Lease(store, this.shelf!.leaseKey(this.id), this.me, {
        asked: () => this.inTurn(() => this.save()).then(() => undefined),
        lost: () => {
          this.#follow();
          void this.inTurn(() => this.catchUp());
        },
        changed: () => void this.inTurn(() => this.catchUp()),
        left: () => void this.inTurn(() => this.#succeed()),
        cleared: () => void this.clearedElsewhere(),
      });
      if (!(await this.#lease.take())) {
        this.#follow();
        return false;
      }
    }
    this.#lead();
    await this.shelf!.opened(this.id).catch(() => undefined);
    return true;
  }

  #lead(): void {
    clearInterval(this.#look);
    this.isFollowing = false;
    this.writer.changed();
  }

  #follow(): void {
    clearInterval(this.#look);
    if (this.isGone) return;
    this.isFollowing = true;
    // A window that was killed tells nobody.
    this.#look = window.setInterval(() => void this.inTurn(() => this.#succeed()), LOOK);
    this.writer.changed();
  }

  /** Shows what the other window has saved. */
  protected async catchUp(): Promise<void> {
    if (!this.isFollowing) return;
    const found = await this.shelf!.draft(this.id).catch(() => undefined);
    if (!found || !isRead(found) || !this.isFollowing) return;
    if (this.isDirty && this.writer.written.text !== found.text) await this.#part(false);
    this.draft = found;
    if (found.text !== this.writer.written.text) this.show(found);
    this.writer.changed();
  }

  /** Goes on where the other window is gone. */
  async #succeed(): Promise<void> {
    if (!this.isFollowing) return;
    await this.catchUp();
    if (!(await this.#lease?.take())) return;
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
    if (this.isFollowing) return;
    this.isDirty = true;
    this.#saver.touch();
  }

  /** The draft as it is to be written. */
  protected next(): Draft {
    const { text, anchor, head } = this.writer.written;
    const { revision } = this.draft;
    return { ...this.draft, text, anchor, head, time: Date.now(), revision: revision + 1, window: this.me };
  }

  /** Saves what is not saved; false if it could not. */
  protected async save(): Promise<boolean> {
    if (!this.isDirty || this.isFollowing || !this.shelf) return true;
    const before = this.draft;
    const draft = this.next();
    // Of what is empty from the beginning there is no draft.
    if (before.revision === 0 && draft.text === "") return true;
    this.isDirty = false;
    if (draft.text === before.text && draft.name === before.name && before.anchor === draft.anchor)
      return true;
    try {
      await this.#write(before, draft);
    } catch (error) {
      this.isDirty = true;
      await this.#fail(error);
    }
    this.writer.changed();
    return this.failure !== "full";
  }

  async #write(before: Draft, draft: Draft): Promise<void> {
    const shelf = this.shelf!;
    const isNew = before.revision === 0;
    if (isDue(before, draft.text, draft.time)) await shelf.keep(draft.id, before);
    const replaced = this.replaced;
    if (replaced && replaced !== draft.text) await shelf.keep(draft.id, { time: draft.time, text: replaced });
    if (await shelf.save(draft, before)) {
      this.replaced = "";
      if (this.draft.revision < draft.revision) this.draft = draft;
      this.failure = shelf.store.place === "memory" && !this.isPrivate ? "refused" : undefined;
      this.#lease?.saved();
      if (isNew) await this.own();
    } else {
      await this.#part(true);
    }
  }

  /** Another window has written meanwhile: what stands here becomes a draft of its own, and neither is lost. */
  async #part(isWriting: boolean): Promise<void> {
    const { text } = this.writer.written;
    const standing = await this.shelf!.draft(this.id);
    this.isDirty = false;
    if (standing && isRead(standing) && standing.text === text) {
      this.draft = standing;
      return;
    }
    const own: Draft = { ...this.next(), id: newId(), revision: 1 };
    await this.shelf!.save(own, own);
    this.writer.tell({ what: "parted", name: own.name || titleOf(text) });
    if (!isWriting) return;
    this.draft = own;
    await this.own();
  }

  /** What a store refuses is put where there is room, or in the next outlet. */
  async #fail(error: unknown): Promise<void> {
    const shelf = this.shelf!;
    try {
      if (isFull(error)) {
        if (!(await shelf.thin())) throw error;
      } else {
        await this.openShelf(shelf.store.place === "indexed" ? "local" : "memory");
        this.leave();
      }
      const draft = this.next();
      await this.shelf!.save(draft, this.draft);
      this.draft = draft;
      this.isDirty = false;
    } catch {
      this.failure = "full";
    }
  }

  /** The page is going, or out of sight: there is no time to ask who else has written. */
  saveNow(): void {
    const shelf = this.shelf;
    if (this.isFollowing || !shelf || shelf.store.place === "memory") return;
    const draft = this.next();
    const { text, anchor, head } = this.draft;
    const isOther = draft.text !== text || draft.anchor !== anchor || draft.head !== head;
    if (!isOther || (this.draft.revision === 0 && draft.text === "")) return;
    try {
      shelf.saveNow(draft);
      this.draft = draft;
      this.isDirty = false;
      this.#lease?.saved();
    } catch {
      // It is still in the page, and saved later if that stays.
      this.isDirty = true;
    }
  }

  destroy(): void {
    this.saveNow();
    this.isGone = true;
    this.#saver.destroy();
    this.leave();
  }

  /** Another window has cleared the machine. */
  protected abstract clearedElsewhere(): Promise<void>;
}
