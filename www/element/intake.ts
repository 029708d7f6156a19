// What comes in as a whole: a finished text that is pasted, a file that is opened or dropped.

import { chooseFile, dropFiles } from "./files.ts";
import type { Offer } from "./messages.ts";
import { type Reading, readOpened, readPasted, refusal, told } from "./reading.ts";
import { type Language, strings } from "./strings.ts";

/** What the tool around does with it. */
export interface Desk {
  language(): Language;
  /** Is there a document, and may it be changed? */
  isOpen(): boolean;
  /** Puts another outline in place of all, as a step that can be undone. */
  put(text: string): void;
  say(message: string, offers?: readonly Offer[]): void;
  /** Does what may bring the core down. */
  guarded<T>(action: () => T): T | undefined;
}

export class Intake {
  constructor(
    readonly desk: Desk,
    frame: HTMLElement,
    cover: HTMLElement,
  ) {
    dropFiles(
      frame,
      cover,
      () => desk.isOpen(),
      (file) => void this.#open(file),
    );
  }

  get #words() {
    return strings[this.desk.language()];
  }

  /** What a pasted text is as an outline; told when it stands there. */
  paste(text: string, isAll: boolean): string | undefined {
    if (!this.desk.isOpen()) return undefined;
    return this.desk.guarded(() => {
      const found = readPasted(text, isAll);
      if (found) queueMicrotask(() => this.#tell(found));
      return found?.markdown;
    });
  }

  /** Lets the writer choose a file, and reads it in place of the outline. */
  choose(): void {
    chooseFile((file) => void this.#open(file));
  }

  async #open(file: File): Promise<void> {
    this.desk.say(this.#words.reading);
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (!this.desk.isOpen()) return;
    this.desk.guarded(() => {
      const found = readOpened(file.name, bytes);
      const refused = refusal(found, this.desk.language());
      if (refused !== undefined) return this.desk.say(refused);
      this.desk.put(found.markdown);
      this.#tell(found);
    });
  }

  /** Says what was read, and offers what would make it better. */
  #tell(found: Reading): void {
    const language = this.desk.language();
    this.desk.say(told(found, language, this.#words), found.isAll ? this.#offers(found) : []);
  }

  #offers({ findings, habits, standard }: Reading): Offer[] {
    const put = (text: () => string) => () => this.desk.guarded(() => this.desk.put(text()));
    const offers = findings
      .filter(({ fix }) => fix?.edits[0]?.from === 0)
      .map(({ fix }): Offer => [fix!.label[this.desk.language()], put(() => fix!.edits[0]!.text)]);
    if (standard && habits.name !== "gongwen")
      offers.push([this.#words.standard, put(() => standard().markdown)]);
    return offers;
  }
}
