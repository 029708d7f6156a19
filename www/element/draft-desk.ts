// Where drafts are kept: between the keeper, the editor, the panel and what is told.

import { type Draft, isRead, titleOf } from "../drafts/draft.ts";
import { Keeper, type News, type Written } from "../drafts/keeper.ts";
import { type Version, changeOf } from "../drafts/versions.ts";
import type { Editor } from "../editor/editor.ts";
import type { Desk } from "./desk.ts";
import { type DraftActions, DraftForm, type DraftView } from "./draft-form.ts";
import type { Notices } from "./notices.ts";
import { when } from "./when.ts";

/** How long the list waits for more changes, in milliseconds. */
const PAUSE = 200;

export class DraftDesk {
  #keeper: Keeper | undefined;
  #form: DraftForm | undefined;
  #drawing = 0;
  #versions: Version[] = [];
  /** What was deleted since the page is open, the last one last. */
  #removed: { name: string; bringBack: () => Promise<unknown> }[] = [];
  #isGiven = false;

  /** `changed`: name or standing are others. `opened`: another document is there. `save`: saves a file. */
  constructor(
    readonly desk: Desk,
    readonly editor: () => Editor,
    readonly notices: Notices,
    readonly around: {
      changed(): void;
      opened(): void;
      save(): void;
      isFixed(): boolean;
      isFiled(): boolean;
    },
  ) {}

  /** Keeps drafts under a key, or none. */
  keep(key: string | undefined, isGiven: boolean): void {
    if (key === this.#keeper?.key) return;
    this.#keeper?.destroy();
    this.#isGiven = isGiven;
    const desk = this;
    this.#keeper =
      key === undefined
        ? undefined
        : new Keeper(key, {
            get written() {
              return desk.#written;
            },
            get isGiven() {
              return desk.#isGiven || desk.around.isFixed() || desk.#written.text !== "";
            },
            get isFiled() {
              return desk.around.isFiled();
            },
            settle: () => this.editor().settle(),
            show: (draft) => this.#show(draft),
            changed: () => this.#changed(),
            tell: (news) => this.#tell(news),
          });
    this.around.changed();
  }

  get #written(): Written {
    const { state } = this.editor().view;
    const { anchor, head } = state.selection.main;
    return { text: state.doc.toString(), anchor, head };
  }

  get isOn(): boolean {
    return this.#keeper !== undefined;
  }

  /** Is what is written safe in a store? */
  get isSafe(): boolean {
    return this.#keeper?.isSafe ?? false;
  }

  /** Does another window write? */
  get isFollowing(): boolean {
    return this.#keeper?.isFollowing ?? false;
  }

  get name(): string {
    return this.#keeper?.name ?? titleOf(this.#written.text);
  }

