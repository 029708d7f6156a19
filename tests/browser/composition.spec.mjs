// Chinese input: what is half composed is not text yet, and nothing disturbs it.

import { another, keeps } from "./drafts.mjs";
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
      await tool.begin("## 甲\n\n完成^。\n\n## 乙\n");
      await tool.shows(["一、甲", "完成。", "二、乙"]);
      const touched = await tool.watch();
      await method.compose("g", "go", "gong", "gong'z", "gong'zuo");
      await tool.hasValue("## 甲\n\n完成gong'zuo。\n\n## 乙\n");
      expect(await touched()).toBe(0);
      await method.choose("工作");
      await tool.hasValue("## 甲\n\n完成工作。\n\n## 乙\n");
      await tool.shows(["一、甲", "完成工作。", "二、乙"]);
      expect(await touched()).toBe(1);
    });
  });
}

/** A place, with the caret at `^`, and what the outline is once 修 is chosen there. */
const PLACES = [
  ["at a heading's hidden marker", "## 甲\n\n## ^乙\n"],
  ["in an empty heading", "## 甲\n\n## ^"],
  ["at a point's hidden marker", "- 甲\n- ^乙\n"],
  ["in an empty point", "- 甲\n- ^"],
  ["in a list that does not count", "1. 甲\n1. ^乙\n"],
  ["in the first of several empty lines", "甲\n\n^\n\n1. 乙\n"],
  ["before a blank", "- 收集^**条\n"],
  ["behind a blank", "- 收集**^条\n"],
  ["inside a blank", "- 收集*^*条\n"],
  ["beside a finding", "甲，，^乙\n"],
  ["in an empty outline", "^"],
  ["at the end of a deep point", "- 甲\n  - 乙^\n"],
];

for (const [place, outline] of PLACES) {
  test(`a word is composed ${place}`, async ({ tool, page }) => {
    const method = await inputMethod(page);
    await tool.begin(outline);
    await method.compose("x", "xi", "xiu");
    await tool.isMarked(outline.replace("^", "xiu^"));
    await method.choose("修");
    await tool.isMarked(outline.replace("^", "修^"));
    await page.keyboard.type("!");
    await tool.isMarked(outline.replace("^", "修!^"));
  });
}

test("a finding that appears does not disturb a word", async ({ tool, page }) => {
  const method = await inputMethod(page);
  await tool.begin("甲，^乙\n");
  await page.keyboard.type("，");
  // It would come a moment after the key, in the middle of the next word: unless it has come before, it waits.
  await method.compose("x", "xi");
  const shown = await tool.element.locator(".cm-finding").count();
  await page.waitForTimeout(400);
  expect(await tool.element.locator(".cm-finding").count()).toBe(shown);
  await method.compose("xiu", "xiu'q", "xiu'qu");
  await tool.isMarked("甲，，xiu'qu^乙\n");
  await method.choose("修渠");
  await tool.isMarked("甲，，修渠^乙\n");
  await tool.shows(["甲，，修渠乙"]);
  await expect(tool.element.locator(".cm-finding")).toHaveCount(1);
});

test("numbers in the margin stand still while a word is composed", async ({ tool, page }) => {
  const method = await inputMethod(page);
  await tool.begin("- 甲\n- ^\n- 乙\n");
  await tool.isNumbered(["一是", "·", "二是"]);
  await method.compose("x", "xiu");
  expect(await tool.numbers()).toEqual(["一是", "·", "二是"]);
  await method.choose("修");
  await tool.isNumbered(["一是", "二是", "三是"]);
});

test("words are composed one after another, and keys between them count", async ({ tool, page }) => {
  const method = await inputMethod(page);
  await tool.outline.click();
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
  await tool.begin("## 甲^");
  await method.compose("g", "gong");
  await method.cancel();
  await tool.hasValue("## 甲");
  await tool.shows(["一、甲"]);
  await page.keyboard.type("乙");
  await tool.shows(["一、甲乙"]);
});

test("a word composed over a selection takes its place", async ({ tool, page }) => {
  const method = await inputMethod(page);
  await tool.write("## 甲乙\n\n正文\n");
  await tool.select(3, 5);
  await method.compose("b", "bing");
  expect(await tool.paragraphs()).toEqual(["一、甲乙", "正文"]);
  await method.choose("丙");
  await tool.shows(["一、丙", "正文"]);
  await tool.outline.press("Control+a");
  await method.compose("d", "ding");
  await method.choose("丁");
  await tool.shows(["丁"]);
});

