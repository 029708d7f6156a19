// Every key and button of the outline, in the real page. What each makes of a text is held in tests/editor.

import { expect, test } from "./page.mjs";

/** The keys, the outline before and after them. */
const KEYS = [
  ["Tab", "- 甲\n- ^乙", "- 甲\n  - ^乙"],
  ["Tab", "## 甲\n## ^乙", "## 甲\n### ^乙"],
  ["Shift+Tab", "- 甲\n  - ^乙", "- 甲\n- ^乙"],
  ["Shift+Tab", "### ^乙", "## ^乙"],
  ["Shift+Tab", "## ^甲\n\n## 乙", "# ^甲\n\n## 乙"],
  ["Tab", "# ^甲\n\n## 乙", "## ^甲\n\n## 乙"],
  ["Enter", "- 甲^", "- 甲\n- ^"],
  ["Enter", "- 甲\n- ^", "- 甲\n\n^"],
  ["Enter", "1. 甲^\n2. 乙", "1. 甲\n2. ^\n3. 乙"],
  ["Alt+ArrowUp", "1. 甲\n2. ^乙", "1. ^乙\n2. 甲"],
  ["Enter", "## 甲^", "## 甲\n^"],
  ["Enter", "## ^甲", "\n## ^甲"],
  ["Enter", "## 甲^乙", "## 甲\n^乙"],
  ["Enter", "甲^乙", "甲\n\n^乙"],
  ["Backspace", "### ^甲", "## ^甲"],
  ["Backspace", "## ^甲", "^甲"],
  ["Backspace", "- 甲\n- ^乙", "- 甲\n\n^乙"],
  ["Backspace", "甲\n\n^乙", "甲^乙"],
  ["Backspace", "甲乙^", "甲^"],
  ["Control+Backspace", "- 甲\n- ^乙", "- 甲\n\n^乙"],
  ["Delete", "甲^\n\n- 乙", "甲^乙"],
  ["Delete", "甲^乙", "甲^"],
  ["Alt+ArrowDown", "## ^甲\n正文\n\n## 乙", "## 乙\n\n## ^甲\n正文"],
  ["Alt+ArrowUp", "- 甲\n- ^乙\n  - 丙", "- ^乙\n  - 丙\n- 甲"],
  ["Alt+ArrowDown", "甲^乙\n\n- 丙\n- 丁", "- 丙\n- 丁\n\n甲^乙"],
  ["Alt+ArrowUp", "- 丙\n\n甲乙^", "甲乙^\n\n- 丙"],
  ["Control+Enter", "## 甲\n正^文\n\n## 乙", "## 甲\n正文\n\n## ^\n\n## 乙"],
];

test("every key does what it should, and it can be undone and done again", async ({ tool, page }) => {
  for (const [key, before, after] of KEYS) {
    await test.step(`${key} in ${JSON.stringify(before)}`, async () => {
      await tool.begin(before);
      await page.keyboard.press(key);
      await tool.isMarked(after);
      await page.keyboard.press("Control+z");
      await tool.hasValue(before.replace("^", ""));
      await page.keyboard.press("Control+y");
      await tool.hasValue(after.replace("^", ""));
    });
  }
});

const BUTTONS = [
  ["标题", "甲^\n\n## 乙", "# 甲^\n\n## 乙"],
  ["章节", "# 甲^", "## 甲^"],
  ["章节", "正文^", "## 正文^"],
  ["要点", "正文^", "- 正文^"],
  ["正文", "- 要点^", "要点^"],
  ["下移", "- ^甲\n- 乙", "- 乙\n- ^甲"],
  ["上移", "## 甲\n## ^乙", "## ^乙\n## 甲"],
];

test("every button does what it should, and the caret stays in the outline", async ({ tool, page }) => {
  for (const [name, before, after] of BUTTONS) {
    await test.step(`${name} in ${JSON.stringify(before)}`, async () => {
      await tool.begin(before);
      await tool.button(name).click();
      await tool.isMarked(after);
      await expect(tool.outline).toBeFocused();
      await page.keyboard.press("Control+z");
      await tool.hasValue(before.replace("^", ""));
    });
  }
});

test("a second title is refused, and it says why", async ({ tool }) => {
  await tool.begin("# 甲\n\n乙^");
  await tool.button("标题").click();
  await tool.hasValue("# 甲\n\n乙");
  await expect(tool.status).toHaveText("全文只有一个标题，写在各章之前");
});

test("several lines change their level together", async ({ tool, page }) => {
  await tool.write("- 甲\n- 乙\n- 丙");
  await tool.select(4, 11);
  await page.keyboard.press("Tab");
  await tool.hasValue("- 甲\n  - 乙\n  - 丙");
});

