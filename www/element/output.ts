// The finished text on its way out: copied, saved as a Word document, printed.

import { copy, put, select } from "./copy.ts";
import type { Desk } from "./desk.ts";
import { saveFile } from "./files.ts";
import type { Paper } from "./paper.ts";
import { Printer } from "./print.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** How long the name of a file may be, in characters: some systems take no more, in bytes. */
const LONGEST_NAME = 60;

/** A title as the name of a file, without what no system takes; `undefined` if nothing is left. */
export function fileName(title: string): string | undefined {
  const name = title.replace(/[\\/:*?"<>|\u0000-\u001f\u2028]/g, "").trim();
  return [...name].slice(0, LONGEST_NAME).join("") || undefined;
}

export class Output {
  readonly #printer: Printer;

  /** `hasFocus`: is the writer in the tool? */
  constructor(
    readonly desk: Desk,
    readonly paper: Paper,
    hasFocus: () => boolean,
    /** Goes to the first blank. */
    readonly fill: () => void,
  ) {
    this.#printer = new Printer(() => desk.document, hasFocus);
  }

  /** Copies all of the text; says whether it did. */
  copy(): boolean {
    const { document, words } = this.desk;
    const copied = document && this.desk.guarded(() => document.all);
    if (!copied?.text) {
      if (!document || copied) this.desk.say(words.nothingToCopy);
      return false;
    }
    const isCopied = copy(copied);
    if (!isCopied) {
      // Of pages only those in sight are there.
      this.paper.isPaged = false;
      select(this.paper.sheet);
    }
    if (isCopied) this.#say(words.copied, document!.counts.blanks);
    else this.desk.say(words.copyByHand);
    return isCopied;
  }

  /** What is selected on paper is copied without the line breaks of the paper. */
  copySelected(event: ClipboardEvent): void {
    const selected = this.desk.guarded(() => this.paper.selected);
    if (!selected || !event.clipboardData) return;
    event.preventDefault();
    put(event.clipboardData, selected);
  }

  /** Saves a Word document. */
  saveDocx(): void {
    const { document, words } = this.desk;
    const { counts } = document ?? {};
    if (!document || !counts?.paragraphs) return this.desk.say(words.nothingToSave);
    this.desk.guarded(() => {
      const name = fileName(document.title) ?? words.untitled;
      saveFile(`${name}.docx`, document.docx, DOCX);
      this.#say((blanks) => words.saved(`${name}.docx`, blanks), counts.blanks);
    });
  }

  /** Prints the pages. */
  print(): void {
    const { document, words } = this.desk;
    const { counts } = document ?? {};
    if (!counts?.paragraphs) return this.desk.say(words.nothingToPrint);
    if (counts.blanks > 0) this.#say(words.printed, counts.blanks);
    this.desk.guarded(() => this.#printer.print());
  }

  /** Says what was done; blanks that are left keep nobody from it, and are a click away. */
  #say(text: (blanks: number) => string, blanks: number): void {
    this.desk.say(text(blanks), blanks > 0 && this.desk.isOpen ? [[this.desk.words.filling, this.fill]] : []);
  }

  destroy(): void {
    this.#printer.destroy();
  }
}
