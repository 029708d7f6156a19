// Blanks filled, facts gathered, figures masked: as a writer does it, and as the host may.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../www/tools/install.mjs";
import { given } from "./given.mjs";
import { expect, hosted, test } from "./page.mjs";
import { copied, pasted, tools } from "./tool.mjs";

const own = readFileSync(join(root, "tests/documents/bureau-2024.md"), "utf8");
const shared = join(root, "../shared/fixtures/work-summary.md");
const DOCUMENTS = [["our own summary", own, undefined]];
if (existsSync(shared)) DOCUMENTS.push(["the shared summary", readFileSync(shared, "utf8"), 56]);

const SOURCE = `# 总结

***镇接待游客**万人次，出栏××头。

## 农业

- ***镇培训**场
`;

const field = (tool) => tool.panel.getByRole("textbox", { name: /^填入的内容/ });
const left = (tool) => tool.element.evaluate((element) => element.blanks.length);

/** Opens the blanks at the first. */
async function begin(tool, source) {
  await tool.write(source);
  await tool.select(0);
  await tool.page.keyboard.press("F7");
  await expect(field(tool)).toBeFocused();
}

for (const [name, source, expected] of DOCUMENTS)
  test(`the blanks of ${name} are filled by the keyboard alone`, async ({ tool, page }) => {
    await begin(tool, source);
    const blanks = await tool.element.evaluate((element) => element.blanks);
    if (expected) expect(blanks.length).toBe(expected);
    expect(blanks.length).toBeGreaterThan(5);
    for (const [index] of blanks.entries()) {
      await page.keyboard.type(`填${index}`);
      await page.keyboard.press("Enter");
    }
    // All else stays to the byte; what has a name gets its value at the head.
    let [filled, at] = ["", 0];
    let value = await tool.value();
    for (const { index, from, to, run, name } of blanks) {
      filled += source.slice(at, from) + (name === undefined ? `填${index}` : run);
      at = to;
      if (name !== undefined) value = value.replace(`\n  ${name}: 填${index}`, "");
    }
    expect(value).toBe(filled + source.slice(at));
    expect(await left(tool)).toBe(0);
    await expect(tool.panel).toContainText("都填好了");
    await expect(tool.blanks).toHaveText("已填完");
  });

test("each blank is shown with its words, unit and section, and the text follows", async ({ tool, page }) => {
  await begin(tool, SOURCE);
  await expect(tool.blanks).toHaveText("空 5");
  await expect(tool.panel.locator(".around")).toHaveText("***镇接待游客**万人次，出");
  await expect(tool.panel.locator(".section")).toHaveText("各章之外");
  await page.keyboard.press("ArrowDown");
  await expect(field(tool)).toHaveAccessibleName("填入的内容，单位：万人次");
  await expect(tool.panel.locator(".unit")).toHaveText("万人次");
  await page.keyboard.type("12.5");
  await page.keyboard.press("Enter");
  await tool.hasValue(SOURCE.replace("游客**", "游客12.5"));
  await expect(tool.sheet).toContainText("接待游客12.5万人次");
  await expect(tool.blanks).toHaveText("空 4/5");
  await expect(tool.panel.getByRole("progressbar")).toHaveAccessibleName("已填 1 处，共 5 处");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("F7");
  await expect(tool.panel.locator(".section")).toHaveText("一、农业");
  await expect(tool.element.locator(".cm-spot")).toHaveText("**");
});

test("those that are alike are filled together, and one step takes it back", async ({ tool, page }) => {
  await begin(tool, SOURCE);
  const all = tool.panel.getByRole("button", { name: "2 处“***镇”都填" });
  await page.keyboard.type("柳溪");
  await page.keyboard.press("Control+Enter");
  const filled = SOURCE.replace(/\*\*\*/g, "柳溪");
  await tool.hasValue(filled);
  await expect(all).toBeHidden();
  await expect(tool.panel.locator(".around")).toContainText("接待游客**");
  await page.keyboard.press("Control+z");
  await tool.hasValue(SOURCE);
  await expect(all).toBeVisible();
  await page.keyboard.type("柳溪");
  await all.click();
  await tool.hasValue(filled);
});

