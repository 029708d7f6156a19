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
  const shelf = new drafts.Shelf(await drafts.memory(), "k");
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
