// An outline as the core sees it: its blanks, facts and figures, and the edits that change them.

import * as glue from "glue";
import type { Blank, Fact, MaskOptions, Masking } from "../core";
import { copied } from "../core/arguments.ts";
import { type Edit, difference } from "./edits.ts";

export class Outlined {
  constructor(readonly text: () => string) {}

  get blanks(): Blank[] {
    return glue.blanks(this.text());
  }

  get facts(): Fact[] {
    return glue.facts(this.text());
  }

  /** Fills blanks by their index, or all of a fact by its name. */
  filled(values: Record<number | string, string>): Edit[] {
    return glue.fillings(this.text(), copied(values));
  }

  /** Makes a fact of a blank. Throws a `TypeError` where no fact can have the name. */
  named(index: number, name: string): Edit[] {
    return difference(this.text(), glue.nameBlank(this.text(), index, name));
  }

  /** Sets facts at the head. Throws a `TypeError` where no fact can have a name. */
  withFacts(facts: Record<string, string>): Edit[] {
    return difference(this.text(), glue.setFacts(this.text(), copied(facts)));
  }

  maskings({ names = [], keep = [] }: MaskOptions): Masking[] {
    return glue.maskings(this.text(), copied({ names, keep }));
  }

  masked(options: MaskOptions): Edit[] {
    return this.maskings(options).map(({ from, to, mask }) => ({ from, to, text: mask }));
  }
}
