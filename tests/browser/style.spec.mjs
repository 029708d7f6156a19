// What a writer chooses of the style: in the panel, in the head of the outline, on the pages.

import { readFileSync } from "node:fs";
import { expect, test } from "./page.mjs";

const BODY = `# 总结

## 甲

### 乙。

#### 丙。

丁。
`;
const DATED = `---
from: 县委办公室
date: 2025-12-05
---

${BODY}`;

const said = (style) => `---\nstyle: ${JSON.stringify(style)}\n---\n\n`;

/** A heading of a level as the head says it. */
const heading = (family, bold = false) => ({ family, size: 16, bold });
const [HEI, KAI, FANG] = ["黑体", "楷体_GB2312", "仿宋_GB2312"].map((family) => heading(family));

const field = (tool, name) => tool.panel.getByRole("combobox", { name, exact: true });
const pitch = (tool) => tool.panel.getByRole("textbox", { name: "行距（磅）" });
const check = (tool, name) => tool.panel.getByRole("checkbox", { name });

async function type(field, text) {
  await field.fill(text);
  await field.press("Enter");
}

/** What a part of the paper is set in. */
const fontOf = (tool, part) =>
  tool.sheet
    .locator(part)
    .first()
    .evaluate((element) => {
      const { fontFamily, fontWeight } = getComputedStyle(element);
      return [fontFamily.split(",")[0].replace(/"/g, ""), fontWeight];
    });

test("a font is chosen by its name for each part, and undone", async ({ tool, page }) => {
  await tool.write(BODY);
  await tool.open("版式");
  for (const [part, was, name, fonts, shown] of [
    ["标题", "方正小标宋简体", "方正小标宋_GBK", { title: { family: "方正小标宋_GBK" } }, ".title"],
    ["一级标题", "黑体", "宋体", { headings: [heading("宋体"), KAI, FANG, FANG, FANG] }, ".level-1"],
    [
      "二级标题",
      "楷体_GB2312",
      "楷体",
      { headings: [HEI, heading("楷体"), FANG, FANG, FANG] },
      ".level-2 .head",
    ],
    [
      "三级以下标题",
      "仿宋_GB2312",
      "仿宋",
      { headings: [HEI, KAI, heading("仿宋"), heading("仿宋"), heading("仿宋")] },
      ".level-3 .head",
    ],
    ["正文", "仿宋_GB2312", "仿宋", { body: { family: "仿宋" }, table: { family: "仿宋" } }, ".level-3"],
  ]) {
    await expect(field(tool, part)).toHaveValue(was);
    await type(field(tool, part), name);
    await tool.hasValue(said({ fonts }) + BODY);
    await expect.poll(async () => (await fontOf(tool, shown))[0]).toBe(name);
    await page.keyboard.press("Control+z");
    await tool.hasValue(BODY);
    await expect(field(tool, part)).toHaveValue(was);
    await expect.poll(async () => (await fontOf(tool, shown))[0]).toBe(was);
  }
});

test("a font is picked from the list by keys, and English names are understood", async ({ tool, page }) => {
  await tool.write(BODY);
  await tool.open("版式");
  const title = field(tool, "标题");
  await title.focus();
  await expect(tool.panel.getByRole("option")).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(tool.panel.getByRole("option")).toHaveCount(8);
  await expect(tool.panel.getByRole("option", { selected: true })).toContainText("方正小标宋简体");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(title).toHaveValue("方正小标宋_GBK");
  await tool.hasValue(said({ fonts: { title: { family: "方正小标宋_GBK" } } }) + BODY);
  await type(title, "simhei");
  await expect(title).toHaveValue("黑体");
  // Nothing: as in the standard form.
  await type(title, "");
  await expect(title).toHaveValue("方正小标宋简体");
  await tool.hasValue(BODY);
  await title.click();
  await expect(tool.panel.getByRole("option")).toHaveCount(8);
  await page.keyboard.press("Escape");
  await expect(tool.panel.getByRole("option")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(tool.panel).toBeHidden();
  await expect(tool.button("版式")).toBeFocused();
});

test("the line pitch is a number of points; one that is none is told, and nothing is lost", async ({
  tool,
}) => {
  await tool.write(BODY);
  await tool.open("版式");
  const shown = () => tool.sheet.evaluate((sheet) => sheet.style.getPropertyValue("--pitch"));
  await type(pitch(tool), "28");
  await tool.hasValue(said({ page: { pitch: 28 } }) + BODY);
  await expect.poll(shown).toBe("28");
  for (const wrong of ["二十八", "1", "-28", "1e9", "Infinity"]) {
    await type(pitch(tool), wrong);
    await expect(tool.panel.getByRole("alert")).toHaveText(
      "没有改：行距请填 18 到 60 之间的数，如 28，或者空着",
    );
    await expect(pitch(tool)).toHaveValue(wrong);
    await expect(pitch(tool)).toHaveAttribute("aria-invalid", "true");
    await tool.hasValue(said({ page: { pitch: 28 } }) + BODY);
  }
  await type(pitch(tool), "２９．６ 磅");
  await expect(pitch(tool)).toHaveValue("29.6");
  await expect(tool.panel.getByRole("alert")).toHaveText("");
  await expect.poll(shown).toBe("29.6");
  await type(pitch(tool), "");
  await tool.hasValue(BODY);
  await expect.poll(async () => Number(await shown())).toBeCloseTo(28.99, 2);
});

test("bold, seal, page numbers and indent are chosen and seen", async ({ tool }) => {
  await tool.write(DATED);
  await tool.open("版式");
  const says = (style) => tool.hasValue(DATED.replace("05\n", `05\nstyle: ${JSON.stringify(style)}\n`));
  const weight = async () => (await fontOf(tool, ".level-3 .head"))[1];
  const bold = { headings: [HEI, KAI, heading("仿宋_GB2312", true), FANG, FANG] };

  expect(await weight()).toBe("400");
  await check(tool, "三级标题加粗").check();
  await says({ fonts: bold });
  await expect.poll(weight).toBe("700");
  await check(tool, "三级标题加粗").uncheck();
  await tool.hasValue(DATED);

  const left = () =>
    tool.sheet.locator(".date .line").evaluate((line) => Number(line.style.getPropertyValue("--left")));
  const before = await left();
  await check(tool, "加盖印章").check();
  await says({ seal: true });
  await expect.poll(left).not.toBe(before);
  await check(tool, "加盖印章").uncheck();
  await expect.poll(left).toBe(before);

  await expect(tool.sheet.locator(".folio")).toHaveCount(1);
  await check(tool, "页码").uncheck();
  await says({ pageNumbers: false });
  await expect(tool.sheet.locator(".folio")).toHaveCount(0);
  await check(tool, "页码").check();
  await expect(tool.sheet.locator(".folio")).toHaveCount(1);

  const text = () => tool.element.evaluate((element) => element.summary.text);
  expect(await text()).toContain("\n一、甲\n");
  await check(tool, "首行缩进").check();
  await says({ indented: ["heading", "runIn", "body", "closing", "attachment"] });
  await expect.poll(text).toContain("\n　　一、甲\n");
  await check(tool, "首行缩进").uncheck();
  await tool.hasValue(DATED);
});

test("each choice is one step of the editor, whatever is typed around it", async ({ tool, page }) => {
  await tool.begin("甲^");
  await page.keyboard.insertText("乙");
  await tool.open("版式");
  await check(tool, "页码").uncheck();
  await check(tool, "加盖印章").check();
  await tool.hasValue(`${said({ seal: true, pageNumbers: false })}甲乙`);
  await tool.outline.focus();
  // A key lets the editor put the caret where it was; text that comes before would go where the browser has it.
  await page.keyboard.press("End");
  await page.keyboard.insertText("丙");
  await tool.hasValue(`${said({ seal: true, pageNumbers: false })}甲乙丙`);
  for (const value of [
    `${said({ seal: true, pageNumbers: false })}甲乙`,
    `${said({ pageNumbers: false })}甲乙`,
    "甲乙",
    "甲",
  ]) {
    await page.keyboard.press("Control+z");
    await tool.hasValue(value);
  }
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+y");
  await tool.hasValue(`${said({ pageNumbers: false })}甲乙`);
  await expect(check(tool, "页码")).not.toBeChecked();
  await expect(check(tool, "加盖印章")).not.toBeChecked();
});

test("what is written first in an empty outline stands behind the head", async ({ tool, page }) => {
  await tool.open("版式");
  await check(tool, "页码").uncheck();
  await page.keyboard.press("Escape");
  await tool.outline.focus();
  await page.keyboard.insertText("甲");
  await tool.hasValue(`${said({ pageNumbers: false })}甲`);
  await tool.shows(["甲"]);
});

test("only its line of the head changes, and the head is told in words", async ({ tool }) => {
  const head = (style) => `---\nto: 县委\n样式： ${style}\nfacts:\n  镇: 严道镇\n---\n## 去{镇}\n`;
  await tool.write(head("decimal"));
  await tool.open("版式");
  await check(tool, "加盖印章").check();
  const style = {
    name: "decimal",
    numbering: ["1 ", "1.1 ", "1.1.1 ", "1.1.1.1 ", "1.1.1.1.1 "],
    seal: true,
  };
  await tool.hasValue(head(JSON.stringify(style)));
  await expect(tool.sheet).toContainText("1 去严道镇");
  await tool.write("## 甲\n");
  await expect(check(tool, "加盖印章")).not.toBeChecked();
  await check(tool, "加盖印章").check();
  await expect(tool.outline.locator(".cm-head").nth(1)).toHaveText("样式：按“版式”里的选择");
});

test("back to the standard, what this panel sets goes and what was read of a text stays", async ({
  tool,
  page,
}) => {
  const habits = { numbering: ["1．"], page: { top: 30 }, blankLines: true };
  const own = {
    ...{ numbering: ["1．"], blankLines: true, page: { top: 30, pitch: 30 } },
    ...{ fonts: { body: { family: "宋体" } }, seal: true, pageNumbers: false },
  };
  await tool.write(said(own) + BODY);
  await tool.open("版式");
  await expect(pitch(tool)).toHaveValue("30");
  await expect(check(tool, "加盖印章")).toBeChecked();
  await tool.button("恢复标准格式").click();
  await expect(tool.status).toHaveText("版式已恢复标准，按 Ctrl+Z 可退回");
  await expect(pitch(tool)).toHaveValue("");
  await expect(field(tool, "正文")).toHaveValue("仿宋_GB2312");
  await expect
    .poll(async () => JSON.parse((await tool.value()).split("\n")[1].slice("style: ".length)))
    .toEqual(habits);
  await page.keyboard.press("Control+z");
  await tool.hasValue(said(own) + BODY);

  await tool.write(said({ seal: true }) + BODY);
  await tool.button("恢复标准格式").click();
  await tool.hasValue(BODY);
  await tool.button("恢复标准格式").click();
  await expect(tool.status).toHaveText("版式已经是标准格式");
  await tool.hasValue(BODY);
});

async function load(tool, page, name, text) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    tool.button("载入样式文件").click(),
  ]);
  await chooser.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

/** Saves the style; gives what is in the file. */
async function save(tool, page) {
  const given = page.evaluate(
    () =>
      new Promise((resolve) => {
        const { createObjectURL } = URL;
        URL.createObjectURL = (blob) => {
          resolve(blob.text());
          return createObjectURL.call(URL, blob);
        };
      }),
  );
  // Of downloads in other browsers Playwright hears nothing.
  const hears = test.info().project.name === "chromium";
  const saved = hears ? page.waitForEvent("download") : undefined;
  await tool.button("另存为样式文件").click();
  const download = await saved;
  if (download) {
    expect(download.suggestedFilename()).toBe("版式.json");
    expect(readFileSync(await download.path(), "utf8")).toBe(await given);
  }
  return given;
}

test("a style is saved as a file and loaded into another outline, as one step", async ({ tool, page }) => {
  const style = { numbering: ["1．"], page: { pitch: 28 }, seal: true };
  await tool.write(said(style) + BODY);
  await tool.open("版式");
  const file = await save(tool, page);
  expect(JSON.parse(file)).toEqual(style);

  await tool.write(DATED);
  await load(tool, page, "版式.json", file);
  await expect(tool.status).toHaveText("已载入样式，按 Ctrl+Z 可退回");
  await tool.hasValue(DATED.replace("05\n", `05\nstyle: ${JSON.stringify(style)}\n`));
  await expect(pitch(tool)).toHaveValue("28");
  await expect(tool.sheet).toContainText("1．甲");
  await tool.outline.focus();
  await page.keyboard.press("Control+z");
  await tool.hasValue(DATED);
});

test("a file that is no style is refused with the place that is wrong", async ({ tool, page }) => {
  await tool.write(DATED);
  await tool.open("版式");
  for (const [text, told] of [
    ["# 总结", "《样式.json》不是样式文件，没有载入。样式文件由“另存为样式文件”得来"],
    ["[]", "《样式.json》不是样式文件，没有载入。样式文件由“另存为样式文件”得来"],
    ['{"page":{"pitch":0}}', "《样式.json》里的“page.pitch”写得不对，没有载入"],
    [
      '{"fonts":{"headings":[{},{"size":"3号"}]}}',
      "《样式.json》里的“fonts.headings[1].size”写得不对，没有载入",
    ],
    ['{"颜色":"红"}', "《样式.json》里的“颜色”写得不对，没有载入"],
    [" ".repeat(200_000), "《样式.json》不是样式文件，没有载入。样式文件由“另存为样式文件”得来"],
  ]) {
    await load(tool, page, "样式.json", text);
    await expect(tool.status).toHaveText(told);
    await tool.hasValue(DATED);
  }
});

test("a font that the machine lacks is told in the panel, with what is shown instead", async ({ tool }) => {
  await tool.write(said({ fonts: { title: { family: "没有的字体" } } }) + BODY);
  await expect(tool.button("版式")).toHaveClass(/lacking/);
  await expect(tool.button("版式")).toHaveAttribute("title", "字体、行距、页码、印章；有的字体本机没有");
  await tool.open("版式");
  const told = tool.panel.locator(".lacks");
  await expect(told).toContainText("“没有的字体”");
  await expect(told).toContainText("，以“思源宋体”显示和打印");
  await expect(told).toContainText("样式里仍记原名，换到有这些字体的电脑上就用它们");
  await expect(tool.status).toHaveText("");
  // One that is there, by another of its names.
  await type(field(tool, "标题"), "Noto Serif CJK SC");
  await expect(field(tool, "标题")).toHaveValue("思源宋体");
  await expect(told).not.toContainText("“没有的字体”");
  for (const part of ["一级标题", "二级标题", "三级以下标题", "正文"])
    await type(field(tool, part), "Noto Sans CJK SC");
  // Left are the page numbers, in another 宋体.
  await expect(told.getByRole("paragraph").first()).toHaveText("本机没有“宋体”，以“思源宋体”显示和打印");
  await expect(tool.button("版式")).not.toHaveClass(/lacking/);
});

test("the flow is set in the fonts of the style, too", async ({ tool }) => {
  await tool.write(BODY);
  await tool.inOneFlow();
  await tool.open("版式");
  await type(field(tool, "二级标题"), "宋体");
  await type(field(tool, "正文"), "楷体");
  await check(tool, "三级标题加粗").check();
  await expect.poll(() => fontOf(tool, ".level-2 .head")).toEqual(["宋体", "400"]);
  await expect.poll(() => fontOf(tool, ".level-3")).toEqual(["楷体", "400"]);
  await expect.poll(() => fontOf(tool, ".level-3 .head")).toEqual(["仿宋_GB2312", "700"]);
});

test("where the outline cannot be changed, neither can the style", async ({ tool }) => {
  await tool.write(BODY);
  await tool.open("版式");
  await tool.element.evaluate((element) => (element.readonly = true));
  await expect(tool.panel).toBeHidden();
  await expect(tool.button("版式")).toBeDisabled();
});

test("the panel speaks English", async ({ tool }) => {
  await tool.write(BODY);
  await tool.button("English").click();
  await tool.button("Layout").click();
  await type(tool.panel.getByRole("textbox", { name: "Line pitch (pt)" }), "x");
  await expect(tool.panel.getByRole("alert")).toHaveText(/^Not changed/);
  const words = await tool.panel.locator("label, button, .hint").allTextContents();
  // Fonts have their names in any language.
  expect(words.map((word) => word.replace(/“[^”]*”/g, "")).join()).not.toMatch(/[一-鿿]/);
});
