// From blank to blank: which one is next, which are alike, which are computed. The caret is the place.

import type { Blank, Fact } from "../core";

export class Walk {
  blanks: readonly Blank[] = [];
  #formulas = new Map<string, string>();

  /** The blanks and facts of the text as it stands. */
  follow(blanks: readonly Blank[], facts: readonly Fact[]): void {
    this.blanks = blanks;
    this.#formulas = new Map(
      facts.flatMap(({ name, formula }) => (formula === undefined ? [] : [[name, formula]])),
    );
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

  /** What a blank is to be computed of, there or elsewhere. */
  formulaOf({ name }: Blank): string | undefined {
    return name === undefined ? undefined : this.#formulas.get(name);
  }

  /** Those that take the same value, itself among them; of what is computed none does. */
  alike(blank: Blank): readonly Blank[] {
    if (blank.kind === undefined || this.formulaOf(blank) !== undefined) return [blank];
    return this.blanks.filter(({ kind }) => kind === blank.kind);
  }
}
