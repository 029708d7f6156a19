// Drafts in `localStorage`: small, but there where IndexedDB is refused.

import { type Store, isFull } from "./store.ts";

/** Others of the same origin, on file:// all local pages, have keys there, too. */
export const PREFIX = "outline-summary/";

export async function local(): Promise<Store> {
  // To ask for it may throw, and so may its first use.
  const storage = window.localStorage;
  const probe = `${PREFIX}probe`;
  try {
    storage.setItem(probe, "");
    storage.removeItem(probe);
  } catch (error) {
    // In what is full there may be drafts, and room again later.
    if (!isFull(error)) throw error;
  }

  const get = (key: string) => parsed(storage.getItem(PREFIX + key));
  return {
    place: "local",
    isWritable: true,
    all: async (prefix) =>
      Object.keys(storage)
        .filter((key) => key.startsWith(PREFIX + prefix))
        .sort()
        .map((key) => [key.slice(PREFIX.length), parsed(storage.getItem(key))]),
    get: async (key) => get(key),
    put: async (key, value, isFree) => {
      if (isFree && !isFree(get(key))) return false;
      storage.setItem(PREFIX + key, JSON.stringify(value));
      return true;
    },
    remove: async (keys) => keys.forEach((key) => storage.removeItem(PREFIX + key)),
  };
}

/** What is no JSON any more is told as the text that it is. */
export function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
