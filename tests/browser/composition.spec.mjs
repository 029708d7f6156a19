// Chinese input: what is half composed is not text yet.

import { WAYS, expect, test } from "./page.mjs";

/** An input method: it shows what is composed so far, then puts in a word, or nothing. */
async function inputMethod(page) {
  const devtools = await page.context().newCDPSession(page);
  const show = (text) => {
    const at = { selectionStart: text.length, selectionEnd: text.length };
    return devtools.send("Input.imeSetComposition", { text, ...at });
  };
  return {
    async compose(...states) {
      for (const state of states) await show(state);
    },
    choose: (text) => devtools.send("Input.insertText", { text }),
    cancel: () => show(""),
  };
}

for (const way of WAYS) {
  test.describe(`opened from ${way}`, () => {
    test.use({ way });

    test("the text waits until a word is chosen", async ({ tool, page }) => {
      const method = await inputMethod(page);
      await tool.write("## 甲\n\n完成。\n\n## 乙\n");
      await tool.shows(["一、甲", "完成。", "二、乙"]);
      await tool.goBefore("。");
      const touched = await tool.watch();
      await method.compose("g", "go", "gong", "gong'z", "gong'zuo");
      await expect(tool.outline).toHaveValue("## 甲\n\n完成gong'zuo。\n\n## 乙\n");
      expect(await touched()).toBe(0);
      await method.choose("工作");
      await expect(tool.outline).toHaveValue("## 甲\n\n完成工作。\n\n## 乙\n");
      await tool.shows(["一、甲", "完成工作。", "二、乙"]);
      expect(await touched()).toBe(1);
    });
  });
}

test("words are composed one after another, and keys between them count", async ({ tool, page }) => {
  const method = await inputMethod(page);
  await tool.outline.focus();
  await page.keyboard.type("## ");
  await method.compose("x", "xiu");
  await method.choose("修渠");
  await tool.shows(["一、修渠"]);
  await page.keyboard.type("！");
  await method.compose("h", "hu");
  await method.choose("护林");
  await tool.shows(["一、修渠！护林"]);
  await page.keyboard.press("Backspace");
  await tool.shows(["一、修渠！护"]);
});

test("a word given up leaves the text as it was", async ({ tool, page }) => {
  const method = await inputMethod(page);
  await tool.write("## 甲");
  await tool.outline.press("Control+End");
  await method.compose("g", "gong");
  await method.cancel();
  await expect(tool.outline).toHaveValue("## 甲");
  await tool.shows(["一、甲"]);
  await page.keyboard.type("乙");
  await tool.shows(["一、甲乙"]);
});

test("a word composed over a selection takes its place", async ({ tool, page }) => {
  const method = await inputMethod(page);
  await tool.write("## 甲\n\n## 乙\n");
  await tool.outline.press("Control+a");
  await method.compose("b", "bing");
  await tool.shows(["一、甲", "二、乙"]);
  await method.choose("丙");
  await tool.shows(["丙"]);
});
