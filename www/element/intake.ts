// What comes in as a whole: a finished text that is pasted, a file that is opened or dropped.

import { LARGEST_FILE, unreadable } from "../core/file.ts";
import { pick } from "../files/picked.ts";
import type { Desk } from "./desk.ts";
import { READABLE, chooseFile, dropFiles, readBytes } from "./files.ts";
import type { Offer } from "./messages.ts";
import { LONG_TEXT, type Progress, isLong, painted } from "./progress.ts";
import { type Reading, readOpened, readPasted, refusal, told } from "./reading.ts";

export class Intake {
  /** How many files and long texts have come: the last one counts, and shows how far it is. */
  #turns = 0;

  constructor(
    readonly desk: Desk,
    frame: HTMLElement,
    cover: HTMLElement,
    readonly progress: Progress,
    /** An outline of its own was opened, perhaps from a file that can be written. */
    readonly opened: (name: string, handle?: FileSystemFileHandle) => void,
  ) {
    dropFiles(
      frame,
      cover,
      () => desk.isOpen,
      (file) => void this.#open(file),
    );
  }

  /** What a pasted text is as an outline; told when it stands there. */
  paste(text: string, isAll: boolean): string | undefined {
    if (!this.desk.isOpen) return undefined;
    return this.desk.guarded(() => {
      const found = readPasted(text, isAll);
      if (found) queueMicrotask(() => this.#tell(found));
      return found?.markdown;
    });
  }

  /** Does what takes long for a text of such a length, once the writer sees so; false if it takes but a moment. */
  putOff(length: number, action: () => void): boolean {
    if (length <= LONG_TEXT || !this.desk.isOpen) return false;
    const turn = ++this.#turns;
    this.desk.say("");
    this.progress.show(this.desk.words.readingText);
    void painted()
      .then(() => this.desk.isOpen && action())
      .finally(() => turn === this.#turns && this.progress.hide());
    return true;
  }

  /** Lets the writer choose a file, and reads it in place of the outline. */
  async choose(): Promise<void> {
    const picked = await pick(READABLE);
    if (picked) await this.#open(...picked);
    else if (picked === undefined) chooseFile(READABLE, (file) => void this.#open(file));
  }

  /** Reads a file in place of the outline, unless another one is opened meanwhile. */
  async #open(file: File, handle?: FileSystemFileHandle): Promise<void> {
    const turn = ++this.#turns;
    const isWanted = () => turn === this.#turns && this.desk.isOpen;
    this.progress.hide();
    if (file.size > LARGEST_FILE) return this.#take({ ...unreadable("file-too-large"), isAll: true });
    this.desk.say("");
    const words = isLong(file) ? this.desk.words.reading(file.name) : undefined;
    try {
      const bytes = await readBytes(file, isWanted, (share) => words && this.progress.show(words, share));
      if (words && isWanted()) {
        this.progress.show(words);
        await painted();
      }
      if (bytes && isWanted())
        this.desk.guarded(() => this.#take(readOpened(file.name, bytes), file.name, handle));
    } catch {
      if (isWanted()) this.desk.say(this.desk.words.cannotOpen);
    } finally {
      if (turn === this.#turns) this.progress.hide();
    }
  }

  /** Puts in what a file was read as, or says why it was not. */
  #take(found: Reading, name = "", handle?: FileSystemFileHandle): void {
    const refused = refusal(found, this.desk.language);
    if (refused !== undefined) return this.desk.say(refused);
    this.desk.open(found.markdown);
    if (/\.(md|markdown)$/i.test(name)) this.opened(name, handle);
    this.#tell(found);
  }

  /** Says what was read, and offers what would make it better. */
  #tell(found: Reading): void {
    const language = this.desk.language;
    this.desk.say(told(found, language, this.desk.words), found.isAll ? this.#offers(found) : []);
  }

  #offers({ markdown: { length }, findings, habits, standard }: Reading): Offer[] {
    const put = (text: () => string) => () => {
      const action = () => this.desk.guarded(() => this.desk.put(text()));
      if (!this.putOff(length, action)) action();
    };
    const offers = findings
      .filter(({ fix }) => fix?.edits[0]?.from === 0)
      .map(({ fix }): Offer => [fix!.label[this.desk.language], put(() => fix!.edits[0]!.text)]);
    if (standard && habits.name !== "gongwen")
      offers.push([this.desk.words.standard, put(() => standard().markdown)]);
    return offers;
  }
}
