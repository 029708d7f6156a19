// Drafts in memory: gone with the page. What is left where the browser keeps nothing, and where nothing is to be kept.

import type { Store } from "./store.ts";

export async function memory(): Promise<Store> {
  const held = new Map<string, unknown>();
  return {
    place: "memory",
    isWritable: true,
    all: async (prefix) => [...held].filter(([key]) => key.startsWith(prefix)).sort(),
    get: async (key) => held.get(key),
    put: async (key, value, isFree) => {
      if (isFree && !isFree(held.get(key))) return false;
      held.set(key, value);
      return true;
    },
    remove: async (keys) => keys.forEach((key) => held.delete(key)),
  };
}
