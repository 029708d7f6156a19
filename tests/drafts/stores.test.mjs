// What a shelf keeps, in memory and in a store of text alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drafts } from "./modules.mjs";

/** `localStorage`, as a browser has it. */
class Storage {
  setItem(key, value) {
    this[key] = String(value);
  }
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  removeItem(key) {
    delete this[key];
  }
}

globalThis.window = { localStorage: new Storage() };

const draft = (id, more) => ({ ...drafts.emptyDraft(), id, revision: 1, window: "w", ...more });

for (const open of ["memory", "local"]) {
  const shelf = async (key = "k") => new drafts.Shelf(await drafts[open](), key);

  test(`${open}: a draft is written only over what it followed`, async () => {
    const one = await shelf("一/二");
    const first = draft("a", { text: "甲" });
    assert.equal(await one.save(first, drafts.emptyDraft()), true);
    const mine = { ...first, text: "甲乙", revision: 2 };
    const other = { ...first, text: "甲丙", revision: 2, window: "v" };
    assert.equal(await one.save(other, first), true);
    assert.equal(await one.save(mine, first), false);
    assert.deepEqual(await one.drafts(), [other]);
    // What a window wrote itself, without waiting, is nobody else's.
    assert.equal(await one.save({ ...other, text: "丁", revision: 4 }, first), true);
    assert.equal(await one.save({ ...other, text: "戊", revision: 3 }, other), false);
    assert.equal((await one.draft("a")).text, "丁");
  });

  test(`${open}: shelves keep to themselves, and what is removed can be brought back`, async () => {
    const [one, other] = [await shelf("一"), await shelf("一/")];
    await one.save(draft("a", { text: "甲" }), drafts.emptyDraft());
    await one.keep("a", { time: 1, text: "旧" });
    await one.keep("a", { time: 2, text: "旧" });
    assert.deepEqual(await other.drafts(), []);
    const bringBack = await one.remove("a");
    assert.deepEqual([await one.drafts(), await one.versions("a")], [[], []]);
    await bringBack();
    assert.equal((await one.draft("a")).text, "甲");
    assert.deepEqual(await one.versions("a"), [{ number: 1, time: 1, text: "旧" }]);
    await one.clear();
    assert.deepEqual(await one.drafts(), []);
  });
}

test("what a page left as it went is the draft, unless another window has written since", async () => {
  const storage = (globalThis.localStorage = window.localStorage);
  const leave = (draft) =>
    storage.setItem(`outline-summary/words/k/draft/${draft.id}`, JSON.stringify(draft));
  const shelf = new drafts.Shelf({ ...(await drafts.memory()), place: "indexed" }, "k");
  await shelf.save(draft("a", { text: "甲" }), drafts.emptyDraft());
  leave(draft("a", { text: "甲乙", revision: 2 }));
  assert.equal((await shelf.drafts())[0].text, "甲乙");
  leave(draft("a", { text: "甲", revision: 2, window: "v" }));
  assert.equal((await shelf.drafts())[0].text, "甲乙");
  assert.deepEqual(
    (await shelf.versions("a")).map(({ text }) => text),
    ["甲"],
  );
  leave(draft("b", { text: "丙" }));
  assert.equal((await shelf.drafts()).length, 2);
  leave(draft("b", { text: "丙丁", revision: 2 }));
  await shelf.remove("b");
  assert.equal((await shelf.drafts()).length, 1);
  assert.deepEqual(Object.keys(storage), []);
});

/** The texts of versions, from the oldest on. */
const versions = async (shelf, id) => (await shelf.versions(id)).map(({ text }) => text);

test("words that follow what another window wrote are the draft; the texts they replaced are versions", async () => {
  globalThis.localStorage = window.localStorage;
  const shelf = new drafts.Shelf({ ...(await drafts.memory()), place: "indexed" }, "k");
  const before = draft("a", { text: "甲" });
  await shelf.save(before, drafts.emptyDraft());
  const next = draft("a", { text: "甲乙", revision: 2, window: "v" });
  const late = draft("a", { text: "甲丙", revision: 2, window: "u" });
  assert.equal(await shelf.saveNow(next, before, ["旧"]), true);
  // The page was gone before the store had it.
  await shelf.store.put("k/draft/a", before);
  assert.deepEqual(await shelf.drafts(), [next]);
  // Another window has written meanwhile.
  assert.equal(await shelf.saveNow(late, before, []), false);
  assert.deepEqual(await shelf.drafts(), [next]);
  assert.deepEqual(await versions(shelf, "a"), ["旧", "甲丙"]);
});

