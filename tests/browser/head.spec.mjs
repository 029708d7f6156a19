// What stands around the body, at the head of the outline.

import { expect, test } from "./page.mjs";

const HEAD = '---\nto: 县委办公室\nstyle: {"numbering":["1．"]}\n---\n\n## 甲\n';

test("the head is shown in words, and stays as it is", async ({ tool, page }) => {
  await tool.write(HEAD);
  const shown = tool.outline.locator(".cm-head");
  await expect(shown).toHaveText(["---", "主送机关：县委办公室", "样式：沿用原文的格式", "---"]);
  await tool.outline.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.insertText("、县政府");
  await expect(shown.nth(1)).toHaveText("主送机关：县委办公室、县政府");
  await tool.hasValue(HEAD.replace("县委办公室", "县委办公室、县政府"));
  await expect(tool.sheet).toContainText("县委办公室、县政府：");
  await expect(tool.sheet).toContainText("1．甲");
});

test("a key of the head goes in one piece, and comes back", async ({ tool, page }) => {
  await tool.write(HEAD);
  await tool.outline.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Backspace");
  await tool.hasValue(HEAD.replace("to: ", ""));
  await page.keyboard.press("Control+z");
  await tool.hasValue(HEAD);
});
