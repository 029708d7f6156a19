// Drafts in IndexedDB: large, and written without stopping the page.

import type { Entry, Store } from "./store.ts";

const DATABASE = "outline-summary";
const TABLE = "drafts";

/** A browser whose files are damaged may never answer, in milliseconds. */
const PATIENCE = 3000;

/** What is done in one step. */
type Work<T> = (table: IDBObjectStore, give: (value: T) => void, refuse: (error: unknown) => void) => unknown;

export async function indexed(): Promise<Store> {
  let database = await opened();
  // What can be opened may still refuse to be written to.
  await run(database, (table) => table.delete("probe"));

  /** The browser may have closed the database meanwhile. */
  const done = async <T>(work: Work<T>): Promise<T> => {
    try {
      return await run(database, work);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
      database = await opened();
      return run(database, work);
    }
  };
  return {
    place: "indexed",
    all: (prefix) =>
      done<Entry[]>((table, give) => {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
        const keys = table.getAllKeys(range);
        const values = table.getAll(range);
        values.onsuccess = () => give(keys.result.map((key, at) => [String(key), values.result[at]]));
      }),
    get: (key) =>
      done((table, give) => {
        const request = table.get(key);
        request.onsuccess = () => give(request.result);
      }),
    put: (key, value, isFree = () => true) =>
      done<boolean>((table, give, refuse) => {
        const standing = table.get(key);
        standing.onsuccess = () => {
          try {
            const isPut = isFree(standing.result);
            if (isPut) table.put(value, key);
            give(isPut);
          } catch (error) {
            // In an answer of the database nobody else hears of it.
            refuse(error);
          }
        };
      }),
    putNow: (key, value) => {
      const transaction = begun(database);
      transaction.objectStore(TABLE).put(value, key);
      // Nobody will be there to see that all is asked for.
      transaction.commit?.();
    },
    remove: (keys) => done((table) => keys.forEach((key) => table.delete(key))),
  };
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("IndexedDB does not answer")), PATIENCE);
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => {
      // A later version in another window must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}

/** Strict: on the disk, not only with the system, when it is said to be written. */
const begun = (database: IDBDatabase) =>
  database.transaction(TABLE, "readwrite", { durability: "strict" } as IDBTransactionOptions);

/** Does something in one step; gives what it gave once all of it is written. */
function run<T>(database: IDBDatabase, work: Work<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = begun(database);
    let given: T;
    transaction.oncomplete = () => resolve(given);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
    work(transaction.objectStore(TABLE), (value) => (given = value), reject);
  });
}
