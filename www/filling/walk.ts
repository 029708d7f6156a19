// From blank to blank: which one is next, which are alike, how many are left. The caret is the place.

import type { Blank } from "../core";

export class Walk {
  blanks: readonly Blank[] = [];
  /** Of how many: the most that there were since the text began. */
  total = 0;

  /** The blanks of the text as it stands. */
  follow(blanks: readonly Blank[]): void {
    this.blanks = blanks;
    this.counted(blanks.length);
  }

  /** So many are left. */
  counted(left: number): void {
    this.total = Math.max(this.total, left);
  }

  /** Another text begins. */
  begin(): void {
    this.blanks = [];
    this.total = 0;
  }

  /** The blank at a place, or the next one behind it, round the end. */
  at(place: number): Blank | undefined {
    return this.blanks.find(({ to }) => to > place) ?? this.blanks[0];
  }

  after({ index }: Blank): Blank | undefined {
    return this.blanks[index + 1] ?? this.blanks[0];
  }

  before({ index }: Blank): Blank | undefined {
    return this.blanks[index - 1] ?? this.blanks[this.blanks.length - 1];
  }

  /** Those that take the same value, itself among them; of what is computed none does. */
  alike(blank: Blank): readonly Blank[] {
    return blank.kind === undefined || formulaOf(blank) !== undefined
      ? [blank]
      : this.blanks.filter(({ kind }) => kind === blank.kind);
  }
}

/** What a blank is to be computed of. */
export const formulaOf = ({ run }: Blank): string | undefined => /^\{[^=}]*=\s*([^}]*?)\s*\}$/.exec(run)?.[1];
