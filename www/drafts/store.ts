// Where drafts are written down: keys and values, in the first outlet that can.

import { indexed } from "./indexed.ts";
import { local } from "./local.ts";
import { memory } from "./memory.ts";

export type Place = "indexed" | "local" | "memory";

/** What stands under a key: plain data. */
export type Entry = [key: string, value: unknown];

/** May a value be put where this stands? */
export type Check = (standing: unknown) => boolean;

export interface Store {
  readonly place: Place;
  /** What cannot be written to may still hold drafts. */
  readonly isWritable: boolean;
  /** All whose keys begin so, in the order of the keys; `undefined` for what cannot be read. */
  all(prefix: string): Promise<Entry[]>;
  get(key: string): Promise<unknown>;
  /**
   * Puts a value in one step with its check; false, and nothing is put, where the check says no. It is asked for at once:
   * the page may be going.
   */
  put(key: string, value: unknown, isFree?: Check): Promise<boolean>;
  remove(keys: readonly string[]): Promise<void>;
}

/** The outlets of the browser, from the best one on. */
const OUTLETS = { indexed, local };

/** All that can be opened, but for memory: each may hold something of an earlier time. */
export async function openStores(): Promise<Store[]> {
  const opened = await Promise.all(Object.values(OUTLETS).map((open) => open().catch(() => undefined)));
  return opened.filter((store) => store !== undefined);
}

/** An outlet, or memory where it cannot be had. */
export async function openStore(place: "local" | "memory"): Promise<Store> {
  return place === "local" ? local().catch(memory) : memory();
}

/** Is a store of the browser full? Firefox has had a name of its own for it. */
export const isFull = (error: unknown) =>
  error instanceof DOMException && /^(QuotaExceeded|NS_ERROR_DOM_QUOTA_REACHED)/.test(error.name);
