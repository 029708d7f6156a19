// What keeps the outline: its drafts on the machine and its file, what they are called, and whether all is in them.

import type { Editor } from "../editor/editor.ts";
import type { Desk } from "./desk.ts";
import { DraftDesk } from "./draft-desk.ts";
import { FileDesk } from "./file-desk.ts";
import type { Notices } from "./notices.ts";
import type { Unsaved } from "./settings.ts";

/** What the tool is asked and told. */
export interface Around {
  /** Can the outline not be changed? */
  isFixed(): boolean;
  /** Another window has come to write, or has gone. */
  turned(): void;
  /** Shows which document is open, and whether it is saved; `isOn`: drafts are kept. */
  show(isOn: boolean, title: string, state: string): void;
  /** Another document is open, or another part of it is saved. */
  changed(): void;
  /** Shows a text to be copied, where nothing else can save it. */
  showText(text: string): void;
}

export class Safekeeping {
  readonly drafts: DraftDesk;
  readonly #files: FileDesk;
  /** Is the host putting a text in? */
  #isGiving = false;
  /** What stood there before all of it was replaced. */
  #replaced = "";
  /** What was told last. */
  #told = "";
  /** Was the outline another window's to change when that was told last? */
  #wasFollowing = false;

  constructor(
    readonly desk: Desk,
    readonly editor: () => Editor,
    notices: Notices,
    readonly around: Around,
  ) {
    this.drafts = new DraftDesk(desk, editor, notices, {
      changed: () => this.#changed(),
      opened: () => this.forget(),
      save: () => this.saveFile(),
      isFixed: () => around.isFixed(),
      isFiled: () => this.#files.isCurrent,
    });
    this.#files = new FileDesk(
      desk,
      () => editor().text,
      () => this.name,
      (text) => around.showText(text),
    );
  }

  /** The name of the document. */
  get name(): string {
    return this.drafts.name;
  }

  /** What would be lost if the page was closed now. */
  get unsaved(): Unsaved {
    if (this.#files.isBehind) return "file";
    return this.#files.isCurrent || this.drafts.isSafe || this.editor().text === "" ? "" : "text";
  }

  /** The outline is another, or half a word of it: it is to be saved. */
  edited(): void {
    if (!this.#isGiving) this.drafts.edited();
  }

  /** The outline is another, and the summary has followed. */
  followed(): void {
    this.edited();
    this.#files.follow();
  }

  /** The host puts another outline in place of all. */
  give(put: () => void): void {
    this.#isGiving = true;
    try {
      this.forget();
      put();
    } finally {
      this.#isGiving = false;
    }
    this.drafts.given();
  }

  /** All of the outline is about to be replaced. */
  replacing(): void {
    this.#replaced = this.editor().text;
    this.drafts.replacing();
  }

  /** A file was opened in place of what stood there. */
  opened(name: string, handle?: FileSystemFileHandle): void {
    this.#files.opened(name, this.#replaced, handle);
    this.tell();
  }

  /** What is written belongs to no file. */
  forget(): void {
    this.#files.forget();
  }

  /** Saves the outline as a file. */
  saveFile(): void {
    void this.#files.save().then(() => this.tell());
  }

  #changed(): void {
    const { isFollowing } = this.drafts;
    const hasTurned = isFollowing !== this.#wasFollowing;
    this.#wasFollowing = isFollowing;
    if (hasTurned) this.around.turned();
    this.tell();
  }

  /** Shows the same in another language. */
  speak(): void {
    const told = this.#show();
    if (this.#told) this.#told = told;
  }

  /** Tells which document is open, and whether it is saved, if that is another than was told last. */
  tell(): void {
    if (this.#look() === this.#told) return;
    this.#told = this.#show();
    this.around.changed();
  }

  #show(): string {
    const { state, isOn } = this.drafts;
    this.around.show(isOn, this.#title, state);
    return this.#look();
  }

  get #title(): string {
    return this.name || this.desk.words.drafts.untitled;
  }

  /** All that is told, as one text. */
  #look(): string {
    const { state, isOn } = this.drafts;
    return JSON.stringify([isOn, this.#title, state, this.unsaved]);
  }

  destroy(): void {
    this.drafts.destroy();
  }
}
