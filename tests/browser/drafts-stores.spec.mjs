// What is typed is kept where a store of the browser is refused for a time, is full, or cannot be read.

import { REFUSALS, another, asks, draft, fillable, hide, keeps, reopen, versions, write } from "./drafts.mjs";
import { expect, test } from "./page.mjs";
import { store, texts } from "./storage.mjs";

test("what was written where IndexedDB was refused once is there when it works again", async ({
  tool,
  page,
}) => {
  await write(tool, "昨天");
  await keeps(page, "昨天");
  const refused = await another(page, REFUSALS.indexed);
  await write(refused, "今天");
  await expect(refused.saved).toHaveText("草稿已存");
  await refused.page.close();
  const next = await another(page);
  await next.hasValue("今天");
  await expect.poll(async () => (await texts(next.page)).sort()).toEqual(["今天", "昨天"]);
  expect(await next.page.evaluate(() => Object.keys(localStorage).join())).not.toContain("/draft/");
});

test("what was written after IndexedDB failed goes on from what it had", async ({ tool, page }) => {
  await reopen({ tool, page }, () => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...given) {
      if (window.isBroken) throw new DOMException("broken", "UnknownError");
      return transaction.apply(this, given);
    };
  });
  await write(tool, "甲");
  await keeps(page, "甲");
  await page.evaluate(() => (window.isBroken = true));
  await write(tool, "乙");
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join())).toContain('"text":"甲乙"');
  const next = await another(page);
  await next.hasValue("甲乙");
  await expect.poll(() => versions(next.page)).toEqual(["甲"]);
});

test("drafts are there although the small store, the only one, is full", async ({ tool, page }) => {
  await reopen({ tool, page }, REFUSALS.indexed);
  await write(tool, "甲");
  await expect(tool.saved).toHaveText("草稿已存");
  await reopen({ tool, page }, () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await tool.hasValue("甲");
  await write(tool, "乙");
  await expect(tool.notice).toContainText("本机存不下草稿了");
});

test("where a list of drafts cannot be read, each is read alone", async ({ tool, page }) => {
  await tool.isReady();
  await store(page, { ...draft("a", { text: "甲" }), ...draft("b", { text: "乙" }) });
  await reopen({ tool, page }, () => {
    IDBObjectStore.prototype.getAll = () => {
      throw new DOMException("broken", "UnknownError");
    };
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (key) {
      if (key === "page/draft/b") throw new DOMException("broken", "UnknownError");
      return get.call(this, key);
    };
  });
  await tool.hasValue("甲");
  await expect(tool.notice).toContainText("有 1 篇草稿坏了");
});

test("where no draft can be read, it says so", async ({ tool, page }) => {
  await reopen({ tool, page }, () => {
    for (const name of ["getAll", "getAllKeys"])
      IDBObjectStore.prototype[name] = () => {
        throw new DOMException("broken", "UnknownError");
      };
  });
  await expect(tool.notice).toContainText("本机的草稿读不出来");
});

test("nothing comes in place of a text that finds no room, before it is in a file", async ({
  tool,
  page,
}) => {
  await reopen({ tool, page }, fillable);
  await store(page, draft("a", { text: "# 旧" }));
  await write(tool, "# 甲");
  await keeps(page, "# 甲");
  await page.evaluate(() => (window.isFull = true));
  await write(tool, "乙");
  await expect(tool.notice).toContainText("本机存不下草稿了");
  await tool.open("文稿");
  const press = (name) => tool.panel.getByRole("button", { name }).click();
  for (const name of ["新写一篇", /^旧/]) {
    await press(name);
    await expect(tool.status).toContainText("这篇还没有存上");
    await tool.hasValue("# 甲乙");
  }
  await press("删除《甲》");
  await tool.panel.locator(".asked").getByRole("button", { name: "删除" }).click();
  await expect(tool.panel.locator(".asked")).toHaveCount(0);
  await tool.hasValue("# 甲乙");
  await page.evaluate(() => (window.isFull = false));
  await press("新写一篇");
  await tool.hasValue("");
  await keeps(page, "# 甲乙");
});

test("a store that stays full takes half of the old versions once, and no newer ones", async ({
  tool,
  page,
}) => {
  await reopen({ tool, page }, fillable);
  const time = Date.now() - 30 * 86_400_000;
  const version = (number, time) => ({
    [`page/version/a/0000000${number}`]: { number, time, text: `${number}` },
  });
  await store(page, {
    ...draft("a", { text: "甲", time }),
    ...[1, 2, 3, 4, 5].reduce((all, at) => ({ ...all, ...version(at, time + at) }), {}),
    ...version(6, Date.now() - 3_600_000),
  });
  await page.reload();
  await tool.hasValue("甲");
  await page.evaluate(() => {
    window.isFull = true;
    window.refused = 0;
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      window.refused++;
      return put.apply(this, given);
    };
  });
  await write(tool, "乙");
  await expect(tool.notice).toContainText("本机存不下草稿了");
  // It has tried again.
  const before = await page.evaluate(() => window.refused);
  await write(tool, "丙");
  await expect.poll(() => page.evaluate(() => window.refused)).toBeGreaterThan(before + 1);
  expect(await versions(page)).toEqual(["2", "4", "6"]);
});

test("a save that is given up after the page was hidden is known not to be one", async ({ tool, page }) => {
  await reopen({ tool, page }, REFUSALS.local, () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      const request = put.apply(this, given);
      if (window.isFull) this.transaction.abort();
      return request;
    };
  });
  await write(tool, "甲");
  await expect(tool.saved).toHaveText("草稿已存");
  await page.evaluate(() => (window.isFull = true));
  await write(tool, "乙");
  await hide(page);
  await expect(tool.saved).toHaveText("草稿没有存上");
  expect(await asks(page)).toBe(true);
});
