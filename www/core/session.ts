// One open document: see `Session` in ../core.d.ts.

import * as glue from "glue";
import type * as Face from "../core";
import { requireLoaded } from "./load.ts";

export class Session implements Face.Session {
  #session: glue.Session | undefined;

  constructor(source: string, options?: Face.Options) {
    requireLoaded();
    this.#session = new glue.Session(source, options);
  }

  get #open(): glue.Session {
    if (!this.#session) throw new Error("the session is closed");
    return this.#session;
  }

  edit(from: number, to: number, text: string): Face.Splice[] {
    return this.#open.edit(from, to, text);
  }

  get source(): string {
    return this.#open.source();
  }

  get text(): string {
    return this.#open.text();
  }

  blocks(start = 0, end = MAX_BLOCKS): Face.SummaryBlock[] {
    return this.#open.blocks(start, end);
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

/** The largest number that the wasm takes. */
const MAX_BLOCKS = 0xffffffff;
