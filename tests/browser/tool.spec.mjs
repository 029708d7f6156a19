// What stands around the text.

import { expect, test } from "./page.mjs";
import { pasted } from "./tool.mjs";

test("a shorter summary is a choice away", async ({ tool, page }) => {
  await tool.write("## 甲\n\n### 子。\n\n第一句。第二句。\n");
  await tool.shows(["一、甲", "（一）子。第一句。第二句。"]);
  await tool.length.selectOption({ label: "简要" });
  await tool.shows(["一、甲", "（一）子。第一句。"]);
  await tool.length.selectOption({ label: "各级标题" });
  await tool.shows(["一、甲", "（一）子"]);
  await tool.goBefore("甲");
  await page.keyboard.insertText("新");
  await tool.shows(["一、新甲", "（一）子"]);
  await tool.isNumbered(["一、", "（一）"]);
  await tool.length.selectOption({ label: "全文" });
  await tool.shows(["一、新甲", "（一）子。第一句。第二句。"]);
});

test("the text is copied whole, and a message says so until the writer goes on", async ({ tool, page }) => {
  await tool.write("# 总结\n\n## 甲\n\n- 修渠\n- 护林\n\n| 项目 | 数量 |\n| --- | --- |\n| 渠 | **里 |\n");
  await tool.outline.click();
  await tool.copy.click();
  await expect(tool.status).toHaveText("已复制，可粘贴到 WPS 或 Word · 还有 1 处未填");
  expect(await pasted(page)).toBe("总结\n一、甲\n一是修渠；二是护林。\n项目\t数量\n渠\t**里\n");
  await tool.select(0);
  await page.keyboard.type("新");
  await expect(tool.status).toHaveText("");
});

test("what is copied is what is shown", async ({ tool, page }) => {
  await tool.write("## 甲\n\n第一句。第二句。\n");
  await tool.length.selectOption({ label: "简要" });
  await tool.copy.click();
  expect(await pasted(page)).toBe("一、甲\n第一句。\n");
});

test("a part of the outline is copied with its markers", async ({ tool, page }) => {
  await tool.begin("## 甲^\n");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+v");
  await tool.hasValue("## 甲\n## 甲");
});

test("a finding in the panel leads to its place, and its fix can be undone", async ({ tool, page }) => {
  await tool.write("## 甲\n\n完成投资，，增长一成。\n");
  await tool.button("问题 1").click();
  const finding = tool.panel.getByRole("listitem");
  await finding.getByRole("button").first().click();
  expect(await tool.selected()).toBe("，，");
  await expect(tool.outline).toBeFocused();
  await finding.getByRole("button").last().click();
  await tool.shows(["一、甲", "完成投资，增长一成。"]);
  await expect(finding).toHaveCount(0);
  await expect(tool.panel).toContainText("没有发现问题");
  await tool.outline.click();
  await page.keyboard.press("Control+z");
  await tool.shows(["一、甲", "完成投资，，增长一成。"]);
  await expect(finding).toHaveCount(1);
});

test("the way out of the outline is told, once", async ({ tool, page }) => {
  await expect(tool.outline).toHaveAttribute("aria-description", /按 Esc 再按 Tab，离开提纲$/);
  await tool.begin("甲^");
  await page.keyboard.press("Tab");
  await expect(tool.status).toHaveText(/按 Esc 再按 Tab，离开提纲$/);
  await page.keyboard.type("乙");
  await expect(tool.status).toHaveText("");
  await page.keyboard.press("Shift+Tab");
  await expect(tool.status).toHaveText("");
  await tool.button("English").click();
  await expect(tool.outline).toHaveAttribute("aria-description", /Esc, then Tab leaves the outline$/);
});

test("a panel closes by Escape and gives the focus back", async ({ tool, page }) => {
  await tool.write("甲，，乙。\n");
  await tool.button("问题 1").click();
  await expect(tool.panel).toBeVisible();
  await expect(tool.sheet).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tool.panel).toBeHidden();
  await expect(tool.button("问题 1")).toBeFocused();
  await tool.button("问题 1").click();
  await tool.panel.getByRole("button", { name: "关闭" }).click();
  await expect(tool.button("问题 1")).toHaveAttribute("aria-expanded", "false");
});