test("what is selected moves together, and the next key moves the same", async ({ tool, page }) => {
  const before = "1. 甲\n2. 乙\n3. 丙\n4. 丁";
  await tool.write(before);
  // To the start of 丁's text, of which nothing is selected.
  await tool.select(before.indexOf("乙"), before.indexOf("丁"));
  await page.keyboard.press("Alt+ArrowUp");
  await tool.hasValue("1. 乙\n2. 丙\n3. 甲\n4. 丁");
  expect(await tool.selected()).toBe("乙\n2. 丙");
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await tool.hasValue("1. 甲\n2. 丁\n3. 乙\n4. 丙");
  await page.keyboard.press("Control+z");
  await tool.hasValue(before);
  await page.keyboard.press("Control+Enter");
  await tool.isMarked("1. 甲\n2. 乙\n3. 丙\n\n## ^\n1. 丁");
});

test("text and empty lines among several stay what they are", async ({ tool, page }) => {
  await tool.write("## 甲\n\n正文\n");
  await tool.select(3, 9);
  await page.keyboard.press("Tab");
  await tool.hasValue("### 甲\n\n正文\n");
});

test("what is deleted or typed over takes the markers of its lines along", async ({ tool, page }) => {
  await tool.write("## 甲\n- 乙\n- 丙");
  await tool.select(4, 9);
  await page.keyboard.press("Backspace");
  await tool.isMarked("## 甲^丙");
  await page.keyboard.press("Control+z");
  await tool.select(3, 8);
  await page.keyboard.type("x");
  await tool.isMarked("## x^\n- 丙");
  await tool.shows(["一、x", "一是丙。"]);
});

/** What keys make of a selection from one `^` to the next, in one step. */
const OVER = [
  ["Enter", "- 甲^乙^丙", "- 甲\n- ^丙"],
  ["Enter", "## 甲^\n- 乙\n- 丙^丁", "## 甲\n^丁"],
  ["Shift+Enter", "## 甲\n- 乙^\n- 丙^丁", "## 甲\n- 乙\n^丁"],
  ["q", "## 甲^x\n- 乙\n  - 丙^\n    - 丁", "## 甲q^\n- 丁"],
  ["Control+x", "## 甲^x\n- 乙\n  - 丙^\n    - 丁", "## 甲^\n- 丁"],
  ["Control+x", "1. 甲^\n2. 乙^\n3. 丙", "1. 甲^\n2. 丙"],
  ["q", "---\nto: ^甲\nfrom: ^乙\n---\n丙", "---\nto: q^乙\n---\n丙"],
  ["Enter", "---\nto: ^甲\nfrom: ^乙\n---\n丙", "---\nto: \n^乙\n---\n丙"],
];

/** Selects from one `^` of an outline to the next. */
async function beginOver(tool, outline) {
  const [before, selected] = outline.split("^");
  await tool.write(outline.replaceAll("^", ""));
  await tool.select(before.length, before.length + selected.length);
}

test("a key over a selection leaves what Backspace leaves, and it can be undone", async ({ tool, page }) => {
  for (const [key, before, after] of OVER) {
    await test.step(`${key} in ${JSON.stringify(before)}`, async () => {
      await beginOver(tool, before);
      await page.keyboard.press(key);
      await tool.isMarked(after);
      await page.keyboard.press("Control+z");
      await tool.hasValue(before.replaceAll("^", ""));
    });
  }
});

test("Tab goes on through the page where it does nothing in the outline", async ({ tool, page }) => {
  const leaves = async (outline) => {
    await tool.begin(outline);
    await page.keyboard.press("Tab");
    await expect(tool.outline).not.toBeFocused();
    await tool.hasValue(outline.replace("^", ""));
  };
  await leaves("---\nto: ^甲\n---\n乙");
  await tool.element.evaluate((element) => element.setAttribute("readonly", ""));
  await leaves("- 甲\n- ^乙");
  await tool.select(4);
  await page.keyboard.press("Enter");
  await tool.hasValue("- 甲\n- 乙");
});

/** Pastes a text with its ends of lines as they are, which the clipboard of no test keeps. */
const paste = (tool, text) =>
  tool.outline.evaluate((content, text) => {
    const event = new Event("paste", { bubbles: true, cancelable: true });
    content.dispatchEvent(Object.assign(event, { clipboardData: { getData: () => text } }));
  }, text);

test("lines from Word become points or paragraphs, and can be undone in one step", async ({ tool, page }) => {
  await tool.begin("## 甲\n- 乙^\n");
  await paste(tool, "　　丙\r\n　　丁\r\n");
  await tool.isMarked("## 甲\n- 乙丙\n- 丁^\n");
  await page.keyboard.press("Control+z");
  await tool.isMarked("## 甲\n- 乙^\n");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+End");
  await paste(tool, "　　丙\r\n　　丁\r\n");
  await tool.shows(["一、甲", "一是乙。", "丙", "丁"]);
  await page.keyboard.press("Control+z");
  await tool.hasValue("## 甲\n- 乙\n");
});