test("of what one window writes twice as it goes the later stays", async () => {
  const shelf = new drafts.Shelf(await drafts.memory(), "k");
  const before = draft("a", { text: "甲", time: 1 });
  const [one, other] = [2, 3].map((time) => ({ ...before, revision: 2, text: `甲${time}`, time }));
  await shelf.save(before, drafts.emptyDraft());
  assert.equal(await shelf.save(other, before), true);
  assert.equal(await shelf.save(one, before), false);
  assert.deepEqual(await shelf.drafts(), [other]);
});

test("where local storage has no room for the last words, the store itself has them", async () => {
  globalThis.localStorage = undefined;
  const shelf = new drafts.Shelf({ ...(await drafts.memory()), place: "indexed" }, "k");
  const next = draft("a", { text: "甲" });
  await shelf.saveNow(next, drafts.emptyDraft(), []);
  await shelf.store.remove(["k/draft/a"]);
  assert.deepEqual(await shelf.drafts(), [next]);
  assert.deepEqual(await shelf.store.all("words/"), []);
});

test("what another store holds of an earlier time comes in: the older of two is a version", async () => {
  const [store, lesser] = [await drafts.memory(), await drafts.memory()];
  const [shelf, other] = [store, lesser].map((each) => new drafts.Shelf(each, "k"));
  const put = (shelf, id, text, time) => shelf.save(draft(id, { text, time }), drafts.emptyDraft());
  await put(shelf, "a", "甲", 2);
  await put(other, "a", "甲乙", 3);
  await other.keep("a", { time: 1, text: "旧" });
  await put(shelf, "b", "丙丁", 3);
  await put(other, "b", "丙", 2);
  await put(other, "c", "戊", 2);
  await lesser.put("k/draft/d", "坏");
  await other.opened("c");
  await shelf.gather(lesser);
  const found = await shelf.drafts();
  assert.deepEqual(
    found.map(({ text }) => text),
    ["甲乙", "丙丁", "戊", "坏"],
  );
  assert.deepEqual(await versions(shelf, "a"), ["旧", "甲"]);
  assert.deepEqual(await versions(shelf, "b"), ["丙"]);
  assert.equal(await shelf.last(), "c");
  assert.deepEqual(await other.drafts(), []);
});

test("what is brought back leaves alone what was written since", async () => {
  const shelf = new drafts.Shelf(await drafts.memory(), "k");
  await shelf.save(draft("a", { text: "甲", time: 1 }), drafts.emptyDraft());
  const bringBack = await shelf.remove("a");
  await shelf.save(draft("a", { text: "甲乙", time: 2, window: "v" }), drafts.emptyDraft());
  await bringBack();
  assert.equal((await shelf.draft("a")).text, "甲乙");
  assert.deepEqual(await versions(shelf, "a"), ["甲"]);
});

test("room is made by every other version of some age, never by the newest of a document", async () => {
  const shelf = new drafts.Shelf(await drafts.memory(), "k");
  const long = Date.now() - 9 * 86_400_000;
  for (const [at, id] of ["a", "a", "a", "b"].entries())
    await shelf.keep(id, { time: long + at * 86_400_000, text: `${at}` });
  await shelf.keep("c", { time: Date.now() - 60_000, text: "新" });
  await shelf.keep("c", { time: Date.now(), text: "更新" });
  assert.equal(await shelf.thin(), true);
  assert.deepEqual(await versions(shelf, "a"), ["1", "2"]);
  assert.deepEqual(await versions(shelf, "b"), ["3"]);
  assert.ok((await versions(shelf, "c")).includes("更新"));
  await shelf.thin();
  assert.deepEqual(await versions(shelf, "a"), ["2"]);
  assert.equal(await shelf.thin(), false);
});

test("what others have in the same storage stays", async () => {
  window.localStorage.setItem("别人的", "1");
  const shelf = new drafts.Shelf(await drafts.local(), "k");
  await shelf.save(draft("a", { text: "甲" }), drafts.emptyDraft());
  await shelf.clear();
  assert.deepEqual(Object.keys(window.localStorage), ["别人的"]);
});

test("a storage that throws when it is asked for is refused", async () => {
  const refusing = {
    get localStorage() {
      throw new Error("refused");
    },
  };
  const before = globalThis.window;
  globalThis.window = refusing;
  await assert.rejects(drafts.local());
  globalThis.window = before;
});

test("a local storage that is full is read all the same", async () => {
  const full = new Storage();
  full["outline-summary/k/draft/a"] = JSON.stringify(draft("a", { text: "甲" }));
  full.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  Object.defineProperty(full, "setItem", { enumerable: false });
  const before = globalThis.window;
  globalThis.window = { localStorage: full };
  const shelf = new drafts.Shelf(await drafts.local(), "k");
  assert.equal((await shelf.drafts())[0].text, "甲");
  globalThis.window = before;
});