test("a finding says how much it matters, and what to do", async ({ tool }) => {
  await tool.write("## 甲\n\n“乙，，丙\n\n- 丁\n");
  await tool.button("问题 3").click();
  const items = tool.panel.getByRole("listitem");
  await expect(items.nth(0)).toHaveText("注意 标点重复：“，，” 改为“，”");
  await expect(items.nth(1)).toHaveText("注意 ““”缺另一半 补上成对的引号或括号");
  await expect(items.nth(2)).toHaveText(/^提示 只有“一是”，没有“二是” 补上/);
});

test("of very many findings the first are listed, and it says how many more there are", async ({ tool }) => {
  await tool.write("甲，，乙。\n\n".repeat(60));
  await tool.button("问题 60").click();
  await expect(tool.panel.getByRole("listitem")).toHaveCount(51);
  await expect(tool.panel.getByRole("listitem").last()).toHaveText("还有 10 处，改好前面的再列出");
});

test("a length at which nothing is left says why", async ({ tool }) => {
  await tool.write("只有一段。\n");
  await tool.length.selectOption({ label: "各级标题" });
  await expect(tool.empty).toHaveText("这个篇幅下没有可写的内容：只写标题时，提纲里要有标题。");
  await tool.write("## 甲\n");
  await tool.shows(["一、甲"]);
  await expect(tool.empty).toBeHidden();
});

test("a new text begins with a template, and the old one is an undo away", async ({ tool, page }) => {
  await tool.button("新写一篇").click();
  await expect(tool.panel.getByRole("listitem")).toHaveCount(8);
  await tool.panel.getByRole("button", { name: /^年度工作总结/ }).click();
  await expect(tool.panel).toBeHidden();
  await expect(tool.blanks).toContainText("空 26");
  await expect(tool.button(/^问题/)).toBeHidden();
  await expect(tool.outline).toBeFocused();
  await page.keyboard.type("新");
  expect(await tool.value()).toMatch(/^# 新××镇/);
  await page.keyboard.press("Backspace");
  await tool.button("模板").click();
  await tool.panel.getByRole("button", { name: /^会议纪要/ }).click();
  await expect(tool.status).toHaveText("已换成模板，按 Ctrl+Z 可退回");
  expect((await tool.paragraphs())[0]).toBe("××会议纪要");
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await tool.paragraphs())[0]).toBe("××镇二〇××年工作总结");
});

test("the place being edited is marked in the summary, and a click there leads back", async ({
  tool,
  page,
}) => {
  await tool.write("## 甲\n\n第一段话。\n\n- 修渠\n- 护林带\n");
  await tool.goBefore("一段");
  await expect(tool.sheet.locator("[data-current]")).toHaveText("第一段话。一是修渠；二是护林带。");
  await tool.goBefore("甲");
  await expect(tool.sheet.locator("[data-current]")).toHaveText("一、甲");
  await tool.sheet.getByText("护林带").click({ position: { x: 4, y: 10 } });
  await expect(tool.outline).toBeFocused();
  await expect(tool.sheet.locator("[data-current]")).toHaveText("第一段话。一是修渠；二是护林带。");
  await page.keyboard.type("新");
  await expect.poll(() => tool.value()).toContain("新");
});

test("the tool speaks English too", async ({ tool }) => {
  await tool.write("## 甲\n\n完成投资，，增长一成。\n");
  await tool.button("English").click();
  await expect(tool.button("Copy")).toBeEnabled();
  await expect(tool.outline).toHaveAccessibleName("Outline");
  await tool.button("1 finding").click();
  const words = await tool.element
    .locator(".bar button:not(.document):visible, .bar option, .bar label, .counts, .panel h2")
    .allTextContents();
  for (const word of words.filter((word) => word !== "中文")) expect(word).not.toMatch(/\p{Script=Han}/u);
  await tool.button("中文").click();
  await expect(tool.copy).toBeVisible();
  await expect(tool.button("问题 1")).toBeVisible();
  await tool.shows(["一、甲", "完成投资，，增长一成。"]);
});

