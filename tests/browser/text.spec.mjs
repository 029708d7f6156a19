// Nothing that is typed is ever more than text.

import { expect, test } from "./page.mjs";

const MARKUP = "<img src=x onerror=alert(1)><b>粗</b><script>alert(2)</script>&amp;尾";

/** Every place of an outline that text can stand in. */
const OUTLINE = `---
to: 甲${MARKUP}
from: 乙${MARKUP}
attachments:
  - 丙${MARKUP}
  - 丁${MARKUP}
---

# 题${MARKUP}

起${MARKUP}

## 一级${MARKUP}

### 二级${MARKUP}。

- 点${MARKUP}

| 表${MARKUP} |
| --- |
| 格${MARKUP} |
`;

test("markup that the writer types is text, wherever it stands", async ({ tool }) => {
  await tool.inOneFlow();
  await tool.write(OUTLINE);
  await tool.shows([
    `题${MARKUP}`,
    `甲${MARKUP}：`,
    `起${MARKUP}`,
    `一、一级${MARKUP}`,
    `（一）二级${MARKUP}。一是点${MARKUP}。`,
    `表${MARKUP}格${MARKUP}`,
    `附件：1.丙${MARKUP}`,
    `2.丁${MARKUP}`,
    `乙${MARKUP}`,
  ]);
  await holdsNoMarkup(tool);
  await tool.zoom.selectOption({ label: "100%" });
  await expect(tool.sheet).toContainText("附件：1.丙<img");
  await holdsNoMarkup(tool);
});

/** Are there no elements in the summary but its own? */
async function holdsNoMarkup(tool) {
  const elements = await tool.sheet.evaluate((sheet) =>
    [...sheet.querySelectorAll("*")].map(({ tagName, attributes }) => [
      tagName,
      [...attributes].map(({ name }) => name),
    ]),
  );
  const tags = new Set(elements.map(([tag]) => tag));
  for (const tag of tags)
    expect(["SECTION", "DIV", "H1", "H2", "H3", "P", "SPAN", "TABLE", "TBODY", "TR", "TD"]).toContain(tag);
  const attributes = new Set(elements.flatMap(([, names]) => names));
  for (const name of attributes) expect(["class", "style", "data-at", "data-current"]).toContain(name);
}

test("markup typed key by key is text at every key", async ({ tool, page }) => {
  await tool.outline.click();
  for (const key of "<b>粗</b>&lt;") {
    await page.keyboard.type(key);
    await tool.shows([await tool.value()]);
  }
  await expect(tool.sheet.locator("b")).toHaveCount(0);
});

test("a finding's words are text", async ({ tool }) => {
  await tool.write("---\n<b>甲</b>: 乙\n---\n\n正文。\n");
  await tool.button("问题 1").click();
  await expect(tool.panel.getByRole("listitem")).toContainText("<b>甲</b>: 乙");
});
