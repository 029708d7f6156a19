// What is typed is kept, whatever becomes of the page.

import { REFUSALS, another, asks, draft, fillable, keeps } from "./drafts.mjs";
import { given } from "./given.mjs";
import { expect, test, WAYS } from "./page.mjs";
import { store, stored, texts } from "./storage.mjs";

for (const way of WAYS) {
  test.describe(`opened from ${way}`, () => {
    test.use({ way });

    test("what was typed last is there when the page is opened again, and so is the caret", async ({
      tool,
      page,
    }) => {
      await tool.outline.click();
      await page.keyboard.type("## 甲乙丙");
      await page.keyboard.press("ArrowLeft");
      await page.reload();
      await tool.isMarked("## 甲乙^丙");
      await tool.shows(["一、甲乙丙"]);
      await expect(tool.saved).toHaveText("草稿已存");
      expect(await asks(page)).toBe(false);
    });

    test("a tab that is closed at once keeps its text", async ({ tool, page }) => {
      const first = await another(page);
      await tool.isReady();
      await first.outline.click();
      await first.page.keyboard.type("## 甲乙丙");
      // As a writer closes it.
      const closed = first.page.waitForEvent("close");
      await first.page.close({ runBeforeUnload: true });
      await closed;
      const next = await another(page);
      await next.hasValue("## 甲乙丙");
    });

    test("while keys follow each other, it is saved all the same", async ({ tool, page }) => {
      await tool.outline.click();
      let isSaved = false;
      void keeps(page, "甲").then(() => (isSaved = true));
      await page.keyboard.type("甲");
      await expect(async () => {
        await page.keyboard.type("乙");
        const [text] = await texts(page);
        expect(text).toMatch(/^甲乙+$/);
      }).toPass();
      expect(isSaved || (await texts(page)).length > 0).toBe(true);
    });
  });
}

test("the second window says so and follows; it takes over, and the first follows", async ({
  tool,
  page,
}) => {
  await tool.outline.click();
  await page.keyboard.type("甲");
  await keeps(page, "甲");
  const second = await another(page);
  await expect(second.notice).toContainText("正在另一个窗口里写");
  await expect(second.outline).toHaveAttribute("aria-readonly", "true");
  await page.keyboard.type("乙");
  await second.hasValue("甲乙");
  await page.keyboard.type("丙");
  await second.button("在这里写").click();
  await expect(second.notice).toBeHidden();
  await second.hasValue("甲乙丙");
  await expect(tool.notice).toContainText("正在另一个窗口里写");
  await second.outline.press("Control+End");
  await second.page.keyboard.type("丁");
  await tool.hasValue("甲乙丙丁");
  await second.page.close();
  await expect(tool.notice).toContainText("另一个窗口已关掉");
  await tool.outline.press("Control+End");
  await page.keyboard.type("戊");
  await keeps(page, "甲乙丙丁戊");
});

test("a second window may write another document", async ({ tool, page }) => {
  await tool.outline.click();
  await page.keyboard.type("甲");
  await keeps(page, "甲");
  const second = await another(page);
  await second.button("新写一篇").first().click();
  await expect(second.notice).toBeHidden();
  await second.outline.click();
  await second.page.keyboard.type("乙");
  await keeps(page, "乙");
  expect((await texts(page)).sort()).toEqual(["乙", "甲"]);
  await tool.hasValue("甲");
});

test.describe("where windows do not hear each other", () => {
  test.beforeEach(async ({ page }) => {
    await page.context().addInitScript(() => {
      delete window.BroadcastChannel;
      // As where the browser has put a window to sleep.
      window.setInterval = () => 0;
    });
    await page.reload();
  });

  test("the second window still says so, and neither overwrites the other", async ({ tool, page }) => {
    await tool.outline.click();
    await page.keyboard.type("甲");
    await keeps(page, "甲");
    const second = await another(page);
    await expect(second.notice).toContainText("正在另一个窗口里写");
    await second.button("在这里写").click();
    await expect(second.notice).toBeHidden();
    await second.outline.press("Control+End");
    await second.page.keyboard.type("乙");
    await keeps(page, "甲乙");
    await tool.outline.press("Control+End");
    await page.keyboard.type("丙");
    await expect(tool.notice).toContainText("在另一个窗口里也改了");
    await expect.poll(async () => (await texts(page)).sort()).toEqual(["甲丙", "甲乙"]);
  });
});