  /** What is said of the draft in two words. */
  get state(): string {
    const { states } = this.desk.words.drafts;
    const keeper = this.#keeper;
    if (!keeper || this.#written.text === "") return "";
    if (keeper.isFollowing) return states.following;
    if (keeper.isPrivate) return states.private;
    if (!keeper.isSafe) return states.unsafe;
    return keeper.isKept ? states.saved : "";
  }

  /** The writer has changed the outline. */
  edited(): void {
    this.#keeper?.edited();
  }

  /** The host has. */
  given(): void {
    this.#isGiven = true;
    this.#keeper?.given();
  }

  /** All of it is about to be replaced. */
  replacing(): void {
    this.#keeper?.keep();
  }

  saveNow(): void {
    this.#keeper?.saveNow();
  }

  #show({ text, anchor, head }: Written): void {
    const editor = this.editor();
    // A browser that gives a page back what stood in it was faster.
    if (text !== this.#written.text) editor.open(text);
    const place = (at: number) => Math.min(at, text.length);
    editor.view.dispatch({ selection: { anchor: place(anchor), head: place(head) }, scrollIntoView: true });
    this.notices.drop("offered");
    this.around.opened();
  }

  #changed(): void {
    // One that is given up may still come to the end of a save.
    if (!this.#keeper) return;
    const { failure, isFollowing, isPrivate } = this.#keeper;
    if (!failure || isPrivate) this.notices.drop("unsafe");
    else
      this.notices.set("unsafe", {
        text: ({ drafts }) => drafts.failures[failure],
        offers: (words) => [[words.saveFile, () => this.around.save()]],
        isLasting: true,
      });
    if (isFollowing) {
      this.notices.drop("alone");
      this.notices.set("following", {
        text: ({ drafts }) => drafts.following,
        offers: ({ drafts }) => [
          [drafts.takeOver, () => void this.#keeper?.takeOver()],
          [drafts.create, () => void this.#keeper?.open()],
        ],
        isLasting: true,
      });
    } else {
      this.notices.drop("following");
    }
    this.around.changed();
    this.#drawSoon();
  }

  #tell(news: News): void {
    const { language } = this.desk;
    switch (news.what) {
      case "offered":
        if (this.around.isFixed()) return;
        return this.notices.set("offered", {
          text: ({ drafts }) => drafts.offered(when(news.draft.time, this.desk.language)),
          offers: ({ drafts }) => [[drafts.useOffered, () => this.#use(news.draft)]],
        });
      case "clock":
        return this.notices.set("clock", { text: ({ drafts }) => drafts.clock(when(news.time, language)) });
      case "parted":
        return this.notices.set("parted", {
          text: ({ drafts }) => drafts.parted(news.name || drafts.untitled),
        });
      case "unread":
        return this.notices.set("unread", {
          text: ({ drafts }) =>
            (["newer", "broken"] as const)
              .map((why) => {
                const { length } = news.drafts.filter((each) => each.why === why);
                return length > 0 ? drafts.unreadNotice[why](length) : "";
              })
              .join(""),
        });
      case "unreadable":
        return this.notices.set("unread", { text: ({ drafts }) => drafts.unreadable, isLasting: true });
      case "stuck": {
        const { drafts, saveFile } = this.desk.words;
        return this.desk.say(drafts.stuck, [[saveFile, () => this.around.save()]]);
      }
      default: {
        const { what } = news;
        if (what !== "alone") this.#removed = [];
        return this.notices.set(what, { text: ({ drafts }) => drafts[what === "private" ? "gone" : what] });
      }
    }
  }

  #use({ text }: Draft): void {
    if (!this.desk.isOpen) return;
    this.notices.drop("offered");
    this.desk.open(text);
    this.desk.say(this.desk.words.drafts.isUsed);
  }

  /** The panel, made anew in the language of the moment. */
  open(): HTMLElement {
    this.#form = new DraftForm(this.desk.words, this.#actions);
    void this.#draw();
    return this.#form.element;
  }

  close(): void {
    this.#form = undefined;
  }

  #drawSoon(): void {
    if (!this.#form) return;
    clearTimeout(this.#drawing);
    this.#drawing = window.setTimeout(() => void this.#draw(), PAUSE);
  }

  async #draw(): Promise<void> {
    const keeper = this.#keeper;
    if (!keeper) return;
    const [found, versions] = await Promise.all([
      keeper.documents().catch(() => []),
      keeper.versions().catch(() => []),
    ]);
    this.#versions = versions;
    const at = (time: number) => when(time, this.desk.language);
    const own = found.find(({ id }) => id === keeper.id);
    const view: DraftView = {
      name: keeper.ownName,
      title: titleOf(this.#written.text),
      place: keeper.place,
      isPrivate: keeper.isPrivate,
      isFollowing: keeper.isFollowing,
      documents: [
        ...(own ? [] : [{ id: keeper.id, name: keeper.name, time: "", isOpen: true, isUnread: false }]),
        ...found.map((each) => ({
          id: each.id,
          name: isRead(each) ? each.name || titleOf(each.text) : titleOf(each.text),
          time: isRead(each) ? at(each.time) : "",
          isOpen: each.id === keeper.id,
          isUnread: !isRead(each),
        })),
      ],
      versions: versions.map(({ number, time, text }, index) => {
        const earlier = versions[index + 1];
        return { number, time: at(time), change: earlier && changeOf(earlier.text, text) };
      }),
      removed: this.#removed.map(({ name }) => name),
    };
    this.#form?.show(view);
  }

  readonly #actions: DraftActions = {
    create: () => void this.#keeper?.open().then(() => this.editor().view.focus()),
    rename: (name) => void this.#keeper?.rename(name),
    open: (id) => void this.#open(id),
    remove: (id) => void this.#remove(id),
    bringBack: (at) => void this.#bringBack(at),
    restore: (number) => this.#restore(number),
    setPrivate: (is) => void this.#setPrivate(is),
    clear: () => void this.#clear(),
  };

  /** Opens a document; of one that cannot be read, what is left of it, as a document of its own. */
  async #open(id: string): Promise<void> {
    const keeper = this.#keeper!;
    const found = (await keeper.documents()).find((each) => each.id === id);
    if (!found || id === keeper.id) return;
    if (isRead(found)) await keeper.open(id);
    else {
      const { isCopy, isLost } = this.desk.words.drafts;
      if (found.text === "") this.desk.say(isLost);
      else if (await keeper.add(found.text)) this.desk.say(isCopy);
    }
    this.#drawSoon();
  }

  async #remove(id: string): Promise<void> {
    const keeper = this.#keeper!;
    const found = (await keeper.documents()).find((each) => each.id === id);
    const text = found?.text ?? this.#written.text;
    const name = (found && isRead(found) && found.name) || titleOf(text);
    const wasOpen = id === keeper.id;
    const bringBack = await keeper.remove(id).catch(() => {
      this.desk.say(this.desk.words.drafts.cannotClear);
    });
    if (!bringBack) return;
    this.#removed.push({
      name,
      bringBack: async () => {
        await bringBack();
        if (wasOpen) await keeper.open(id);
      },
    });
    this.#drawSoon();
  }

  async #bringBack(at: number): Promise<void> {
    const [removed] = this.#removed.splice(at, 1);
    await removed?.bringBack();
    this.#drawSoon();
  }

  #restore(number: number): void {
    const version = this.#versions.find((each) => each.number === number);
    if (!version || !this.desk.isOpen || version.text === this.#written.text) return;
    this.desk.put(version.text);
    this.desk.say(this.desk.words.drafts.isRestored(when(version.time, this.desk.language)));
  }

  async #setPrivate(is: boolean): Promise<void> {
    const says = this.desk.words.drafts;
    try {
      await this.#keeper?.setPrivate(is);
      this.#removed = [];
      this.desk.say(says[is ? "isPrivate" : "isPublic"]);
    } catch {
      this.desk.say(says.cannotClear);
    }
    this.#drawSoon();
  }

  async #clear(): Promise<void> {
    try {
      await this.#keeper?.clear();
      this.#removed = [];
      this.desk.say(this.desk.words.drafts.isCleared);
    } catch {
      this.desk.say(this.desk.words.drafts.cannotClear);
    }
    this.#drawSoon();
  }

  destroy(): void {
    clearTimeout(this.#drawing);
    this.#keeper?.destroy();
    this.#keeper = undefined;
  }
}
