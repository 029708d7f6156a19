// An open document: the core's session and preview, kept up with what is typed.

import * as glue from "glue";
import type { ChangeSet, Text } from "@codemirror/state";
import type { Finding, Options, Outline, Stats, SummaryBlock } from "../core";

/** What stands beside a line of the outline. */
export interface Margin {
  from: number;
  kind: "heading" | "point" | "item";
  level: number;
  number: string;
}

/** The counts of the status line. */
export interface Counts {
  words: number;
  paragraphs: number;
  blanks: number;
}

/** An edit: where it begins and ends in the text before it, and what comes to stand there. */
type Edit = [from: number, to: number, text: string];

/** More changes than these are followed as one: each costs the core a stretch of the text. */
const FEW = 8;

const MAX_PLACE = 0xffffffff;

export class OpenDocument {
  readonly #session: glue.Session;
  readonly #preview: glue.Preview;

  constructor(source: string, detail: Options["detail"], sheet: Element) {
    this.#session = new glue.Session(source, { detail });
    this.#preview = new glue.Preview(sheet, this.#session);
  }

  /** Follows the editor, whose text is `text` now. */
  follow(changes: ChangeSet, text: Text): void {
    const edits = editsOf(changes);
    for (const edit of edits.length > FEW ? [wholeOf(changes, text)] : edits)
      this.#preview.edit(this.#session, ...edit);
  }

  margin(from: number, to: number): Margin[] {
    return this.#session.margin(from, to);
  }

  blanks(from: number, to: number): Uint32Array {
    return this.#session.blanks(from, to);
  }

  headLength(): number {
    return this.#session.headLength();
  }

  blockAt(place: number): number | undefined {
    return this.#session.blockAt(place);
  }

  sourceAt(block: number, place: number): number | undefined {
    return this.#session.sourceAt(block, place);
  }

  get text(): string {
    return this.#session.text();
  }

  get blocks(): SummaryBlock[] {
    return this.#session.blocks(0, MAX_PLACE);
  }

  get findings(): Finding[] {
    return this.#session.findings();
  }

  get stats(): Stats {
    return this.#session.stats();
  }

  get counts(): Counts {
    return this.#session.totals();
  }

  get outline(): Outline {
    return this.#session.outline();
  }

  /** Gives its memory back. */
  close(): void {
    this.#preview.free();
    this.#session.free();
  }
}

/** The edits that make changes, from the last to the first: all their places count before the first. */
function editsOf(changes: ChangeSet): Edit[] {
  const edits: Edit[] = [];
  changes.iterChanges((from, to, _from, _to, text) => edits.push([from, to, text.toString()]));
  return edits.reverse();
}

/** All changes as one edit, from the first to the last. */
function wholeOf(changes: ChangeSet, text: Text): Edit {
  const before: number[] = [];
  const after: number[] = [];
  changes.iterChangedRanges((fromBefore, toBefore, fromAfter, toAfter) => {
    before.push(fromBefore, toBefore);
    after.push(fromAfter, toAfter);
  });
  return [before[0]!, before[before.length - 1]!, text.sliceString(after[0]!, after[after.length - 1]!)];
}
