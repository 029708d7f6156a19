// The outline as a file of the writer's: saved, saved again, and whether the file is behind what is written.

import { type Outlet, type TextFile, saveBy } from "../files/outlets.ts";
import { Picked } from "../files/picked.ts";
import type { Desk } from "./desk.ts";
import { saveFile } from "./files.ts";
import { fileName } from "./output.ts";

const MARKDOWN = "text/markdown";

export class FileDesk {
  readonly #picked = new Picked();
  readonly #outlets: readonly Outlet[];
  /** What the file is called, and holds; `undefined`: there is none. */
  #file: TextFile | undefined;
  /** What stood there before the file was opened: who goes back to it has left the file. */
  #before: string | undefined;

  /** `show`: shows a text to be copied. */
  constructor(
    readonly desk: Desk,
    readonly written: () => string,
    readonly name: () => string,
    show: (text: string) => void,
  ) {
    const shown: Outlet = {
      can: () => true,
      save: ({ text }) => {
        show(text);
        return "shown";
      },
    };
    const downloaded: Outlet = {
      can: () => "download" in HTMLAnchorElement.prototype,
      save: ({ name, text }) => {
        saveFile(name, text, MARKDOWN);
        return "downloaded";
      },
    };
    this.#outlets = [this.#picked, downloaded, shown];
  }

  /** Is there a file that lacks what is written now? */
  get isBehind(): boolean {
    return this.#file !== undefined && this.#file.text !== this.written();
  }

  /** Is all that is written in a file? */
  get isCurrent(): boolean {
    return this.#file !== undefined && !this.isBehind;
  }

  /** An outline was opened in place of what stood there before. */
  opened(name: string, before: string, handle?: FileSystemFileHandle): void {
    this.#picked.handle = handle;
    this.#file = { name, text: this.written() };
    this.#before = before;
  }

  /** The text is another: perhaps the one from before the file. */
  follow(): void {
    if (this.#before !== undefined && this.#before === this.written() && this.isBehind) this.forget();
  }

  /** What is written belongs to no file. */
  forget(): void {
    this.#picked.handle = undefined;
    this.#file = this.#before = undefined;
  }

  /** Saves the outline: into its file, or into one that the writer chooses. */
  async save(): Promise<void> {
    const text = this.written();
    if (text === "") return this.desk.say(this.desk.words.nothingToSave);
    const name = this.#file?.name ?? `${fileName(this.name()) ?? this.desk.words.untitled}.md`;
    const outcome = await saveBy(this.#outlets, { name, text });
    if (outcome === "left") return;
    const words = this.desk.words.file;
    if (outcome === "shown") return this.desk.say(words.shown);
    const file = { name: this.#picked.handle?.name ?? name, text };
    this.#file = file;
    if (outcome === "written") return this.desk.say(words.written(file.name));
    // Whether a download arrives, no browser tells.
    this.desk.say(words.downloaded(file.name), [
      [words.notThere, () => this.#outlets[this.#outlets.length - 1]!.save(file)],
    ]);
  }
}
