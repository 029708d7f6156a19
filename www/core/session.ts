// One open document: see `Session` in ../core.d.ts.

import * as glue from "core-glue";
import type * as Face from "../core";
import { requireLoaded } from "./load.ts";
import { MAX_PLACE, checkedPlace, copied } from "./arguments.ts";

export class Session implements Face.Session {
  #session: glue.Session | undefined;

  constructor(source: string, options?: Face.Options) {
    requireLoaded();
    this.#session = new glue.Session(copied(source), copied(options));
  }

  get #open(): glue.Session {
    if (!this.#session) throw new Error("the session is closed");
    return this.#session;
  }

  edit(from: number, to: number, text: string): Face.Splice[] {
    return this.#open.edit(copied(from), copied(to), copied(text));
  }

  get source(): string {
    return this.#open.source();
  }

  get text(): string {
    return this.#open.text();
  }

  docx(): Uint8Array {
    return this.#open.docx();
  }

  html(): string {
    return this.#open.html();
  }

  blocks(start = 0, end = MAX_PLACE): Face.SummaryBlock[] {
    return this.#open.blocks(checkedPlace(start, "start"), checkedPlace(end, "end"));
  }

  get findings(): Face.Finding[] {
    return this.#open.findings();
  }

  get outline(): Face.Outline {
    return this.#open.outline();
  }

  get stats(): Face.Stats {
    return this.#open.stats();
  }

  close(): void {
    this.#session?.free();
    this.#session = undefined;
  }
}
