// What the page keeps in the browser, read and written behind its back.

/** All that is stored, as keys and values. */
export const stored = (page) =>
  page.evaluate(async () => {
    const open = () =>
      new Promise((resolve) => {
        const request = indexedDB.open("outline-summary");
        // Nothing was written yet: none is made.
        request.onupgradeneeded = () => request.transaction.abort();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => resolve(undefined);
      });
    const database = await open();
    const local = Object.entries(localStorage).map(([key, value]) => [key, JSON.parse(value)]);
    if (!database) return Object.fromEntries(local);
    const table = database.transaction("drafts").objectStore("drafts");
    const result = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const [keys, values] = await Promise.all([result(table.getAllKeys()), result(table.getAll())]);
    database.close();
    return Object.fromEntries([...keys.map((key, at) => [key, values[at]]), ...local]);
  });

/** Writes something into the table of drafts. */
export const store = (page, entries) =>
  page.evaluate(async (entries) => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open("outline-summary", 1);
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = database.transaction("drafts", "readwrite");
    for (const [key, value] of Object.entries(entries)) transaction.objectStore("drafts").put(value, key);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  }, entries);

/** The texts of all drafts. */
export const texts = async (page) =>
  Object.entries(await stored(page))
    .filter(([key]) => key.includes("/draft/"))
    .map(([, { text }]) => text);