test("one line is pasted where the caret is, and lines of the head stay lines", async ({ tool }) => {
  await tool.begin("---\nto: 甲^\n---\n- 乙");
  await paste(tool, "丙\ndate: 2025-12-05");
  await tool.isMarked("---\nto: 甲丙\ndate: 2025-12-05^\n---\n- 乙");
  await tool.begin("- 甲^乙");
  await paste(tool, "丙");
  await tool.isMarked("- 甲丙^乙");
});

/** Clicks three times on a line, which selects it. */
const pick = (tool, line) =>
  tool.element
    .locator(".cm-line")
    .nth(line)
    .click({ clickCount: 3, position: { x: 40, y: 12 } });

test("a line that is picked by three clicks keeps its marker and its end", async ({
  tool,
  page,
  browserName,
}) => {
  test.skip(browserName === "firefox", "three clicks of a test are three times one there");
  await tool.write("## 甲\n- 乙\n- 丙");
  await pick(tool, 1);
  expect(await tool.selected()).toBe("乙");
  await page.keyboard.type("x");
  await tool.isMarked("## 甲\n- x^\n- 丙");
  await pick(tool, 0);
  await page.keyboard.press("Delete");
  await tool.isMarked("## ^\n- x\n- 丙");
  await page.keyboard.type("新");
  await tool.shows(["一、新", "一是x；二是丙。"]);
});

test("a line that is cut comes back as a line", async ({ tool, page }) => {
  await tool.begin("1. 甲^\n2. 乙\n3. 丙");
  await page.keyboard.press("Control+x");
  await tool.isMarked("1. ^乙\n2. 丙");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+v");
  await tool.isMarked("1. 乙\n2. 甲\n3. ^丙");
});

test("what is cut from its first letter comes back with its marker", async ({ tool, page }) => {
  for (const before of ["文\n\n## ^甲\n- 乙^", "- 甲\n- ^乙\n- 丙^", "- 甲\n  - ^乙\n  - 丙^"]) {
    await beginOver(tool, before);
    await page.keyboard.press("Control+x");
    await page.keyboard.press("Control+v");
    await tool.hasValue(before.replaceAll("^", ""));
  }
  await beginOver(tool, "## ^甲\n- 乙^");
  await page.keyboard.press("Control+c");
  await tool.begin("文^");
  await page.keyboard.press("Control+v");
  await tool.isMarked("文\n## 甲\n- 乙^");
});

test("front matter, rules and tables are not joined to the text beside them", async ({ tool, page }) => {
  for (const [key, outline] of [
    ["Delete", "---\nto: 甲\n---^\n乙"],
    ["Backspace", "---\nto: 甲\n---\n^乙"],
    ["Backspace", "---\nto: 甲\n^---\n乙"],
    ["Control+Backspace", "甲\n\n---\n^乙"],
    ["Control+Delete", "甲^\n\n---\n乙"],
    ["Tab", "| 甲 | 乙 |\n| - | - |\n| 丙^ | 丁 |"],
  ]) {
    await tool.begin(outline);
    await page.keyboard.press(key);
    await tool.isMarked(outline);
  }
});

/** Selections by keys, and what Delete makes of them. */
const SELECTIONS = [
  ["Shift+Home", "- 甲\n- 乙丙^", "- 甲\n- ^"],
  ["Shift+ArrowLeft", "- 甲\n- ^乙", "- 甲^乙"],
  ["Shift+ArrowUp", "- 甲\n- ^乙\n- 丙", "- ^乙\n- 丙"],
  ["Shift+ArrowDown", "- ^甲\n- 乙\n- 丙", "- ^乙\n- 丙"],
  ["Shift+ArrowDown", "1. 甲^\n2. 乙\n3. 丙", "1. 甲^\n2. 丙"],
  ["Shift+ArrowDown", "## ^甲\n正文", "^正文"],
  ["Shift+ArrowDown", "^正文\n## 甲", "## ^甲"],
  ["Control+Shift+Home", "# 题\n## 甲^乙", "# ^乙"],
];

test("what is selected by keys is deleted without a marker left in the text", async ({ tool, page }) => {
  for (const [key, before, after] of SELECTIONS) {
    await test.step(`${key} in ${JSON.stringify(before)}`, async () => {
      await tool.begin(before);
      await page.keyboard.press(key);
      await page.keyboard.press("Delete");
      await tool.isMarked(after);
      await page.keyboard.press("Control+z");
      await tool.hasValue(before.replace("^", ""));
    });
  }
});