test("under 720 px there are two tabs, and the row folds", async ({ tool, page }) => {
  await page.setViewportSize({ width: 480, height: 700 });
  await tool.write("## 甲\n");
  await expect(tool.outline).toBeVisible();
  await expect(tool.sheet).toBeHidden();
  await tool.element.getByRole("tab", { name: "成文" }).click();
  await expect(tool.sheet).toBeVisible();
  await expect(tool.outline).toBeHidden();
  await page.keyboard.press("ArrowLeft");
  await expect(tool.outline).toBeVisible();
  await expect(tool.button("模板")).toBeHidden();
  await tool.button("更多").click();
  await expect(tool.button("模板")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tool.button("模板")).toBeHidden();
  await tool.element.getByRole("tab", { name: "成文" }).click();
  await tool.button("更多").click();
  await tool.button("查找").click();
  await expect(tool.button("模板")).toBeHidden();
  await expect(tool.element.getByRole("textbox", { name: "查找" })).toBeFocused();
  await tool.element.getByRole("tab", { name: "成文" }).click();
  await tool.button("要点").click();
  await expect(tool.outline).toBeFocused();
});

/** Types a key and presses the fix at once, before the findings can have followed. */
function pressFixAfter(element, { at, text }) {
  const { view } = element.shadowRoot.querySelector(".cm-content").cmTile;
  view.dispatch({ changes: { from: at, insert: text } });
  element.shadowRoot.querySelector(".panel .fix").click();
}

test("a fix pressed right after a key is made where its characters are now", async ({ tool }) => {
  await tool.write("## 甲\n\n完成投资，，增长一成。\n");
  await tool.button("问题 1").click();
  await tool.element.evaluate(pressFixAfter, { at: 3, text: "新的" });
  await tool.hasValue("## 新的甲\n\n完成投资，增长一成。\n");
});

test("a fix whose characters have changed since is not made", async ({ tool }) => {
  await tool.write("## 甲\n\n完成投资，，增长一成。\n");
  await tool.button("问题 1").click();
  await tool.element.evaluate(pressFixAfter, { at: 11, text: "二" });
  await tool.hasValue("## 甲\n\n完成投资，二，增长一成。\n");
  await expect(tool.panel).toContainText("没有发现问题");
});

test("F8 goes to a finding at the caret, then to the next, then round", async ({ tool, page }) => {
  await tool.begin("^，，甲，，乙。。\n");
  await expect(tool.button("问题 3")).toBeVisible();
  for (const from of [0, 3, 6, 0]) {
    await page.keyboard.press("F8");
    expect(await tool.marked()).toBe(
      `${"，，甲，，乙。。\n".slice(0, from + 2)}^${"，，甲，，乙。。\n".slice(from + 2)}`,
    );
  }
});

test("a new level of the same line is read out", async ({ tool, page }) => {
  const spoken = tool.element.locator(".spoken");
  await tool.begin("## 甲\n\n## 乙^\n");
  await expect(spoken).toHaveText("一级，二、");
  await page.keyboard.press("Tab");
  await expect(spoken).toHaveText("二级，（一）");
  await page.keyboard.press("Shift+Tab");
  await expect(spoken).toHaveText("一级，二、");
});

test("a click in a table leads to the cell that was clicked", async ({ tool }) => {
  const table = "| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 丁 | 戊 | 己 |\n| 庚 |  | 辛壬 |\n";
  await tool.write(table);
  for (const cell of ["甲", "丙", "戊", "己", "庚", "辛壬"]) {
    await tool.sheet.getByRole("cell", { name: cell }).click({ position: { x: 9, y: 12 } });
    await tool.isMarked(table.replace(cell, `^${cell}`));
  }
});

test("very many changes at once are followed as one", async ({ tool, page }) => {
  await tool.inOneFlow();
  const outline = Array.from(
    { length: 600 },
    (_, n) => `### 第${n}件事\n\n已经办结，群众满意，现作报告。\n\n`,
  ).join("");
  await tool.write(`## 甲\n\n${outline}`);
  await tool.outline.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Tab");
  await expect.poll(async () => (await tool.paragraphs())[0]).toBe("（一）甲");
  const text = () => tool.element.evaluate((element) => element.summary.text);
  const followed = await text();
  await tool.length.selectOption({ label: "简要" });
  await tool.length.selectOption({ label: "全文" });
  expect(await text()).toBe(followed);
  expect((await tool.paragraphs()).join("\n") + "\n").toBe(followed);
});
