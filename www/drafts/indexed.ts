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
  /** The browser may have closed the database meanwhile. */
  const done = async <T>(work: Work<T>, mode?: "readonly"): Promise<T> => {
    try {
      return await run(database, work, mode);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
      database = await opened();
      return run(database, work, mode);
    }
  };
  const asked = <T>(ask: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    done<T>((table, give) => {
      const request = ask(table);
      request.onsuccess = () => give(request.result);
    }, "readonly");
  const get = (key: string) => asked<unknown>((table) => table.get(key));

  // What can be opened may still refuse to be written to.
  const isWritable = await run(database, (table) => table.delete("probe")).then(
    () => true,
    () => false,
  );
  return {
    place: "indexed",
    isWritable,
    all: async (prefix) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      try {
        return await done<Entry[]>((table, give) => {
          const keys = table.getAllKeys(range);
          const values = table.getAll(range);
          values.onsuccess = () => give(keys.result.map((key, at) => [String(key), values.result[at]]));
        }, "readonly");
      } catch {
        // One value that cannot be read takes none of the others with it.
        const keys = (await asked((table) => table.getAllKeys(range))).map(String);
        const value = (key: string) => get(key).catch(() => undefined);
        return Promise.all(keys.map(async (key): Promise<Entry> => [key, await value(key)]));
      }
    },
    get,
    put: (key, value, isFree) =>
      done<boolean>((table, give, refuse) => {
        const put = () => {
          table.put(value, key);
          give(true);
          // Of a page that goes nobody will be there to see that all is asked for.
          table.transaction.commit?.();
        };
        if (!isFree) return put();
        const standing = table.get(key);
        standing.onsuccess = () => {
          try {
            if (isFree(standing.result)) put();
            else give(false);
          } catch (error) {
            // In an answer of the database nobody else hears of it.
            refuse(error);
          }
        };
      }),
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

/**
 * Does something in one step; gives what it gave once all of it is written. Strict: on the disk, not only with the
 * system.
 */
function run<T>(database: IDBDatabase, work: Work<T>, mode: IDBTransactionMode = "readwrite"): Promise<T> {
  return new Promise((resolve, reject) => {
    const options = { durability: "strict" } as IDBTransactionOptions;
    const transaction = database.transaction(TABLE, mode, options);
    let given: T;
    let error: unknown;
    transaction.oncomplete = () => resolve(given);
    // Why it failed the transaction knows only once it is given up, and then not always.
    transaction.onerror = ({ target }) => (error = (target as IDBRequest).error);
    transaction.onabort = () => reject(transaction.error ?? error ?? new Error("IndexedDB gave up"));
    work(transaction.objectStore(TABLE), (value) => (given = value), reject);
  });
}
