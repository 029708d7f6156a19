// How it looks: nothing is cut off, every word can be read, everything is reached by keys.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./page.mjs";
import { texts } from "./storage.mjs";

const OUTLINE = `---
to: 县委
---
# 长标题的工作总结

## 甲

${"w".repeat(120)}，，

- 修渠**里
  - 护林

> 注

| 项目 | 数量 |
| --- | --- |
| 修渠 | **公里 |
`;

/** Each panel, and how it is opened. */
const PANELS = {
  none: async () => {},
  findings: (tool) => tool.button(/^问题/).click(),
  templates: (tool) => tool.open("模板"),
  layout: async (tool) => {
    await tool.open("版式");
    await tool.panel.getByRole("textbox", { name: "行距（磅）" }).fill("x");
    await tool.page.keyboard.press("Enter");
    await tool.panel.getByRole("combobox").first().click();
  },
  documents: async (tool) => {
    await tool.open("模板");
    await tool.panel.getByRole("button", { name: /^会议纪要/ }).click();
    await tool.outline.press("Control+End");
    await tool.page.keyboard.type("新，，");
    await expect(tool.button(/^问题/)).toBeVisible();
    await tool.open("文稿");
    await expect(tool.panel.getByRole("button", { name: /最早的版本$/ })).toBeVisible();
    await tool.panel.getByRole("button", { name: /^删除《/ }).click();
  },
  blanks: (tool) => tool.open("填空"),
  facts: async (tool) => {
    await tool.outline.press("Control+End");
    await tool.page.keyboard.type("{镇名}出栏{出栏}头，完成{完成率 = 出栏 / 目标 as %}。");
    await tool.open("填空");
    await tool.panel.getByRole("tab", { name: "数据" }).click();
    await expect(tool.panel.getByRole("textbox", { name: "镇名" })).toBeVisible();
  },
  masks: async (tool) => {
    await tool.outline.press("Control+End");
    await tool.page.keyboard.type("张三联系12户。");
    await tool.open("填空");
    await tool.panel.getByRole("tab", { name: "脱敏" }).click();
    await tool.panel.getByRole("textbox").first().fill("张三");
    await expect(tool.panel.getByRole("listitem")).toHaveCount(2);
  },
  notice: async (tool) => {
    await tool.outline.press("Control+End");
    await tool.page.keyboard.type("新");
    await expect.poll(() => texts(tool.page)).toHaveLength(1);
    const second = await tool.page.context().newPage();
    await second.goto(tool.page.url());
    const button = second.locator("outline-summary").getByRole("button", { name: "在这里写" });
    await button.click();
    await expect(button).toBeHidden();
    await expect(tool.notice).toContainText("正在另一个窗口里写");
  },
  search: async (tool) => {
    await tool.select(60);
    await tool.page.keyboard.press("Control+f");
  },
};

// What is cut off depends on the width, not on the colours.
for (const [colorScheme, widths] of [
  ["light", process.env.OUTLINE_SUMMARY_FULL ? [1280, 480, 360] : [1280, 360]],
  ["dark", [1280]],
]) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    for (const width of widths) {
      for (const [panel, open] of Object.entries(PANELS)) {
        test(`at ${width} px with ${panel}, nothing is cut off and axe finds nothing`, async ({
          tool,
          page,
        }) => {
          await page.setViewportSize({ width, height: 800 });
          await tool.write(OUTLINE);
          await tool.shows(await tool.paragraphs());
          await expect(tool.button(/^问题/)).toBeVisible();
          await open(tool);
          for (const box of [
            page.locator("html"),
            tool.element.locator(".bar, .status, .panel, .desk, .work"),
          ]) {
            expect(
              await box.evaluateAll((boxes) => boxes.filter(isTooWide).map((each) => each.className)),
            ).toEqual([]);
          }
          await expect(tool.copy).toBeInViewport({ ratio: 1 });
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
        });
      }
    }

    test("the empty tool is found nothing wrong with", async ({ page }) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
    });
  });
}

