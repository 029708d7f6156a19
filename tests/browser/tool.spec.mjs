// What stands around the text.

import { expect, test } from "./page.mjs";

test("a shorter summary is a choice away", async ({ tool }) => {
  await tool.write("## 甲\n\n### 子。\n\n第一句。第二句。\n");
  await tool.shows(["一、甲", "（一）子。第一句。第二句。"]);
  await tool.length.selectOption({ label: "简要" });
  await tool.shows(["一、甲", "（一）子。第一句。"]);
  await tool.length.selectOption({ label: "标题" });
  await tool.shows(["一、甲", "（一）子"]);
  await tool.goBefore("## 甲");
  await tool.page.keyboard.insertText("## 新\n\n");
  await tool.shows(["一、新", "二、甲", "（一）子"]);
  await tool.length.selectOption({ label: "全文" });
  await tool.shows(["一、新", "二、甲", "（一）子。第一句。第二句。"]);
});

test("the text is copied whole", async ({ tool, page }) => {
  await tool.write("# 总结\n\n## 甲\n\n- 修渠\n- 护林\n\n| 项目 | 数量 |\n| --- | --- |\n| 渠 | **里 |\n");
  await tool.copy.click();
  await expect(page.getByRole("status")).toHaveText("已复制，可粘贴到 WPS 或 Word");
  await tool.write("");
  await tool.outline.press("Control+v");
  await expect(tool.outline).toHaveValue("总结\n一、甲\n一是修渠；二是护林。\n项目\t数量\n渠\t**里\n");
});

test("what is copied is what is shown", async ({ tool }) => {
  await tool.write("## 甲\n\n第一句。第二句。\n");
  await tool.length.selectOption({ label: "简要" });
  await tool.copy.click();
  await tool.write("");
  await tool.outline.press("Control+v");
  await expect(tool.outline).toHaveValue("一、甲\n第一句。\n");
});

test("copying a part of the outline is left to the browser", async ({ tool }) => {
  await tool.write("## 甲\n");
  await tool.copy.click();
  await tool.outline.press("Control+a");
  await tool.outline.press("Control+c");
  await tool.outline.press("Control+End");
  await tool.outline.press("Control+v");
  await expect(tool.outline).toHaveValue("## 甲\n## 甲\n");
});

test("a finding leads to its place, and its fix can be undone", async ({ tool, page }) => {
  await tool.write("## 甲\n\n完成投资，，增长一成。\n");
  await page.getByRole("button", { name: "问题 1" }).click();
  const finding = page.getByRole("listitem");
  await finding.getByRole("button").first().click();
  expect(await tool.selected()).toBe("，，");
  await expect(tool.outline).toBeFocused();
  await finding.getByRole("button").last().click();
  await tool.shows(["一、甲", "完成投资，增长一成。"]);
  await expect(finding).toBeHidden();
  await tool.outline.press("Control+z");
  await expect(tool.outline).toHaveValue("## 甲\n\n完成投资，，增长一成。\n");
  await tool.shows(["一、甲", "完成投资，，增长一成。"]);
  await expect(finding).toBeVisible();
});

test("findings follow the outline, and can be put away", async ({ tool, page }) => {
  await tool.write("甲，，乙。\n\n丙，，丁。\n");
  const button = page.getByRole("button", { name: "问题 2" });
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("listitem")).toHaveCount(2);
  await tool.write("甲，乙。\n\n丙，，丁。\n");
  await expect(page.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "问题 1" }).click();
  await expect(page.getByRole("listitem")).toHaveCount(0);
});

test("a finding says how much it matters, and what to do", async ({ tool, page }) => {
  await tool.write("## 甲\n\n“乙，，丙\n\n- 丁\n");
  await page.getByRole("button", { name: "问题 3" }).click();
  await expect(page.getByRole("list", { name: "问题 3" })).toBeVisible();
  const items = page.getByRole("listitem");
  await expect(items.nth(0)).toHaveText("注意 标点重复：“，，” 改为“，”");
  await expect(items.nth(1)).toHaveText("注意 ““”缺另一半 补上成对的引号或括号");
  await expect(items.nth(2)).toHaveText(/^提示 只有“一是”，没有“二是” 补上/);
});

test("of very many findings the first are listed, and it says how many more there are", async ({
  tool,
  page,
}) => {
  await tool.write("甲，，乙。\n\n".repeat(60));
  await page.getByRole("button", { name: "问题 60" }).click();
  await expect(page.getByRole("listitem")).toHaveCount(51);
  await expect(page.getByRole("listitem").last()).toHaveText("还有 10 处，改好前面的再列出");
});

test("a length at which nothing is left says why", async ({ tool }) => {
  await tool.write("只有一段。\n");
  await tool.length.selectOption({ label: "标题" });
  await expect(tool.empty).toHaveText("这个篇幅下没有可写的内容：只写标题时，提纲里要有标题。");
  await tool.write("## 甲\n");
  await tool.shows(["一、甲"]);
  await expect(tool.empty).toBeHidden();
});

test("a message goes when the writer goes on", async ({ tool, page }) => {
  await tool.write("甲。\n");
  await tool.copy.click();
  await expect(page.getByRole("status")).toHaveText(/^已复制/);
  await tool.outline.press("End");
  await tool.page.keyboard.insertText("乙");
  await expect(page.getByRole("status")).toHaveText("");
});

test("leaving the page with an outline in it asks", async ({ tool, page }) => {
  const leaves = () => page.evaluate(() => dispatchEvent(new Event("beforeunload", { cancelable: true })));
  expect(await leaves()).toBe(true);
  await tool.write("甲");
  expect(await leaves()).toBe(false);
});

test("the page speaks English too", async ({ tool, page }) => {
  await tool.write("## 甲\n\n完成投资，，增长一成。\n");
  await page.getByRole("button", { name: "问题 1" }).click();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("button", { name: "Copy text" })).toBeEnabled();
  await expect(page.getByRole("textbox", { name: "Outline" })).toHaveValue(
    "## 甲\n\n完成投资，，增长一成。\n",
  );
  await expect(page.getByRole("button", { name: "1 finding" })).toBeVisible();
  const frame = page.locator(
    "header > :not(#language), main label, main section > h2, #counts, #show-findings",
  );
  for (const words of await frame.allTextContents()) expect(words).not.toMatch(/\p{Script=Han}/u);
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(tool.copy).toBeVisible();
  await expect(page.getByRole("button", { name: "问题 1" })).toBeVisible();
  await tool.shows(["一、甲", "完成投资，，增长一成。"]);
});
