// An open document: the core's session and preview, kept up with what is typed.

import * as glue from "glue";
import type { ChangeSet } from "@codemirror/state";
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

const MAX_PLACE = 0xffffffff;

export class OpenDocument {
  readonly #session: glue.Session;
  readonly #preview: glue.Preview;

  constructor(source: string, detail: Options["detail"], sheet: Element) {
    this.#session = new glue.Session(source, { detail });
    this.#preview = new glue.Preview(sheet, this.#session);
  }

  /** Follows the editor. */
  follow(changes: ChangeSet): void {
    const edits: [number, number, string][] = [];
    changes.iterChanges((from, to, _from, _to, text) => edits.push([from, to, text.toString()]));
    // From the last to the first: all places count before the first.
    for (const [from, to, text] of edits.reverse()) this.#preview.edit(this.#session, from, to, text);
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
