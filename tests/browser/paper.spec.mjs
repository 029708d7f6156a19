// The summary as sheets of paper (GB/T 9704-2012, 5): seen, selected, gone through.

import { expect, test } from "./page.mjs";
import { pasted } from "./tool.mjs";

const SENTENCE =
  "今年以来，全镇上下坚持“稳中求进”的总基调，完成投资3.5亿元，惠及群众12345户，各项工作取得新成效。";
const paragraph = (number) => `第${number}段。${SENTENCE.repeat(3)}\n\n`;
const outlineOf = (count) =>
  `# 年度工作总结\n\n${Array.from({ length: count }, (_, number) => paragraph(number)).join("")}`;

/** What is measured of the first page, in millimetres of paper. */
const measured = (tool) =>
  tool.sheet.evaluate((sheet) => {
    const page = sheet.querySelector(".page").getBoundingClientRect();
    const millimetre = page.width / 210;
    const lines = [...sheet.querySelector(".page").querySelectorAll(".line")].map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      const behind = parseFloat(getComputedStyle(line).letterSpacing);
      return {
        text: line.textContent,
        left: (left - page.left) / millimetre,
        right: (right - behind - page.left) / millimetre,
        middle: ((top + bottom) / 2 - page.top) / millimetre,
        isLast: line === line.parentElement.lastElementChild,
      };
    });
    return { height: page.height / millimetre, lines };
  });

for (const zoom of ["适合宽度", "100%", "150%"]) {
  test(`a page is as the standard has it, at ${zoom}`, async ({ tool }) => {
    await tool.zoom.selectOption({ label: zoom });
    await tool.write(outlineOf(12));
    await expect(tool.counts).toContainText("页");
    const { height, lines } = await measured(tool);
    expect(height).toBeCloseTo(297, 0);
    // The title, an empty line, and twenty of text.
    expect(lines).toHaveLength(21);
    const pitch = (lines[20].middle - lines[1].middle) / 19;
    expect(pitch).toBeCloseTo(225 / 22, 1);
    expect(lines[20].middle + pitch / 2).toBeCloseTo(37 + 225, 0);
    for (const { text, left, right, isLast } of lines.slice(1)) {
      const isFirst = text.startsWith("第");
      expect(Math.abs(left - (28 + (isFirst ? 2 * (156 / 28) : 0)))).toBeLessThan(0.5);
      // A closing mark may hang past the edge.
      const hangs = /[，。、；：！？）》」』】〕］”’]$/.test(text);
      if (isLast) expect(right).toBeLessThan(28 + 156 + 6);
      else if (hangs && right > 185) expect(right).toBeLessThan(28 + 156 + 6);
      else expect(Math.abs(right - 184)).toBeLessThan(0.5);
    }
  });
}

test("of a hundred pages only those in sight are there, and each is found by scrolling", async ({ tool }) => {
  await tool.write(outlineOf(420));
  await expect(tool.counts).toContainText("页");
  const pages = Number(/(\d+) 页/.exec(await tool.counts.textContent())[1]);
  expect(pages).toBeGreaterThan(90);
  const nodes = () => tool.element.evaluate((element) => element.shadowRoot.querySelectorAll("*").length);
  expect(await nodes()).toBeLessThan(2000);
  await expect(tool.sheet.locator(".folio").first()).toHaveText("— 1 —");
  await tool.element.locator(".desk").evaluate((desk) => (desk.scrollTop = desk.scrollHeight));
  await expect(tool.sheet.locator(".folio").last()).toHaveText(`— ${pages} —`);
  await expect(tool.sheet).toContainText("第419段");
  expect(await nodes()).toBeLessThan(2000);
});

test("the page that the writer is on is shown", async ({ tool, page }) => {
  await tool.write(outlineOf(420));
  await tool.goBefore("第300段");
  await page.keyboard.type("改");
  const changed = tool.sheet.getByText("改第300段");
  await expect(changed).toBeInViewport();
  await tool.sheet.getByText("改第300段").click({ position: { x: 40, y: 10 } });
  await expect(tool.outline).toBeFocused();
  expect(await tool.marked()).toMatch(/改第?3?0?\^/);
});

test("where most of a text goes at once, what is left stays in sight", async ({ tool, page }) => {
  await tool.write(outlineOf(420));
  await tool.goBefore("第400段");
  await expect(tool.sheet.getByText("第400段")).toBeInViewport();
  const isShown = await tool.element.evaluate((element) => {
    const { view } = element.shadowRoot.querySelector(".cm-content").cmTile;
    const from = view.state.doc.toString().indexOf("第30段");
    const to = view.state.doc.toString().indexOf("第410段");
    view.dispatch({ changes: { from, to }, selection: { anchor: from } });
    return !element.shadowRoot.querySelector(".sheet").hidden;
  });
  expect(isShown).toBe(true);
  await expect(tool.sheet.getByText("第410段")).toBeInViewport();
  await page.keyboard.type("改");
  await expect(tool.sheet.getByText("改第410段")).toBeInViewport();
});