test("skipping and going back fill nothing, round both ends", async ({ tool, page }) => {
  await begin(tool, SOURCE);
  const around = tool.panel.locator(".around");
  for (const words of ["接待游客**万", "出栏××头", "***镇培训", "镇培训**场", "***镇接待"]) {
    await page.keyboard.press("Enter");
    await expect(around).toContainText(words);
  }
  await page.keyboard.press("ArrowUp");
  await expect(around).toContainText("镇培训**场");
  await page.keyboard.press("Shift+F7");
  await expect(around).toContainText("***镇培训");
  await tool.hasValue(SOURCE);
  await tool.panel.getByRole("button", { name: "接待游客" }).first().click();
  await expect(field(tool)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(tool.panel).toBeHidden();
  await expect(tool.element.locator(".cm-spot")).toHaveCount(0);
});

test("half-typed Chinese is not filled in by the Enter that ends it", async ({ tool }) => {
  await begin(tool, SOURCE);
  await field(tool).evaluate((input) => {
    input.value = "liu";
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }));
  });
  await tool.hasValue(SOURCE);
});

test("a blank gets a name, and its fact is filled everywhere", async ({ tool, page }) => {
  await begin(tool, SOURCE);
  await page.keyboard.press("ArrowDown");
  const name = tool.panel.getByRole("textbox", { name: "名称" });
  await name.fill("游{客");
  await name.press("Enter");
  await expect(tool.status).toContainText("这个名字不能用");
  await expect(name).toHaveValue("游{客");
  await name.fill("游客");
  await name.press("Enter");
  await tool.hasValue(SOURCE.replace("游客**", "游客{游客}"));
  await expect(field(tool)).toBeFocused();
  await expect(tool.panel).toContainText("记入数据“游客”");
  await page.keyboard.type("12.5");
  await page.keyboard.press("Enter");
  await tool.hasValue(`---\nfacts:\n  游客: 12.5\n---\n${SOURCE.replace("游客**", "游客{游客}")}`);
  await expect(tool.sheet).toContainText("接待游客12.5万人次");
  await expect(tool.panel.locator(".around")).toContainText("出栏××头");
});

test("facts stand in one table, and are changed there", async ({ tool, page }) => {
  await tool.write("出栏{出栏}头，完成{完成率 = 出栏 / 目标 as %}。\n");
  await tool.open("填空");
  await tool.panel.getByRole("tab", { name: "数据" }).click();
  await expect(tool.panel.getByRole("textbox", { name: "出栏" })).toBeFocused();
  await page.keyboard.type("3400");
  await page.keyboard.press("Enter");
  await expect(tool.panel.getByRole("textbox", { name: "目标" })).toBeFocused();
  await expect(tool.panel.getByRole("row", { name: /完成率/ })).toContainText("还算不出");
  await page.keyboard.type("4000");
  await page.keyboard.press("Enter");
  await expect(tool.panel.getByRole("row", { name: /完成率/ })).toContainText("85%");
  await expect(tool.sheet).toContainText("出栏3400头，完成85%。");
  const row = tool.panel.locator(".adding");
  await row.getByRole("textbox").first().fill("镇名");
  await row.getByRole("textbox").last().fill("柳溪镇");
  await row.getByRole("button").click();
  await expect(tool.panel.getByRole("textbox", { name: "镇名" })).toHaveValue("柳溪镇");
  await expect(tool.panel.getByRole("row", { name: /镇名/ })).toContainText("没有用到");
  const file = await given(page);
  await tool.panel.getByRole("button", { name: "存成表格" }).click();
  await expect.poll(async () => (await file())?.name).toBe("数据.csv");
  expect((await file()).text.replace("\ufeff", "")).toBe("出栏,3400\r\n目标,4000\r\n镇名,柳溪镇\r\n");
});

/** 出栏,5000 / 目标,"5,000" in GB18030. */
const GB18030 = Buffer.from([
  ...[0xb3, 0xf6, 0xc0, 0xb8, 0x2c, 0x35, 0x30, 0x30, 0x30, 0x0d, 0x0a],
  ...[0xc4, 0xbf, 0xb1, 0xea, 0x2c, 0x22, 0x35, 0x2c, 0x30, 0x30, 0x30, 0x22, 0x0d, 0x0a],
]);