test.beforeEach(async ({ page }) => {
  await page.evaluate(() => {
    window.isTooWide = (box) => box.scrollWidth > box.clientWidth && box.clientWidth > 0;
  });
});

test("everything is reached by the Tab key, and the focus is seen", async ({ tool, page }) => {
  await tool.write(OUTLINE);
  await tool.button("章节").focus();
  for (const name of [
    "要点",
    "正文",
    "上移",
    "下移",
    "查找",
    "模板",
    "打开",
    "保存",
    "填空",
    "版式",
    "Word",
    "打印",
  ]) {
    await page.keyboard.press("Tab");
    await expect(tool.button(name)).toBeFocused();
    expect(await tool.button(name).evaluate(showsFocus)).toBe(true);
  }
  for (const next of [tool.length, tool.button("English"), tool.copy, tool.outline]) {
    await page.keyboard.press("Tab");
    await expect(next).toBeFocused();
  }
  await page.keyboard.press("Escape");
  for (const next of [tool.element.locator(".desk"), tool.blanks, tool.button(/^问题/)]) {
    await page.keyboard.press("Tab");
    await expect(next).toBeFocused();
    expect(await next.evaluate(showsFocus)).toBe(true);
  }
});

/** Can it be seen that an element has the focus? */
function showsFocus(element) {
  const { outlineStyle, boxShadow } = getComputedStyle(element);
  return outlineStyle !== "none" || boxShadow !== "none";
}

test("under 720 px what is touched in the search is large enough", async ({ tool, page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await tool.begin("甲^");
  await page.keyboard.press("Control+f");
  const parts = tool.element.locator(".cm-search :is(.cm-textfield, button, label)");
  const heights = await parts.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  const close = await tool.element.locator(".cm-search [name=close]").boundingBox();
  expect(close.width).toBeGreaterThanOrEqual(44);
  await expect(tool.element.locator(".cm-search label").first()).toHaveCSS("font-size", "14px");
});

test("under 720 px what is touched in the layout panel is large enough", async ({ tool, page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await tool.open("版式");
  await tool.panel.getByRole("combobox").first().click();
  const parts = tool.panel.locator("button, label.check, input:not([type=checkbox]), [role=option]");
  const heights = await parts.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});

test("under 720 px what is touched among the documents is large enough", async ({ tool, page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await tool.write(OUTLINE);
  await tool.open("文稿");
  await tool.panel.getByRole("button", { name: "清除本机草稿" }).click();
  const parts = tool.panel.locator("button, label.check, input:not([type=checkbox])");
  await expect(parts).toHaveCount(8);
  const heights = await parts.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});

test("the pages stay in sight beside the choices of the style", async ({ tool, page }) => {
  await tool.write(OUTLINE);
  await tool.open("版式");
  for (const width of [1280, 1024, 760]) {
    await page.setViewportSize({ width, height: 800 });
    await expect
      .poll(async () => {
        const sheet = await tool.sheet.boundingBox();
        const panel = await tool.panel.boundingBox();
        return sheet.x + sheet.width <= panel.x || panel.x + panel.width <= sheet.x;
      })
      .toBe(true);
  }
});

test("the grey sample stands in one column", async ({ tool, page }) => {
  for (const width of [1280, 480]) {
    await page.setViewportSize({ width, height: 800 });
    const texts = tool.element.locator(".sample-line:is(.title, .text) > :last-child, .doors");
    await expect
      .poll(() =>
        texts.evaluateAll((all) => {
          const lefts = all.map((each) => {
            const { paddingLeft } = getComputedStyle(each);
            return Math.round(each.getBoundingClientRect().left + parseFloat(paddingLeft));
          });
          return Math.max(...lefts) - Math.min(...lefts);
        }),
      )
      .toBe(0);
  }
});