test("where IndexedDB is refused, the small store keeps it", async ({ tool, page }) => {
  await page.addInitScript(REFUSALS.indexed);
  await page.reload();
  await tool.isReady();
  await tool.outline.click();
  await page.keyboard.type("甲乙");
  await page.reload();
  await tool.hasValue("甲乙");
  await expect(tool.notice).toBeHidden();
  await tool.open("文稿");
  await expect(tool.panel).toContainText("备用存储");
  expect(await asks(page)).toBe(false);
});

test("where nothing is kept, it says so plainly, and leaving asks until there is a file", async ({
  tool,
  page,
}) => {
  for (const refuse of Object.values(REFUSALS)) await page.addInitScript(refuse);
  await page.reload();
  await tool.isReady();
  await expect(tool.notice).toContainText("浏览器不让存草稿");
  expect(await asks(page)).toBe(false);
  await tool.outline.click();
  await page.keyboard.type("甲乙");
  await expect(page).toHaveTitle("● 甲乙 - 提纲成文");
  await expect(tool.saved).toHaveText("草稿没有存上");
  expect(await asks(page)).toBe(true);
  const file = await given(page);
  await tool.button("存成文件").click();
  await expect.poll(file).toEqual({ name: "甲乙.md", text: "甲乙" });
  await expect(page).toHaveTitle("甲乙 - 提纲成文");
  expect(await asks(page)).toBe(false);
});

test("where the store is full, it says so, and saves when there is room", async ({ tool, page }) => {
  await page.addInitScript(fillable);
  await page.reload();
  await tool.isReady();
  await tool.outline.click();
  await page.keyboard.type("甲");
  await keeps(page, "甲");
  await page.evaluate(() => (window.isFull = true));
  await page.keyboard.type("乙");
  await expect(tool.notice).toContainText("本机存不下草稿了");
  expect(await asks(page)).toBe(true);
  await tool.hasValue("甲乙");
  await page.evaluate(() => (window.isFull = false));
  await page.keyboard.type("丙");
  await keeps(page, "甲乙丙");
  await expect(tool.notice).toBeHidden();
  expect(await asks(page)).toBe(false);
});

test("where a store fails while it is written in, the next one goes on", async ({ tool, page }) => {
  await page.addInitScript(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...given) {
      if (window.isBroken) throw new DOMException("broken", "UnknownError");
      return transaction.apply(this, given);
    };
  });
  await page.reload();
  await tool.isReady();
  await tool.outline.click();
  await page.keyboard.type("甲");
  await keeps(page, "甲");
  await page.evaluate(() => (window.isBroken = true));
  await page.keyboard.type("乙");
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join())).toContain('"text":"甲乙"');
  await expect(tool.saved).toHaveText("草稿已存");
});

test("a draft of a newer version and a broken one stay as they are, and their text can be taken", async ({
  tool,
  page,
}) => {
  await tool.isReady();
  const strange = {
    ...draft("new", { format: 2, text: "# 新稿", layers: [] }),
    ...draft("bad", { anchor: "?", text: "# 坏稿" }),
  };
  await store(page, strange);
  await page.reload();
  await expect(tool.notice).toContainText("在“文稿”里");
  await tool.open("文稿");
  await tool.panel.getByRole("button", { name: /^新稿/ }).click();
  await tool.hasValue("# 新稿");
  await tool.panel.getByRole("button", { name: /^坏稿/ }).click();
  await tool.hasValue("# 坏稿");
  await expect.poll(async () => (await texts(page)).sort()).toEqual(["# 坏稿", "# 坏稿", "# 新稿", "# 新稿"]);
  expect(await stored(page)).toMatchObject(strange);
});

test("a clock that was set back is told, and the draft is there", async ({ tool, page }) => {
  await tool.isReady();
  await store(page, draft("a", { text: "甲", time: Date.now() + 90_000_000 }));
  await page.reload();
  await expect(tool.notice).toContainText("时间可能不对");
  await tool.hasValue("甲");
  await tool.outline.press("Control+End");
  await page.keyboard.type("乙");
  await page.reload();
  await tool.hasValue("甲乙");
});