test("a table is loaded from a file, and pasted", async ({ tool, page }) => {
  const source = "---\nfacts:\n  出栏: 3400\n---\n\n出栏{出栏}头，目标{目标}头。\n";
  await tool.write(source);
  await tool.open("填空");
  await tool.panel.getByRole("tab", { name: "数据" }).click();
  const load = async (buffer) => {
    const button = tool.panel.getByRole("button", { name: "载入表格" });
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button.click()]);
    await chooser.setFiles({ name: "数据.csv", mimeType: "text/csv", buffer });
  };
  await load(GB18030);
  await expect(tool.sheet).toContainText("出栏5000头，目标5,000头。");
  await expect(tool.status).toContainText("已载入 2 项数据");
  await load(Buffer.from([0, 1, 2, 3]));
  await expect(tool.status).toContainText("没有认出数据");
  await copied(page, "指标\t2024年\n出栏\t6000\n");
  await tool.panel.getByRole("textbox", { name: "出栏" }).press("Control+v");
  await expect(tool.sheet).toContainText("出栏6000头，目标5,000头。");
  await tool.outline.press("Control+z");
  await tool.outline.press("Control+z");
  await tool.hasValue(source);
});

test("figures and names are masked, seen before, and taken back in one step", async ({ tool, page }) => {
  const source = "# 2024年总结\n\n柳溪镇收入3.5亿元，张三联系12户，达标100%，第3次、1,200人。\n";
  await tool.write(source);
  await tool.open("填空");
  await tool.panel.getByRole("tab", { name: "脱敏" }).click();
  const names = tool.panel.getByRole("textbox", { name: "要遮住的名称" });
  await names.fill("张三、柳溪镇");
  await expect(tool.panel.getByRole("listitem")).toHaveCount(6);
  await expect(tool.panel.getByRole("listitem").first()).toContainText("柳溪镇***收入3.5亿");
  await tool.panel.getByRole("button", { name: "“100”留着，不遮" }).click();
  await expect(tool.panel.getByRole("listitem")).toHaveCount(5);
  await tool.hasValue(source);
  await expect(tool.panel).toContainText("“以前的版本”里还有");
  await tool.panel.getByRole("button", { name: "遮住这 5 处" }).click();
  await tool.hasValue("# 2024年总结\n\n***收入*.*亿元，**联系**户，达标100%，第3次、*,***人。\n");
  await expect(tool.status).toContainText("已遮住 5 处");
  await tool.copy.click();
  expect(await pasted(page)).not.toMatch(/3\.5|张三|柳溪/);
  await tool.outline.press("Control+z");
  await tool.hasValue(source);
});

for (const [name, source] of DOCUMENTS)
  test(`masked, ${name} holds no digit but years and what is kept`, async ({ tool }) => {
    await tool.write(source);
    const keep = ["100%", "100％"];
    await tool.element.evaluate((element) => {
      element.fillBlanks(Object.fromEntries(element.blanks.map(({ index }) => [index, `${index}7`])));
    });
    expect(await left(tool)).toBe(0);
    const names = ["镇党委", "县委"];
    await tool.element.evaluate((element, options) => element.mask(options), { names, keep });
    const masked = await tool.value();
    for (const name of names) expect(masked).not.toContain(name);
    const rest = masked.replace(/(?:19|20)\d\d|第\d+|100[%％]/g, "");
    expect(rest).not.toMatch(/[\d０-９]/);
  });

test("what is copied, saved or printed with blanks left says so, and goes on", async ({ tool, page }) => {
  await tool.write(SOURCE);
  await tool.copy.click();
  await expect(tool.status).toContainText("还有 5 处未填");
  expect(await pasted(page)).toContain("出栏××头");
  await tool.copy.click();
  const fill = tool.element.locator(".offers").getByRole("button", { name: "填空" });
  await fill.click();
  await expect(field(tool)).toBeFocused();
  const file = await given(page);
  await tool.button("Word").click();
  await expect.poll(async () => (await file())?.name).toBe("总结.docx");
  await expect(tool.status).toContainText("还有 5 处未填");
  await expect(fill).toBeVisible();
  await page.evaluate(() => (window.print = () => (window.isPrinted = true)));
  await tool.button("打印").click();
  await expect.poll(() => page.evaluate(() => window.isPrinted)).toBe(true);
  await expect(tool.status).toContainText("还有 5 处没有填，照样打印");
});

test("what is computed tells what of, and a value in its place ends that", async ({ tool, page }) => {
  await begin(tool, "完成{率 = 出栏 / 目标 as %}，又{率 = 出栏 / 目标 as %}。\n");
  await expect(tool.panel).toContainText("由 出栏 / 目标 as % 算出");
  await page.keyboard.type("85%");
  await page.keyboard.press("Enter");
  await tool.hasValue("完成85%，又{率 = 出栏 / 目标 as %}。\n");
});

