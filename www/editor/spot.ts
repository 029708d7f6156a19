// The place in the outline that another part of the tool is about, while the writer is there.

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

/** Marks a place, or none. */
export const setSpot = StateEffect.define<{ from: number; to: number } | undefined>();

const spotted = Decoration.mark({ class: "cm-spot" });

export const spot = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marked, { effects, changes }) {
    for (const effect of effects)
      if (effect.is(setSpot))
        return effect.value
          ? Decoration.set(spotted.range(effect.value.from, effect.value.to))
          : Decoration.none;
    return marked.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});
