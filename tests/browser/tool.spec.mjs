// What stands around the text.

import { expect, test } from "./page.mjs";

test("a shorter summary is a choice away", async ({ tool, page }) => {
  await tool.write("## 甲\n\n### 子。\n\n第一句。第二句。\n");
  await tool.shows(["一、甲", "（一）子。第一句。第二句。"]);
  await page.getByLabel("篇幅").selectOption({ label: "简要" });
  await tool.shows(["一、甲", "（一）子。第一句。"]);
  await page.getByLabel("篇幅").selectOption({ label: "标题" });
  await tool.shows(["一、甲", "（一）子"]);
});

test("the text is copied whole", async ({ tool, page }) => {
  await tool.write("## 甲\n\n- 修渠\n- 护林\n");
  await page.getByRole("button", { name: "复制全文" }).click();
  await expect(page.locator("#message")).toHaveText("已复制，可粘贴到 WPS 或 Word");
  await tool.write("");
  await tool.outline.press("Control+v");
  await expect(tool.outline).toHaveValue("一、甲\n一是修渠；二是护林。\n");
});

test("a finding leads to its place, and its fix can be undone", async ({ tool, page }) => {
  await tool.write("## 甲\n\n完成投资，，增长一成。\n");
  await page.getByRole("button", { name: "问题 1" }).click();
  const finding = page.locator("#findings li");
  await finding.getByRole("button").first().click();
  const selected = () =>
    tool.outline.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
  expect(await selected()).toBe("，，");
  await finding.locator(".fix").click();
  await tool.shows(["一、甲", "完成投资，增长一成。"]);
  await expect(finding).toBeHidden();
  await tool.outline.press("Control+z");
  await tool.shows(["一、甲", "完成投资，，增长一成。"]);
});

test("the page speaks English too", async ({ tool, page }) => {
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Copy text" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("button", { name: "复制全文" })).toBeVisible();
  await expect(tool.outline).toBeVisible();
});

test("the place that changes is kept in view", async ({ tool, page }) => {
  await tool.write(Array.from({ length: 200 }, (_, number) => `第${number}件事已经办结。\n\n`).join(""));
  await tool.goBefore("第180件");
  await page.keyboard.type("改");
  const changed = tool.preview.locator(".group > *").nth(180);
  await expect(changed).toHaveText("改第180件事已经办结。");
  await expect(changed).toBeInViewport();
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 480, 360]) {
    test(`nothing is cut off at ${width} px, ${colorScheme}`, async ({ tool, page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await tool.write("# 长标题的工作总结\n\n## 甲\n\n| 项目 | 数量 |\n| --- | --- |\n| 修渠 | **公里 |\n");
      await tool.shows(["长标题的工作总结", "一、甲", "项目数量修渠**公里"]);
      const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(overflow)).toBe(0);
      for (const name of ["复制全文", "English"]) {
        await expect(page.getByRole("button", { name })).toBeInViewport({ ratio: 1 });
      }
    });
  }
}
