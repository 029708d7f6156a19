// The outline as a file: written, read again, and what is unsaved of it.

import { drop } from "./bring.mjs";
import { given } from "./given.mjs";
import { expect, test } from "./page.mjs";

const asks = (page) => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));

test("Ctrl+S saves the outline, and the file opens again as it was", async ({ tool, page }) => {
  await tool.begin("# 甲镇\n\n## 子^\n");
  const file = await given(page);
  await page.keyboard.press("Control+s");
  await expect.poll(file).toEqual({ name: "甲镇.md", text: "# 甲镇\n\n## 子\n" });
  await expect(tool.status).toHaveText("已存为“甲镇.md”，在浏览器的下载文件夹里");
  await tool.write("");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), tool.outline.press("Control+o")]);
  await chooser.setFiles({
    name: "甲镇.md",
    mimeType: "text/markdown",
    buffer: Buffer.from((await file()).text),
  });
  await tool.hasValue("# 甲镇\n\n## 子\n");
});

test("the title shows what a file lacks, and leaving asks", async ({ tool, page }) => {
  await tool.isReady();
  await drop(tool, "甲.md", Buffer.from("# 甲\n\n## 子\n"));
  await tool.hasValue("# 甲\n\n## 子\n");
  await expect(page).toHaveTitle("甲 - 提纲成文");
  expect(await asks(page)).toBe(false);
  await tool.outline.press("Control+End");
  await page.keyboard.type("丑");
  await expect(page).toHaveTitle("● 甲 - 提纲成文");
  expect(await asks(page)).toBe(true);
  const file = await given(page);
  await tool.button("保存").click();
  await expect.poll(file).toEqual({ name: "甲.md", text: "# 甲\n\n## 子\n丑" });
  await expect(page).toHaveTitle("甲 - 提纲成文");
  expect(await asks(page)).toBe(false);
});

test("who goes back to the text before the file has left the file", async ({ tool, page }) => {
  await tool.outline.click();
  await page.keyboard.type("旧");
  await drop(tool, "甲.md", Buffer.from("# 甲\n"));
  await tool.hasValue("# 甲\n");
  await tool.outline.press("Control+z");
  await tool.hasValue("旧");
  await expect(page).toHaveTitle("旧 - 提纲成文");
  const file = await given(page);
  await page.keyboard.press("Control+s");
  await expect.poll(file).toEqual({ name: "旧.md", text: "旧" });
});

test("where nothing can be saved the text is shown, to be copied", async ({ tool, page }) => {
  await page.evaluate(() => delete HTMLAnchorElement.prototype.download);
  await tool.begin("# 甲^\n");
  await page.keyboard.press("Control+s");
  const text = tool.panel.getByRole("textbox", { name: "提纲全文" });
  await expect(text).toHaveValue("# 甲\n");
  await expect(text).toBeFocused();
  await expect(tool.status).toContainText("按 Ctrl+C 复制");
  expect(await text.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd))).toBe(
    "# 甲\n",
  );
  await page.keyboard.press("Escape");
  await expect(tool.panel).toBeHidden();
});

test("Ctrl+S and Ctrl+O are the browser's own where the focus is elsewhere", async ({ tool, page }) => {
  await tool.write("甲");
  const taken = (key) =>
    page.evaluate((key) => {
      const event = new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true, cancelable: true });
      return !document.body.dispatchEvent(event);
    }, key);
  for (const key of ["s", "o"]) expect(await taken(key)).toBe(false);
});

test.describe("where the browser writes real files", () => {
  test.use({ way: "http" });

  test.beforeEach(async ({ page }) => {
    const isThere = await page.evaluate(
      () => typeof FileSystemFileHandle !== "undefined" && "createWritable" in FileSystemFileHandle.prototype,
    );
    test.skip(!isThere, "this browser has no such files");
    // No test can press a button of the real dialog: the files are real ones, of the page's own.
    await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      window.asked = [];
      window.showSaveFilePicker = ({ suggestedName }) => {
        window.asked.push(suggestedName);
        return window.isLeft
          ? Promise.reject(new DOMException("left", "AbortError"))
          : folder.getFileHandle(suggestedName, { create: true });
      };
      window.showOpenFilePicker = async () => [await folder.getFileHandle("甲.md")];
      // For a moment while it is replaced the file is not there.
      window.contents = async () => {
        const handle = await folder.getFileHandle("甲.md").catch(() => undefined);
        return handle && (await handle.getFile()).text().catch(() => undefined);
      };
    });
  });

  test("a file is chosen once, then written again; one that is opened is, too", async ({ tool, page }) => {
    const contents = () => page.evaluate(() => window.contents());
    await tool.begin("# 甲^");
    await page.evaluate(() => (window.isLeft = true));
    await page.keyboard.press("Control+s");
    await expect.poll(() => page.evaluate(() => window.asked)).toEqual(["甲.md"]);
    await page.evaluate(() => (window.isLeft = false));
    await page.keyboard.press("Control+s");
    await expect(tool.status).toHaveText("已存为“甲.md”");
    await expect.poll(contents).toBe("# 甲");
    await page.keyboard.type("乙");
    await page.keyboard.press("Control+s");
    await expect.poll(contents).toBe("# 甲乙");
    expect(await page.evaluate(() => window.asked)).toEqual(["甲.md", "甲.md"]);
    await tool.open("文稿");
    await tool.panel.getByRole("button", { name: "新写一篇" }).click();
    await tool.hasValue("");
    await page.keyboard.press("Control+o");
    await tool.hasValue("# 甲乙");
    await tool.outline.press("Control+End");
    await page.keyboard.type("丙");
    await page.keyboard.press("Control+s");
    await expect.poll(contents).toBe("# 甲乙丙");
    expect(await page.evaluate(() => window.asked)).toHaveLength(2);
  });

  for (const [what, come] of Object.entries({
    "a text that was opened": (tool) =>
      drop(tool, "乙.txt", Buffer.from("乙镇2024年工作总结\n一、子\n文。\n")),
    "a template": async (tool) => {
      await tool.open("模板");
      await tool.panel.getByRole("button", { name: /^会议纪要/ }).click();
    },
    "what the host sets": (tool) => tool.write("# 丙\n"),
  }))
    test(`${what} is not written into the file that was open before`, async ({ tool, page }) => {
      await tool.begin("# 甲^");
      await page.keyboard.press("Control+s");
      await expect(tool.status).toHaveText("已存为“甲.md”");
      await come(tool);
      await expect.poll(() => tool.value()).not.toBe("# 甲");
      await tool.outline.press("Control+s");
      await expect.poll(() => page.evaluate(() => window.asked.length)).toBe(2);
      await expect.poll(() => page.evaluate(() => window.contents())).toBe("# 甲");
    });
});
