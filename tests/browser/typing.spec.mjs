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

    test("an outline becomes the numbered text, with the numbers beside it", async ({ tool }) => {
      await tool.write(OUTLINE);
      await tool.shows(SUMMARY);
      await tool.isNumbered(["一、", "（一）", "一是", "二是", "二、"]);
    });

    test("a writer who knows no markers writes by keys and buttons", async ({ tool, page }) => {
      await tool.outline.click();
      await page.keyboard.type("今年以来，全镇投入**万元。");
      await page.keyboard.press("Control+Enter");
      await page.keyboard.type("主要工作");
      await page.keyboard.press("Control+Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.type("抓实产业发展。");
      await page.keyboard.press("Enter");
      await tool.button("要点").click();
      await page.keyboard.type("新建茶园*亩");
      await page.keyboard.press("Enter");
      await page.keyboard.type("改造老旧管网");
      await page.keyboard.press("Control+Enter");
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.type("下步打算");
      await tool.shows(SUMMARY.slice(1));
      await tool.isNumbered(["一、", "（一）", "一是", "二是", "二、"]);
      expect((await tool.lines()).join("")).not.toMatch(/[#-]/);
    });

    test("the text follows every key", async ({ tool, page }) => {
      await tool.outline.click();
      await page.keyboard.type("## 甲");
      await tool.shows(["一、甲"]);
      await page.keyboard.press("Enter");
      await page.keyboard.type("- 修渠");
      await tool.shows(["一、甲", "一是修渠。"]);
      await page.keyboard.press("Enter");
      await page.keyboard.type("护林");
      await tool.shows(["一、甲", "一是修渠；二是护林。"]);
      for (let keys = 0; keys < 2; keys++) await page.keyboard.press("Backspace");
      await tool.shows(["一、甲", "一是修渠。"]);
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Delete");
      await tool.shows([]);
      await expect(tool.empty).toBeVisible();
      await expect(tool.copy).toBeDisabled();
    });
  });
}

test("a writer who types each marker by hand gets none twice", async ({ tool, page }) => {
  await tool.outline.focus();
  await page.keyboard.type("## 甲");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- 修渠");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- 护林");
  await tool.hasValue("## 甲\n- 修渠\n- 护林");
  await tool.shows(["一、甲", "一是修渠；二是护林。"]);
  await tool.write("- 甲\n- - 乙\n- 丙\n");
  await tool.shows(["一是甲；二是①乙。三是丙。"]);
  await tool.isNumbered(["一是", "二是①", "三是"]);
});

test("what is typed as the outline takes the focus stands at the caret", async ({ tool }) => {
  await tool.begin("# 甲乙^\n\n丙\n");
  await tool.button("打印").focus();
  // As where the text was changed from a panel.
  await tool.outline.evaluate(() => getSelection().removeAllRanges());
  await tool.outline.evaluate((outline) => {
    outline.focus();
    document.execCommand("insertText", false, "丁");
  });
  await tool.hasValue("# 甲乙丁\n\n丙\n");
});

test("the sample goes with the first key, and is no value", async ({ tool, page }) => {
  const sample = tool.element.locator(".sample");
  await expect(sample).toBeVisible();
  expect(await tool.value()).toBe("");
  await tool.outline.click();
  await page.keyboard.type("甲");
  await expect(sample).toBeHidden();
  await tool.hasValue("甲");
  await page.keyboard.press("Backspace");
  await expect(sample).toBeVisible();
});

test("a section put between renumbers those below, and taken out gives the numbers back", async ({
  tool,
  page,
}) => {
  await tool.begin("## 甲\n\n### 子^\n\n## 乙\n\n### 丑\n\n## 丙\n");
  await tool.shows(["一、甲", "（一）子", "二、乙", "（一）丑", "三、丙"]);
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("新");
  await tool.shows(["一、甲", "（一）子", "二、新", "三、乙", "（一）丑", "四、丙"]);
  await tool.isNumbered(["一、", "（一）", "二、", "三、", "（一）", "四、"]);
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await tool.shows(["一、甲", "（一）子", "二、乙", "（一）丑", "三、丙"]);
});

test("a key that changes no number touches its paragraph alone", async ({ tool, page }) => {
  const section = (number) => `## 第${number}节\n\n办理事项若干，群众满意。\n\n`;
  await tool.inOneFlow();
  await tool.write(Array.from({ length: 300 }, (_, number) => section(number)).join(""));
  await expect.poll(async () => (await tool.paragraphs()).length).toBe(600);
  await tool.goBefore("办理事项若干，群众满意。\n\n## 第150节");
  const touched = await tool.watch();
  await page.keyboard.type("共");
  await expect.poll(async () => (await tool.paragraphs())[299]).toBe("共办理事项若干，群众满意。");
  expect(await touched()).toBe(1);
});

test("undo and redo are followed", async ({ tool, page }) => {
  await tool.outline.click();
  await page.keyboard.insertText("## 甲");
  await tool.shows(["一、甲"]);
  await page.keyboard.press("Control+Enter");
  await tool.shows(["一、甲", "二、"]);
  await page.keyboard.press("Control+z");
  await tool.shows(["一、甲"]);
  await page.keyboard.press("Control+y");
  await tool.shows(["一、甲", "二、"]);
});

test("blanks stand out on both sides and are counted", async ({ tool }) => {
  await tool.write("培训**场次，覆盖*人。");
  await expect(tool.sheet.locator("span.blank")).toHaveText(["**", "*"]);
  await expect(tool.element.locator(".cm-blank")).toHaveText(["**", "*"]);
  await expect(tool.blanks).toContainText("空 2");
  await tool.write("培训12场次，覆盖*人。");
  await expect(tool.sheet.locator("span.blank")).toHaveText(["*"]);
  await expect(tool.element.locator(".cm-blank")).toHaveText(["*"]);
  await expect(tool.blanks).toContainText("空 1");
});

test("rare characters and emoji keep their places", async ({ tool, page }) => {
  await tool.write("## 𠮷塘😀\n\n完成𠮷字号。\n");
  await tool.goBefore("字号");
  await page.keyboard.type("二");
  await tool.shows(["一、𠮷塘😀", "完成𠮷二字号。"]);
  await tool.goBefore("\n\n完成");
  await page.keyboard.press("Backspace");
  await tool.shows(["一、𠮷塘", "完成𠮷二字号。"]);
});