test("markers are hidden, and the caret never stands before one", async ({ tool, page }) => {
  await tool.begin("## 甲\n- 乙^");
  expect(await tool.lines()).toEqual(["甲", "乙"]);
  await page.keyboard.press("Home");
  await tool.isMarked("## 甲\n- ^乙");
  await page.keyboard.press("ArrowLeft");
  await tool.isMarked("## 甲^\n- 乙");
  await page.keyboard.press("ArrowRight");
  await tool.isMarked("## 甲\n- ^乙");
  await page.keyboard.press("ArrowUp");
  await tool.isMarked("## ^甲\n- 乙");
  await page.keyboard.type("新");
  await tool.hasValue("## 新甲\n- 乙");
});

test("a click before the text of a line puts the caret behind its marker", async ({ tool, page }) => {
  await tool.write("## 甲乙\n\n- 丙丁\n");
  const line = tool.element.locator(".cm-line").nth(2);
  await line.click({ position: { x: 2, y: 10 } });
  await page.keyboard.type("新");
  await tool.hasValue("## 甲乙\n\n- 新丙丁\n");
});

test("what only looks like a marker is shown", async ({ tool }) => {
  await tool.write("---\nto: 甲\n---\n##乙\n\n2022. 丙\n\n--\n");
  const lines = await tool.lines();
  expect(lines.slice(0, 4)).toEqual(["---", "主送机关：甲", "---", "##乙"]);
  expect(lines).toContain("2022. 丙");
});

test("a number sign in a comment or a point is shown", async ({ tool }) => {
  await tool.write("# 题\n\n<!--\n# 注\n-->\n- 甲\n  # 乙\n\n# 丙\n\n---\n\n# 丁\n");
  const lines = (await tool.lines()).filter((line) => /[题注乙丙丁]/.test(line));
  expect(lines).toEqual(["题", "# 注", "  # 乙", "丙", "# 丁"]);
  await tool.write("<!--\n# 注\n-->\n\n# 题");
  expect((await tool.lines()).filter((line) => /[题注]/.test(line))).toEqual(["# 注", "题"]);
});

test("F8 goes from finding to finding, and its fix is beside the pointer", async ({ tool, page }) => {
  await tool.write("甲，，乙\n\n丙。。丁\n");
  await expect(tool.element.locator(".cm-finding")).toHaveCount(2);
  await tool.select(0);
  await page.keyboard.press("F8");
  expect(await tool.selected()).toBe("，，");
  await page.keyboard.press("F8");
  expect(await tool.selected()).toBe("。。");
  await page.keyboard.press("F8");
  expect(await tool.selected()).toBe("，，");
  await tool.element.locator(".cm-finding").first().hover();
  await tool.element.locator(".cm-finding-tip").getByRole("button").last().click();
  await tool.hasValue("甲，乙\n\n丙。。丁\n");
  await page.keyboard.press("Control+z");
  await tool.hasValue("甲，，乙\n\n丙。。丁\n");
});

test("what is hidden is neither found nor replaced", async ({ tool, page }) => {
  const field = (name) => tool.element.getByRole("textbox", { name });
  const button = (name) => tool.element.getByRole("button", { name, exact: true });
  await tool.begin("^# 题#\n\n- 戊-己\n- 庚\n");
  await page.keyboard.press("Control+f");
  for (const [find, replace] of [
    ["-", "—"],
    ["#", "号"],
    ["\\n", ""],
  ]) {
    await field("查找").fill(find);
    await field("替换为").fill(replace);
    await button("全部替换").click();
  }
  await tool.hasValue("# 题号\n- 戊—己\n- 庚");
  await page.keyboard.press("Escape");
  await tool.shows(["题号", "一是戊—己；二是庚。"]);
});

test("the outline can be searched", async ({ tool, page }) => {
  await tool.begin("^甲乙\n\n丙乙\n");
  await page.keyboard.press("Control+f");
  await tool.element.getByRole("textbox", { name: "查找" }).pressSequentially("乙");
  await page.keyboard.press("Enter");
  await expect.poll(() => tool.selected()).toBe("乙");
  await page.keyboard.press("Escape");
  await expect(tool.element.getByRole("textbox", { name: "查找" })).toHaveCount(0);
  await expect(tool.outline).toBeFocused();
});

test("Escape, then Tab, leaves the outline", async ({ tool, page }) => {
  await tool.begin("- 甲\n- ^乙");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(tool.outline).not.toBeFocused();
  await tool.hasValue("- 甲\n- 乙");
});

test("level and number are read out as the caret moves", async ({ tool, page }) => {
  await tool.begin("^## 甲\n### 乙\n- 丙\n\n文\n");
  const spoken = tool.element.locator(".spoken");
  await page.keyboard.press("ArrowDown");
  await expect(spoken).toHaveText("二级，（一）");
  await page.keyboard.press("ArrowDown");
  await expect(spoken).toHaveText("要点，一是");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(spoken).toHaveText("一级，一、");
});