test("page numbers stand at the outer edge", async ({ tool }) => {
  await tool.write(outlineOf(20));
  await tool.zoom.selectOption({ label: "50%" });
  const [odd, even] = await tool.sheet.evaluate((sheet) =>
    [...sheet.querySelectorAll(".page")].slice(0, 2).map((page) => {
      const range = document.createRange();
      range.selectNodeContents(page.querySelector(".folio"));
      const [own, all] = [range.getBoundingClientRect(), page.getBoundingClientRect()];
      const millimetre = all.width / 210;
      return { left: (own.left - all.left) / millimetre, right: (all.right - own.right) / millimetre };
    }),
  );
  const character = (14 / 72) * 25.4;
  expect(Math.abs(odd.right - (26 + character))).toBeLessThan(1);
  expect(Math.abs(even.left - (28 + character))).toBeLessThan(1);
});

test("what is selected is copied without the line breaks of the paper", async ({ tool, page }, info) => {
  test.skip(info.project.name === "chromium-83", "its driver cannot drag");
  await tool.write("## 甲\n\n" + paragraph(1) + "乙。\n");
  const lines = await tool.sheet.evaluate((sheet) =>
    [...sheet.querySelectorAll(".line")].map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, middle: (top + bottom) / 2 };
    }),
  );
  const [first, last] = [lines[1], lines[lines.length - 1]];
  await page.mouse.move(first.left + 1, first.middle);
  await page.mouse.down();
  await page.mouse.move(last.right - 1, last.middle, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.press("Control+c");
  expect(await pasted(page)).toBe(`${paragraph(1).trim()}\n乙。`);
});

test("a table stands on the lines of its page, and its rows on more than one", async ({ tool }) => {
  const rows = Array.from({ length: 30 }, (_, number) => `| 项目${number} | ${SENTENCE} |`).join("\n");
  await tool.write(`# 题\n\n| 名 | 事 |\n| --- | --- |\n${rows}\n\n尾。\n`);
  const heights = await tool.sheet.evaluate((sheet) => {
    const page = sheet.querySelector(".page").getBoundingClientRect();
    const table = sheet.querySelector("table").getBoundingClientRect();
    return [table.top - page.top, table.bottom - page.top].map((place) => (place / page.width) * 210);
  });
  expect(Math.abs(heights[0] - (37 + (2 * 225) / 22))).toBeLessThan(0.5);
  expect(heights[1]).toBeLessThan(37 + 225 + 0.5);
  await tool.element.locator(".desk").evaluate((desk) => (desk.scrollTop = desk.scrollHeight));
  await expect(tool.sheet).toContainText("尾。");
});

test("the first row of a table stands on each page, and is copied once", async ({ tool, page }, info) => {
  test.skip(info.project.name === "chromium-83", "its driver cannot drag");
  const rows = Array.from({ length: 30 }, (_, number) => `| 项目${number} | ${number}户 |`);
  await page.setViewportSize({ width: 1280, height: 1200 });
  await tool.write(["| 名称 | 户数 |", "| --- | --- |", ...rows, "", "尾。", ""].join("\n"));
  await tool.zoom.selectOption({ label: "50%" });
  const again = tool.sheet.locator(".page").nth(1).locator("thead");
  await expect(again).toHaveText("名称户数");
  await expect(again).toHaveAttribute("aria-hidden", "true");
  const [from, to] = [
    tool.sheet.getByText("项目19", { exact: true }),
    tool.sheet.getByText("项目23", { exact: true }),
  ];
  const boxes = [await from.boundingBox(), await to.boundingBox()];
  await page.mouse.move(boxes[0].x + 1, boxes[0].y + boxes[0].height / 2);
  await page.mouse.down();
  await page.mouse.move(boxes[1].x + boxes[1].width - 1, boxes[1].y + boxes[1].height / 2, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.press("Control+c");
  const copied = (await pasted(page)).trim().split("\n");
  expect(copied).toEqual(["项目19\t19户", "项目20\t20户", "项目21\t21户", "项目22\t22户", "项目23"]);
});

test("in one flow all of the text is there", async ({ tool }) => {
  await tool.write(outlineOf(100));
  await tool.inOneFlow();
  await expect(tool.sheet.locator(".group > *")).toHaveCount(101);
  await tool.zoom.selectOption({ label: "适合宽度" });
  await expect(tool.sheet.locator(".page").first()).toBeVisible();
  await expect(tool.sheet.locator(".group")).toHaveCount(0);
});

test("a narrow place has one flow", async ({ tool, page }) => {
  await tool.write(outlineOf(3));
  await expect(tool.sheet.locator(".page").first()).toBeVisible();
  await page.setViewportSize({ width: 480, height: 700 });
  await expect(tool.sheet.locator(".group > *")).toHaveCount(4);
  await page.setViewportSize({ width: 1280, height: 700 });
  await expect(tool.sheet.locator(".page").first()).toBeVisible();
});