test("a click in the outline or on the paper leads to its blank, and that one is filled", async ({
  tool,
  page,
}) => {
  await begin(tool, "甲**人。\n\n乙**人。\n\n丙**人。\n\n丁**人。\n");
  const around = tool.panel.locator(".around");
  await page.keyboard.type("7");
  await tool.goBefore("丙");
  await expect(around).toHaveText("丙**人。");
  await expect(field(tool)).toHaveValue("");
  await field(tool).fill("77");
  await page.keyboard.press("Enter");
  await tool.hasValue("甲**人。\n\n乙**人。\n\n丙77人。\n\n丁**人。\n");
  await tool.sheet
    .getByText("乙")
    .first()
    .click({ position: { x: 4, y: 8 } });
  await expect(around).toHaveText("乙**人。");
  await field(tool).fill("5");
  // What the host changes meanwhile is shown before anything is filled.
  await tool.element.evaluate((element) => {
    element.fillBlanks({ 0: "3" });
    const input = element.shadowRoot.querySelector("#fill-value");
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  });
  await tool.hasValue("甲3人。\n\n乙**人。\n\n丙77人。\n\n丁**人。\n");
});

test("what was masked is an earlier version, and no more what the file holds", async ({ tool, page }) => {
  await tool.outline.press("Control+End");
  await page.keyboard.type("收入3456万元。");
  await expect(tool.saved).toHaveText("草稿已存");
  await tool.open("填空");
  await tool.panel.getByRole("tab", { name: "脱敏" }).click();
  await tool.panel.getByRole("button", { name: "遮住这 1 处" }).click();
  await expect(tool.panel.getByRole("button", { name: "撤销" })).toBeFocused();
  await tool.open("文稿");
  const version = tool.panel.getByRole("button", { name: /最早的版本$/ });
  await version.click();
  await tool.hasValue("收入3456万元。");
});

test("the fields of facts keep the focus by Tab, and a table that is pasted counts in all of them", async ({
  tool,
  page,
}) => {
  await tool.write("甲{a}，乙{b}，丙{c}。\n");
  await tool.open("填空");
  await tool.panel.getByRole("tab", { name: "数据" }).click();
  const of = (name) => tool.panel.getByRole("textbox", { name, exact: true });
  await page.keyboard.type("11");
  await page.keyboard.press("Tab");
  await expect(of("b")).toBeFocused();
  await page.keyboard.type("22");
  await of("a").click();
  await expect(of("a")).toBeFocused();
  await expect(tool.sheet).toContainText("甲11，乙22，丙");
  await of("a").press("Control+a");
  await page.keyboard.type("3");
  await copied(page, "a\t9\nb\t8\n");
  await of("a").press("Control+v");
  await expect(tool.sheet).toContainText("甲9，乙8，丙");
  await expect(of("a")).toHaveValue("9");
  await page.keyboard.press("Enter");
  await expect(tool.sheet).toContainText("甲9，乙8，丙");
  await tool.element.locator(".offers").getByRole("button", { name: "撤销" }).click();
  await expect(tool.sheet).toContainText("甲3，乙22，丙");
  // What was not typed in a field is the outline's to do again and to undo.
  await of("a").press("Control+y");
  await expect(tool.sheet).toContainText("甲9，乙8，丙");
  await page.keyboard.press("Control+z");
  await expect(tool.sheet).toContainText("甲3，乙22，丙");
});

test("only what is filled in counts as that, whatever the length shows", async ({ tool, page }) => {
  await begin(tool, SOURCE);
  await page.keyboard.type("柳溪");
  await page.keyboard.press("Control+Enter");
  await expect(tool.blanks).toHaveText("空 3/5");
  await page.keyboard.press("Control+z");
  await expect(tool.blanks).toHaveText("空 5");
  await page.keyboard.press("Control+Shift+z");
  await expect(tool.blanks).toHaveText("空 3/5");
  await tool.length.selectOption({ label: "各级标题" });
  await expect(tool.blanks).toHaveText("空 3/5");
  await tool.outline.press("Control+a");
  await page.keyboard.type("甲");
  await expect(tool.blanks).toHaveText("已填完");
  await tool.write("没有空。\n");
  await expect(tool.blanks).toBeHidden();
});

