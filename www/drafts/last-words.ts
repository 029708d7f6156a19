// What a page leaves as it goes: `localStorage` writes at once, where a larger store may not come to the end.

import { PREFIX, parsed } from "./local.ts";
import type { Entry } from "./store.ts";

const WORDS = `${PREFIX}words/`;

/** What may be refused, done if it can be. */
function tried<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

export const leaveWords = (key: string, value: unknown): void =>
  void tried(() => localStorage.setItem(WORDS + key, JSON.stringify(value)));

export const takeWords = (key: string): void => void tried(() => localStorage.removeItem(WORDS + key));

/** All that was left under keys that begin so. */
export const lastWords = (prefix: string): Entry[] =>
  tried(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(WORDS + prefix))
      .map((key): Entry => [key.slice(WORDS.length), parsed(localStorage.getItem(key))]),
  ) ?? [];
