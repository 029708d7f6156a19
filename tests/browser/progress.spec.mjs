// Reading that takes long shows how far it is, and takes nothing away meanwhile.

import { drop, paste } from "./bring.mjs";
import { expect, test } from "./page.mjs";

const LINE = Buffer.from("一、学习\n读原文。\n");
/** How many lines make a long file. */
const MANY = 20_000;
const LONG_TEXT = "（一）学习。一是读原文。二是学案例。\n".repeat(6000);

/** Lets the bytes of files come only when they are let go, a half at a time, and then the end. */
const holdFiles = (page) =>
  page.evaluate(() => {
    window.held = [];
    Blob.prototype.stream = function () {
      const half = Math.ceil(this.size / 2);
      let at = 0;
      const pull = async (controller) => {
        await new Promise((letGo) => window.held.push({ size: this.size, letGo }));
        if (at >= this.size) return controller.close();
        controller.enqueue(new Uint8Array(await this.slice(at, at + half).arrayBuffer()));
        at += half;
      };
      return new ReadableStream({ pull }, { highWaterMark: 0 });
    };
  });

/** Lets go of what is held next, of the smallest file. */
const letGo = (page) =>
  page.evaluate(async () => {
    while (window.held.length === 0) await new Promise(requestAnimationFrame);
    window.held.sort((one, other) => other.size - one.size);
    window.held.pop().letGo();
  });

/** Notes in each frame what the progress shows, and all that ever stood in it. */
const watchProgress = (tool) =>
  tool.element.evaluate(({ shadowRoot }) => {
    const place = shadowRoot.querySelector(".progress");
    window.shown = [];
    window.changes = 0;
    new MutationObserver(() => window.changes++).observe(place, { childList: true, subtree: true });
    const note = () => {
      const bar = place.querySelector("progress");
      if (bar) window.shown.push(`${bar.position < 0 ? "…" : bar.position} ${place.textContent}`);
      requestAnimationFrame(note);
    };
    note();
  });

const bar = (tool) => tool.element.getByRole("progressbar");
const isAt = (tool, value) => expect(bar(tool)).toHaveJSProperty("position", value);

test("a long file shows how much of it is there", async ({ tool, page }) => {
  await holdFiles(page);
  await drop(tool, "旧稿.txt", LINE, MANY);
  await expect(bar(tool)).toHaveAccessibleName("正在读取《旧稿.txt》……");
  await expect(tool.element.locator("[aria-live=polite]", { hasText: "正在读取《旧稿.txt》" })).toBeVisible();
  await isAt(tool, 0);
  await letGo(page);
  await isAt(tool, 0.5);
  await letGo(page);
  await isAt(tool, 1);
  await letGo(page);
  await expect(tool.status).toContainText("已读成提纲");
  await expect(bar(tool)).toHaveCount(0);
});

test("that a long file is being read stands on the screen before the page stops to read it", async ({
  tool,
  page,
}) => {
  await watchProgress(tool);
  await drop(tool, "旧稿.txt", LINE, MANY);
  await expect(tool.status).toContainText("已读成提纲");
  expect(await page.evaluate(() => window.shown)).toContain("… 正在读取《旧稿.txt》……");
  await expect(bar(tool)).toHaveCount(0);
});

test("a long text that is pasted shows that it is being read; undo gives the plain paste", async ({
  tool,
  page,
}) => {
  await watchProgress(tool);
  await tool.outline.focus();
  await paste(tool, LONG_TEXT);
  await expect(tool.status).toContainText("已读成提纲");
  expect(await page.evaluate(() => window.shown)).toContain("… 正在读取文字……");
  await expect(bar(tool)).toHaveCount(0);
  expect(await tool.value()).toContain("- 读原文。");
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await tool.value()).startsWith("（一）学习。一是读原文。")).toBe(true);
  await page.keyboard.press("Control+z");
  await tool.hasValue("");
});

test("what is read in a moment shows nothing", async ({ tool, page }) => {
  await watchProgress(tool);
  await drop(tool, "旧稿.txt", LINE);
  await tool.hasValue("## 学习\n\n读原文。\n");
  await tool.write("");
  await paste(tool, LINE.toString());
  await tool.hasValue("## 学习\n\n读原文。\n");
  expect(await page.evaluate(() => window.changes)).toBe(0);
});

test("of two files that are opened at once the later one is read", async ({ tool, page }) => {
  await holdFiles(page);
  await drop(tool, "先.txt", LINE, MANY);
  await isAt(tool, 0);
  await drop(tool, "后.txt", Buffer.from("一、后来\n"));
  await expect(bar(tool)).toHaveCount(0);
  for (let times = 0; times < 3; times++) await letGo(page);
  await tool.hasValue("## 后来\n");
  await letGo(page);
  await expect.poll(() => page.evaluate(() => window.held.length)).toBe(0);
  await tool.hasValue("## 后来\n");
  await expect(bar(tool)).toHaveCount(0);
});

test("what is typed meanwhile is not lost, and does not take the progress away", async ({ tool, page }) => {
  await tool.begin("甲^");
  await holdFiles(page);
  await drop(tool, "旧稿.txt", LINE, MANY);
  await tool.outline.focus();
  await page.keyboard.type("乙");
  await tool.hasValue("甲乙");
  await isAt(tool, 0);
  for (let times = 0; times < 3; times++) await letGo(page);
  await expect(tool.status).toContainText("已读成提纲");
  await page.keyboard.type("丙");
  await expect.poll(async () => (await tool.value()).includes("丙")).toBe(true);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await tool.value()).startsWith("## 学习")).toBe(true);
  await page.keyboard.press("Control+z");
  await tool.hasValue("甲乙");
});

test("an outline that can no longer be changed takes no file, and shows no progress", async ({
  tool,
  page,
}) => {
  await tool.write("甲\n");
  await holdFiles(page);
  await drop(tool, "旧稿.txt", LINE, MANY);
  await isAt(tool, 0);
  await tool.element.evaluate((element) => (element.readonly = true));
  await letGo(page);
  await expect(bar(tool)).toHaveCount(0);
  await tool.hasValue("甲\n");
});

test("a file that is too large is refused before any of it is read", async ({ tool, page }) => {
  await tool.write("甲\n");
  await page.evaluate(() => {
    window.reads = 0;
    for (const how of ["stream", "arrayBuffer", "text"]) {
      const read = Blob.prototype[how];
      Blob.prototype[how] = function () {
        window.reads++;
        return read.call(this);
      };
    }
  });
  await drop(tool, "旧稿.docx", Buffer.alloc(1024), 20 * 1024 + 1);
  await expect(tool.status).toContainText("文件太大");
  await tool.hasValue("甲\n");
  expect(await page.evaluate(() => window.reads)).toBe(0);
});

test("a file that does not open says so, and nothing is lost", async ({ tool, page }) => {
  await tool.write("甲\n");
  await page.evaluate(() => {
    Blob.prototype.stream = () =>
      new ReadableStream({ pull: (controller) => controller.error(new Error("moved")) });
  });
  await drop(tool, "旧稿.txt", LINE, MANY);
  await expect(tool.status).toContainText("文件打不开");
  await expect(bar(tool)).toHaveCount(0);
  await tool.hasValue("甲\n");
});

test("progress speaks English where the tool does", async ({ tool, page }) => {
  await tool.element.evaluate((element) => (element.lang = "en"));
  await holdFiles(page);
  await drop(tool, "old.txt", LINE, MANY);
  await expect(bar(tool)).toHaveAccessibleName("Reading “old.txt” …");
});