test("in a narrow place the panel gives way to the half that is asked for", async ({ tool, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await begin(tool, SOURCE);
  await tool.element.getByRole("tab", { name: "成文" }).click();
  await expect(tool.panel).toBeHidden();
  await expect(tool.sheet).toBeVisible();
});

test("the line of the blank is in sight on paper, however long its paragraph is", async ({ tool, page }) => {
  await begin(tool, `${"今年以来，全镇上下抓重点、补短板、强弱项。".repeat(60)}接待**人。\n`);
  const line = tool.element.locator(".sheet .line", { has: page.locator(".blank") });
  await expect(line).toBeInViewport({ ratio: 1 });
});

test("where nothing is blank, that is said", async ({ tool, page }) => {
  await tool.write("# 总结\n\n没有空。\n");
  await tool.outline.press("F7");
  await expect(tool.status).toContainText("没有要填的空");
  await tool.open("填空");
  await expect(tool.panel).toContainText("这份提纲里没有空");
  await tool.outline.press("Control+End");
  await page.keyboard.type("完成**户。");
  await expect(tool.panel.locator(".around")).toContainText("完成**户");
});

hosted("the host reads and fills blanks, sets facts and masks", async ({ page }) => {
  const { first: tool } = tools(page);
  await tool.isReady();
  await tool.write("{镇名}接待**人，收入××元。\n");
  const heard = await tool.element.evaluateHandle((element) => {
    const heard = [];
    for (const type of ["blanks-change", "input", "summary-change"])
      element.addEventListener(type, () => heard.push(type));
    return heard;
  });
  await expect(tool.blanks).toHaveText("空 3");
  const blanks = await tool.element.evaluate((element) => element.blanks.map(({ run, unit }) => [run, unit]));
  expect(blanks).toEqual([
    ["{镇名}", undefined],
    ["**", "人"],
    ["××", "元"],
  ]);
  expect(await tool.element.evaluate((element) => element.facts)).toEqual({ 镇名: "" });
  await tool.element.evaluate((element) => (element.facts = { 镇名: "柳溪镇" }));
  await tool.hasValue("---\nfacts:\n  镇名: 柳溪镇\n---\n{镇名}接待**人，收入××元。\n");
  expect(await tool.element.evaluate((element) => element.facts)).toEqual({ 镇名: "柳溪镇" });
  expect(await tool.element.evaluate((element) => element.fillBlanks({ 1: "5" }))).toBe(true);
  await tool.hasValue("---\nfacts:\n  镇名: 柳溪镇\n---\n{镇名}接待**人，收入5元。\n");
  expect(await tool.element.evaluate((element) => element.mask({ names: ["柳溪镇"] }))).toBe(true);
  await tool.hasValue("---\nfacts:\n  镇名: ***\n---\n{镇名}接待**人，收入*元。\n");
  await expect.poll(() => heard.evaluate((heard) => heard.includes("blanks-change"))).toBe(true);
  expect(await heard.evaluate((heard) => heard.includes("summary-change"))).toBe(true);
  // The host knows what it does itself.
  expect(await heard.evaluate((heard) => heard.includes("input"))).toBe(false);
  const wrong = await tool.element.evaluate((element) => {
    try {
      element.facts = { "a=b": "1" };
    } catch (error) {
      return error.name;
    }
  });
  expect(wrong).toBe("TypeError");
});

hosted("line ends are the host's, and places are those of its value", async ({ page }) => {
  const { first: tool } = tools(page);
  await tool.isReady();
  await tool.write("# t\r\n\r\n甲**人\r\n乙**\r\n");
  const runs = await tool.element.evaluate((element) =>
    element.blanks.map(({ from, to }) => element.value.slice(from, to)),
  );
  expect(runs).toEqual(["**", "**"]);
  await tool.element.evaluate((element) => element.fillBlanks({ 0: "5" }));
  expect(await tool.value()).toBe("# t\r\n\r\n甲5人\r\n乙**\r\n");
  await expect(tool.sheet).toContainText("甲5人");
});

hosted("where nothing can be changed, filling is not offered", async ({ page }) => {
  const { first: tool } = tools(page);
  await tool.isReady();
  await tool.write(SOURCE);
  await tool.element.evaluate((element) => (element.readonly = true));
  await tool.copy.click();
  await expect(tool.status).toContainText("还有 5 处未填");
  await expect(tool.element.locator(".offers button")).toHaveCount(0);
});

hosted("facts that are set before the core is there come to stand in the outline", async ({ page }) => {
  const { first } = tools(page);
  await first.isReady();
  await page.evaluate(() => {
    const element = document.createElement("outline-summary");
    element.id = "late";
    element.value = "{镇名}";
    element.facts = { 镇名: "柳溪镇" };
    document.body.append(element);
  });
  await expect
    .poll(() => page.evaluate(() => document.querySelector("#late").value))
    .toBe("---\nfacts:\n  镇名: 柳溪镇\n---\n{镇名}");
});
