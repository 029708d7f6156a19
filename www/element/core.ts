// The core that the bundle carries, started once for all elements of a page, and anew where it has stopped.

import * as carried from "carried-wasm";
import init, { renew } from "glue";
import { unpacked } from "./unpack.ts";

/** What stands on the core. */
export interface User {
  /** The core is no longer: what it gave is void. */
  stop(): void;
  /** A fresh one is there. */
  go(): void;
}

const users = new Set<User>();
let starting: Promise<void> | undefined;
let renewing: Promise<void> | undefined;

/** Starts the core, unless it is. One start that failed can be tried again. */
export function startCore(): Promise<void> {
  starting ??= unpacked(carried)
    .then((wasm) => WebAssembly.compile(wasm))
    .then((module) => init({ module_or_path: module }))
    .then(() => undefined)
    .catch((error: unknown) => {
      starting = undefined;
      throw error;
    });
  return renewing ?? starting;
}

/** Has a user told when the core is renewed; gives what ends that. */
export function useCore(user: User): () => void {
  users.add(user);
  return () => users.delete(user);
}

/** After a trap every call would fail, of all users: a fresh instance of the same module goes on. */
export function renewCore(): Promise<void> {
  users.forEach((user) => user.stop());
  renewing ??= renew().finally(() => {
    renewing = undefined;
    users.forEach((user) => user.go());
  });
  return renewing;
}
