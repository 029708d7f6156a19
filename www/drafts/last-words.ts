// What a page leaves as it goes: `localStorage` writes at once, where a larger store may not come to the end.

import type { Draft } from "./draft.ts";
import { PREFIX, parsed } from "./local.ts";
import type { Store } from "./store.ts";

/** A draft, what it followed, and texts that it replaced. */
export type Words = Partial<Draft> & {
  before?: Pick<Draft, "revision" | "window">;
  replaced?: readonly string[];
};

const WORDS = "words/";

/** What may be refused, done if it can be. */
function tried<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** Where there is no room for them, the store itself has them: it is asked to put them without a look at what stands. */
export function leaveWords(key: string, words: Words, store: Store): void {
  const name = WORDS + key;
  const isLeft = tried(() => {
    localStorage.setItem(PREFIX + name, JSON.stringify(words));
    return true;
  });
  if (!isLeft) store.put(name, words).catch(() => undefined);
}

export async function takeWords(key: string, store: Store): Promise<void> {
  tried(() => localStorage.removeItem(PREFIX + WORDS + key));
  await store.remove([WORDS + key]).catch(() => undefined);
}

/** All that was left under keys that begin so. */
export async function lastWords(prefix: string, store: Store): Promise<[key: string, words: Words][]> {
  const start = WORDS + prefix;
  const left = tried(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX + start))
      .map((key): [string, unknown] => [key.slice(PREFIX.length), parsed(localStorage.getItem(key))]),
  );
  const entries = [...(left ?? []), ...(await store.all(start))];
  return entries.map(([key, words]) => [key.slice(WORDS.length), (words ?? {}) as Words]);
}
