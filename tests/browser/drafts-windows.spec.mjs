// What is typed is kept between windows of the page, and as one of them is hidden or closed.

import { another, draft, hide, keeps, versions, write } from "./drafts.mjs";
import { WAYS, expect, test } from "./page.mjs";
import { store, texts } from "./storage.mjs";

for (const way of WAYS) {
  test.describe(`opened from ${way}`, () => {
    test.use({ way });

    test("as the page is hidden, it saves at once", async ({ tool, page }) => {
      await tool.isReady();
      // Nothing is saved in any other way.
      await page.addInitScript(() => {
        const { setTimeout } = window;
        window.setTimeout = (action, wait, ...more) => setTimeout(action, wait === 500 ? 1e9 : wait, ...more);
      });
      await page.reload();
      await tool.isReady();
      await write(tool, "甲乙");
      await hide(page);
      await keeps(page, "甲乙");
      await expect(tool.saved).toHaveText("草稿已存");
    });

    test("a tab that is closed keeps what it had, whatever was typed last", async ({ tool, page }) => {
      const first = await another(page);
      await tool.isReady();
      await write(first, "甲");
      await keeps(page, "甲");
      await write(first, "乙");
      const closed = first.page.waitForEvent("close");
      await first.page.close({ runBeforeUnload: true });
      await closed;
      const next = await another(page);
      await next.hasValue("甲乙");
    });
  });
}

test("a window that does not hear of the other overwrites nothing as it closes", async ({ tool, page }) => {
  await page.context().addInitScript(() => {
    delete window.BroadcastChannel;
    window.setInterval = () => 0;
  });
  await page.reload();
  await tool.isReady();
  const first = await another(page);
  await write(first, "甲");
  await keeps(page, "甲");
  const second = await another(page);
  await second.button("在这里写").click();
  await expect(second.notice).toBeHidden();
  await write(second, "乙");
  await keeps(page, "甲乙");
  await write(first, "丙");
  const closed = first.page.waitForEvent("close");
  await first.page.close({ runBeforeUnload: true });
  await closed;
  await another(page);
  await expect
    .poll(async () => [...new Set([...(await texts(page)), ...(await versions(page))])].sort())
    .toEqual(["甲丙", "甲乙"]);
});

for (const isHidden of [false, true])
  test(`before a draft can be found, it can be found who writes in it${isHidden ? ", as the page is hidden" : ""}`, async ({
    tool,
    page,
  }) => {
    await tool.isReady();
    const first = await another(page, () => {
      window.written = [];
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (value, key) {
        window.written.push(key.split("/")[1]);
        return put.call(this, value, key);
      };
    });
    await write(first, "甲");
    if (isHidden) await hide(first.page);
    await keeps(page, "甲");
    const written = await first.page.evaluate(() => window.written);
    expect(written.indexOf("lease")).toBeGreaterThanOrEqual(0);
    expect(written.indexOf("lease")).toBeLessThan(written.indexOf("draft"));
  });

test("of three windows, one goes on where the first was closed", async ({ tool, page }) => {
  const first = await another(page);
  await tool.isReady();
  await write(first, "甲");
  await keeps(page, "甲");
  const others = [await another(page), await another(page)];
  for (const other of others) await expect(other.notice).toContainText("正在另一个窗口里写");
  await first.page.close();
  const writers = async () =>
    (await Promise.all(others.map((other) => other.outline.getAttribute("aria-readonly")))).filter(
      (is) => !is,
    );
  await expect.poll(async () => (await writers()).length).toBe(1);
});

test("a window that follows one without a trace is told why, and writes a draft of its own", async ({
  tool,
  page,
}) => {
  await write(tool, "甲");
  await keeps(page, "甲");
  const second = await another(page);
  await expect(second.notice).toContainText("正在另一个窗口里写");
  await tool.open("文稿");
  const box = tool.panel.getByRole("checkbox", { name: /^不留痕/ });
  await box.check();
  await expect(second.notice).toContainText("另一个窗口转为不留痕");
  await write(second, "乙");
  await keeps(page, "甲乙");
  expect(await texts(page)).toEqual(["甲乙"]);
  await box.uncheck();
  await keeps(page, "甲");
  expect((await texts(page)).sort()).toEqual(["甲", "甲乙"]);
});

test("a new and empty window hears, too, that the machine was cleared", async ({ tool, page }) => {
  await write(tool, "甲");
  await keeps(page, "甲");
  const second = await another(page);
  await second.button("新写一篇").first().click();
  await expect(second.notice).toBeHidden();
  await tool.open("文稿");
  await tool.panel.getByRole("button", { name: "清除本机草稿" }).click();
  await tool.panel.getByRole("button", { name: "清除", exact: true }).click();
  await expect(second.notice).toContainText("另一个窗口清除了本机草稿");
  await write(second, "乙");
  await expect(second.saved).toHaveText("不留痕");
  expect(await texts(page)).toEqual([]);
});

test("all that was deleted can be brought back, over nothing that was written since", async ({
  tool,
  page,
}) => {
  await tool.isReady();
  await store(page, {
    ...draft("a", { text: "甲", time: 3 }),
    ...draft("b", { text: "乙", time: 2 }),
    ...draft("c", { text: "丙", time: 1 }),
  });
  await page.reload();
  await tool.hasValue("甲");
  await tool.open("文稿");
  for (const name of ["乙", "丙"]) {
    await tool.panel.getByRole("button", { name: `删除《${name}》` }).click();
    await tool.panel.locator(".asked").getByRole("button", { name: "删除" }).click();
    await expect(tool.panel).toContainText(`已删除《${name}》`);
  }
  // Another window had it open, and saves it.
  await store(page, draft("b", { text: "乙丁", time: Date.now(), window: "v" }));
  const back = tool.panel.getByRole("button", { name: "找回" });
  await back.last().click();
  await expect(back).toHaveCount(1);
  await back.click();
  await expect(back).toHaveCount(0);
  expect((await texts(page)).sort()).toEqual(["丙", "乙丁", "甲"]);
  expect(await versions(page)).toEqual(["乙"]);
});

test("what was written before three templates is a version, and so is what was typed last", async ({
  tool,
  page,
}) => {
  await write(tool, "甲乙丙");
  await keeps(page, "甲乙丙");
  for (const name of [/^会议纪要/, /^调研报告/, /^述职报告/]) {
    const before = await tool.value();
    if (!(await tool.panel.getByRole("heading", { name: "模板" }).isVisible())) await tool.open("模板");
    await tool.panel.getByRole("button", { name }).click();
    await expect.poll(() => tool.value()).not.toBe(before);
    await expect.poll(async () => (await texts(page)).includes(await tool.value())).toBe(true);
  }
  await expect.poll(async () => (await versions(page)).length).toBe(3);
  await write(tool, "刚写的话");
  await tool.open("文稿");
  const typed = await tool.value();
  // The oldest one, by a hand that clicks twice.
  await tool.panel.locator("section").last().getByRole("button").last().dblclick();
  await tool.hasValue("甲乙丙");
  await keeps(page, "甲乙丙");
  await expect.poll(() => versions(page)).toContain(typed);
});