test("documents are kept by name; to delete one asks, and can be taken back", async ({ tool, page }) => {
  await tool.outline.click();
  await page.keyboard.type("# 甲");
  await keeps(page, "# 甲");
  await tool.open("文稿");
  await tool.panel.getByRole("textbox", { name: "名称" }).fill("年终");
  await page.keyboard.press("Enter");
  await expect(tool.button("文稿：年终")).toBeVisible();
  await expect(page).toHaveTitle("年终 - 提纲成文");
  await tool.panel.getByRole("button", { name: "新写一篇" }).click();
  await tool.hasValue("");
  await page.keyboard.type("# 乙");
  const row = (name) => tool.panel.getByRole("button", { name: new RegExp(`^${name} `) });
  await expect(row("乙")).toHaveAttribute("aria-current", "true");
  await row("年终").click();
  await tool.hasValue("# 甲");
  await expect(row("年终")).toHaveAttribute("aria-current", "true");
  await tool.panel.getByRole("button", { name: "删除《年终》" }).click();
  await tool.panel.getByRole("button", { name: "不删" }).click();
  await tool.panel.getByRole("button", { name: "删除《年终》" }).click();
  await tool.panel.getByRole("button", { name: "删除", exact: true }).click();
  await expect(tool.panel).toContainText("已删除《年终》");
  await tool.hasValue("");
  await expect.poll(() => texts(page)).toEqual(["# 乙"]);
  await tool.panel.getByRole("button", { name: "找回" }).click();
  await tool.hasValue("# 甲");
  await expect(tool.button("文稿：年终")).toBeVisible();
  await expect.poll(async () => (await texts(page)).sort()).toEqual(["# 乙", "# 甲"]);
  await page.reload();
  await tool.hasValue("# 甲");
});

test("an earlier version says what changed; to go back to it is a step that can be undone", async ({
  tool,
  page,
}) => {
  await tool.isReady();
  const time = Date.now() - 7_200_000;
  await store(page, {
    ...draft("a", { text: "## 甲\n\n一二三四五\n\n## 乙\n\n六七\n", time, revision: 3 }),
    "page/version/a/00000001": { number: 1, time: time - 86_400_000, text: "## 甲\n\n一二\n" },
    "page/version/a/00000002": { number: 2, time: time - 3_600_000, text: "## 甲\n\n一二三四五\n" },
  });
  await page.reload();
  await tool.open("文稿");
  const versions = tool.panel.locator("section").last().getByRole("listitem");
  await expect(versions).toHaveCount(2);
  await expect(versions.nth(0)).toContainText("增 3 字 · 从“甲”起");
  await expect(versions.nth(1)).toContainText("最早的版本");
  await versions.nth(1).getByRole("button").click();
  await tool.hasValue("## 甲\n\n一二\n");
  await expect(versions).toHaveCount(3);
  await tool.outline.press("Control+z");
  await tool.hasValue("## 甲\n\n一二三四五\n\n## 乙\n\n六七\n");
});

test("what was replaced as a whole is a version", async ({ tool, page }) => {
  await tool.outline.click();
  await page.keyboard.type("## 甲");
  await keeps(page, "## 甲");
  await tool.open("模板");
  await tool.panel.getByRole("button", { name: /^会议纪要/ }).click();
  await tool.open("文稿");
  const versions = tool.panel.locator("section").last().getByRole("button");
  await versions.click();
  await tool.hasValue("## 甲");
});

test("without a trace the text is in the page alone, until it may be kept again", async ({ tool, page }) => {
  await tool.outline.click();
  await page.keyboard.type("甲");
  await keeps(page, "甲");
  await tool.open("文稿");
  const box = tool.panel.getByRole("checkbox", { name: /^不留痕/ });
  await box.check();
  await expect(tool.saved).toHaveText("不留痕");
  await expect.poll(() => texts(page)).toEqual([]);
  await tool.outline.press("Control+End");
  await page.keyboard.type("乙");
  await expect(page).toHaveTitle("● 甲乙 - 提纲成文");
  expect(await asks(page)).toBe(true);
  expect(JSON.stringify(await stored(page))).not.toContain("甲");
  await box.uncheck();
  await keeps(page, "甲乙");
  await page.reload();
  await tool.hasValue("甲乙");
});

test("the machine is cleared of all drafts; what is open stays, in every window", async ({ tool, page }) => {
  await tool.outline.click();
  await page.keyboard.type("甲");
  await keeps(page, "甲");
  const second = await another(page);
  await second.button("新写一篇").first().click();
  await second.outline.click();
  await second.page.keyboard.type("乙");
  await keeps(page, "乙");
  await tool.open("文稿");
  await tool.panel.getByRole("button", { name: "清除本机草稿" }).click();
  await tool.panel.getByRole("button", { name: "清除", exact: true }).click();
  await expect(tool.status).toContainText("本机草稿已清除");
  await expect(second.notice).toContainText("另一个窗口清除了本机草稿");
  await tool.hasValue("甲");
  await second.hasValue("乙");
  await second.page.keyboard.type("丙");
  await expect(second.saved).toHaveText("不留痕");
  await expect.poll(() => texts(page)).toEqual([]);
});
