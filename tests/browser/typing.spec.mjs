// From key to text.

import { WAYS, expect, test } from "./page.mjs";

const OUTLINE = `# 清溪镇二〇二五年工作总结

今年以来，全镇投入**万元。

## 主要工作

### 抓实产业发展。

- 新建茶园*亩
- 改造老旧管网

## 下步打算
`;

const SUMMARY = [
  "清溪镇二〇二五年工作总结",
  "今年以来，全镇投入**万元。",
  "一、主要工作",
  "（一）抓实产业发展。一是新建茶园*亩；二是改造老旧管网。",
  "二、下步打算",
];

for (const way of WAYS) {
  test.describe(`opened from ${way}`, () => {
    test.use({ way });

    test("an outline becomes the numbered text", async ({ tool }) => {
      await tool.write(OUTLINE);
      await tool.shows(SUMMARY);
    });

    test("the text follows key by key", async ({ tool, page }) => {
      await tool.outline.focus();
      await page.keyboard.type("## 甲");
      await tool.shows(["一、甲"]);
      await page.keyboard.press("Enter");
      await page.keyboard.type("- 修渠");
      await tool.shows(["一、甲", "一是修渠。"]);
      await page.keyboard.press("Enter");
      await page.keyboard.type("- 护林");
      await tool.shows(["一、甲", "一是修渠；二是护林。"]);
      for (let keys = 0; keys < 5; keys++) await page.keyboard.press("Backspace");
      await tool.shows(["一、甲", "一是修渠。"]);
    });

    test("Chinese is composed undisturbed", async ({ tool, page }) => {
      const devtools = await page.context().newCDPSession(page);
      await tool.write("## 甲");
      await tool.outline.press("Control+End");
      for (const text of ["g", "gong", "gongzuo"]) {
        await devtools.send("Input.imeSetComposition", {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      }
      await expect(tool.outline).toHaveValue("## 甲gongzuo");
      await tool.shows(["一、甲"]);
      await devtools.send("Input.insertText", { text: "工作" });
      await expect(tool.outline).toHaveValue("## 甲工作");
      await tool.shows(["一、甲工作"]);
    });
  });
}

test("a section put between renumbers those below", async ({ tool, page }) => {
  await tool.write("## 甲\n\n## 乙\n\n## 丙\n");
  await tool.shows(["一、甲", "二、乙", "三、丙"]);
  await tool.goBefore("## 乙");
  await page.keyboard.insertText("## 新\n\n");
  await tool.shows(["一、甲", "二、新", "三、乙", "四、丙"]);
});

test("a key that changes no number touches its paragraph alone", async ({ tool, page }) => {
  const section = (number) => `## 第${number}节\n\n办理事项若干，群众满意。\n\n`;
  await tool.write(Array.from({ length: 300 }, (_, number) => section(number)).join(""));
  await expect.poll(async () => (await tool.paragraphs()).length).toBe(600);
  const touched = await tool.watch();
  await tool.goBefore("办理事项若干，群众满意。\n\n## 第150节");
  await page.keyboard.type("共");
  await expect.poll(async () => (await tool.paragraphs())[299]).toBe("共办理事项若干，群众满意。");
  expect(await touched()).toBe(1);
});

test("undo and redo are followed", async ({ tool, page }) => {
  await tool.outline.focus();
  await page.keyboard.insertText("## 甲");
  await tool.shows(["一、甲"]);
  await page.keyboard.insertText("\n\n## 乙");
  await tool.shows(["一、甲", "二、乙"]);
  await page.keyboard.press("Control+z");
  await tool.shows(["一、甲"]);
  await page.keyboard.press("Control+Shift+z");
  await tool.shows(["一、甲", "二、乙"]);
});

test("markup that the writer types is text", async ({ tool }) => {
  const typed = "<img src=x onerror=alert(1)> <b>粗</b> &amp; **场次，**人";
  await tool.write(typed);
  await tool.shows([typed]);
  await expect(tool.preview.locator("img, b, strong, script")).toHaveCount(0);
});

test("blanks stand out and are counted", async ({ tool, page }) => {
  await tool.write("培训**场次，覆盖**人。");
  await expect(tool.preview.locator(".blank")).toHaveText(["**", "**"]);
  await expect(page.locator("#counts")).toContainText("空 2");
});

test("rare characters and emoji keep their places", async ({ tool, page }) => {
  await tool.write("## 𠮷塘😀\n\n完成𠮷字号。\n");
  await tool.goBefore("字号");
  await page.keyboard.type("二");
  await tool.shows(["一、𠮷塘😀", "完成𠮷二字号。"]);
});
