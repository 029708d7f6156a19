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
  /** All whose keys begin so, in the order of the keys. */
  all(prefix: string): Promise<Entry[]>;
  get(key: string): Promise<unknown>;
  /** Puts a value in one step with its check; false, and nothing is put, where the check says no. */
  put(key: string, value: unknown, isFree?: Check): Promise<boolean>;
  /** Puts a value without waiting for anything: the page is going. */
  putNow(key: string, value: unknown): void;
  remove(keys: readonly string[]): Promise<void>;
}

/** Rejects where the browser refuses it. */
export type Outlet = () => Promise<Store>;

const OUTLETS: readonly Outlet[] = [indexed, local, memory];

/** The first outlet that can, from `first` on; the last one always can. */
export async function openStore(first: Place = "indexed"): Promise<Store> {
  const places: readonly Place[] = ["indexed", "local", "memory"];
  for (const open of OUTLETS.slice(places.indexOf(first))) {
    try {
      return await open();
    } catch {
      // The next one is tried.
    }
  }
  return memory();
}

/** All outlets that can, but for memory: each may hold something of an earlier time. */
export async function openStores(): Promise<Store[]> {
  const opened = await Promise.all([indexed, local].map((open) => open().catch(() => undefined)));
  return opened.filter((store) => store !== undefined);
}

/** Is a store of the browser full? Firefox has had a name of its own for it. */
export const isFull = (error: unknown) =>
  error instanceof DOMException && /^(QuotaExceeded|NS_ERROR_DOM_QUOTA_REACHED)/.test(error.name);
