// How many blanks were filled in: a step that is undone takes back what it counted.

import { invertedEffects } from "@codemirror/commands";
import { StateEffect, StateField } from "@codemirror/state";

export const setFilled = StateEffect.define<number>();

export const filled = StateField.define<number>({
  create: () => 0,
  update: (count, { effects }) =>
    effects.reduce((count, each) => (each.is(setFilled) ? each.value : count), count),
  provide: (field) =>
    invertedEffects.of(({ effects, startState }) =>
      effects.filter((each) => each.is(setFilled)).map(() => setFilled.of(startState.field(field))),
    ),
});