test("a word composed over several lines leaves what was under them a list", async ({ tool, page }) => {
  const method = await inputMethod(page);
  const before = "## 甲x\n- 乙\n  - 丙\n    - 丁";
  await tool.write(before);
  await tool.select(4, before.indexOf("丙") + 1);
  await method.compose("x", "xiu");
  await method.choose("修");
  await tool.isMarked("## 甲修^\n- 丁");
  await page.keyboard.press("Control+z");
  await tool.hasValue(before);
});

test("a value set from outside ends the word, and the summary is that of the value", async ({
  tool,
  page,
}) => {
  const method = await inputMethod(page);
  await tool.begin("## 甲^");
  await method.compose("x", "xi");
  await tool.write("## 外");
  await tool.hasValue("## 外");
  await tool.shows(["一、外"]);
  await tool.select(4);
  await page.keyboard.type("面");
  await tool.shows(["一、外面"]);
});

test("a move of the element ends the word, and the summary follows what comes after it", async ({
  tool,
  page,
}) => {
  const method = await inputMethod(page);
  await tool.begin("## 甲^");
  await method.compose("x", "xi");
  await tool.element.evaluate((element) => document.body.append(element));
  await tool.shows(["一、甲xi"]);
  await tool.select(6);
  await page.keyboard.type("乙");
  await tool.shows(["一、甲xi乙"]);
  await method.compose("b", "bi");
  await method.choose("丙");
  await tool.shows(["一、甲xi乙丙"]);
});

test("what was composed is undone in one step", async ({ tool, page }) => {
  const method = await inputMethod(page);
  await tool.begin("## 甲^");
  await method.compose("x", "xiu");
  await method.choose("修");
  await tool.shows(["一、甲修"]);
  await page.keyboard.press("Control+z");
  await tool.hasValue("## 甲");
  await tool.shows(["一、甲"]);
});

test("a fix pressed in the middle of a word ends the word, and hits its own characters", async ({
  tool,
  page,
}) => {
  const method = await inputMethod(page);
  await tool.begin("## 甲^\n\n完成投资，，增长一成。\n");
  await tool.button("问题 1").click();
  await tool.select(4);
  await method.compose("x", "xi");
  await tool.element.evaluate((element) => element.shadowRoot.querySelector(".panel .fix").click());
  await tool.hasValue("## 甲xi\n\n完成投资，增长一成。\n");
  await tool.shows(["一、甲xi", "完成投资，增长一成。"]);
});

test("after a word that the browser dropped, the summary follows once the focus has left", async ({
  tool,
  page,
}) => {
  const method = await inputMethod(page);
  await tool.begin("## 甲^");
  await method.compose("x", "xi");
  await page.evaluate(() => document.execCommand("undo"));
  await tool.button("English").focus();
  await tool.shows([await tool.value().then((value) => value.replace("## ", "一、"))]);
  await tool.select((await tool.value()).length);
  await page.keyboard.type("乙");
  await tool.shows([await tool.value().then((value) => value.replace("## ", "一、"))]);
});

test("a language that is set in the middle of a word waits for its end", async ({ tool, page }) => {
  const method = await inputMethod(page);
  await tool.begin("## 甲^");
  await method.compose("x", "xi");
  await tool.element.evaluate((element) => (element.lang = "en"));
  await method.compose("xiu");
  await method.choose("修");
  await tool.hasValue("## 甲修");
  await tool.shows(["一、甲修"]);
  await expect(tool.button("Copy")).toBeVisible();
});

test("what is being composed is saved as it comes, and when another window takes over", async ({
  tool,
  page,
}) => {
  const method = await inputMethod(page);
  await tool.outline.focus();
  await page.keyboard.type("甲");
  await keeps(page, "甲");
  const second = await another(page);
  await expect(second.notice).toContainText("正在另一个窗口里写");
  await page.bringToFront();
  await tool.outline.focus();
  await method.compose("gong", "gong'zuo", "今年以来");
  await keeps(page, "甲今年以来");
  await method.compose("今年以来我们");
  await second.button("在这里写").click();
  await expect(second.notice).toBeHidden();
  await second.hasValue("甲今年以来我们");
  await expect(tool.notice).toContainText("正在另一个窗口里写");
  await tool.hasValue("甲今年以来我们");
});
