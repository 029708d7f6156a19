// Long outlines, and many changes to one.

import { expect, test } from "./page.mjs";

const DIGITS = [..."零一二三四五六七八九"];

/** A number below a hundred, as sections bear it. */
function numeral(number) {
  const tens = Math.floor(number / 10);
  const ten = tens > 1 ? `${DIGITS[tens]}十` : "十".repeat(tens);
  return ten + (number % 10 > 0 ? DIGITS[number % 10] : "");
}

const numbers = Array.from({ length: 80 }, (_, index) => index + 1);
const LONG = numbers.map((n) => `## 事项${n}\n\n### 扎实推进。\n\n- 修渠${n}里\n- 护林\n\n`).join("");
const LONG_SUMMARY = numbers.flatMap((n) => [
  `${numeral(n)}、事项${n}`,
  `（一）扎实推进。一是修渠${n}里；二是护林。`,
]);

test("an outline cut out and pasted in one piece is shown whole", async ({ tool }) => {
  await tool.write(LONG);
  await tool.outline.press("Control+a");
  await tool.outline.press("Control+x");
  await tool.shows([]);
  await tool.outline.press("Control+v");
  await expect(tool.outline).toHaveValue(LONG);
  await tool.shows(LONG_SUMMARY);
  await tool.outline.press("Control+z");
  await tool.shows([]);
});

test("the place that changes is kept in view", async ({ tool, page }) => {
  await tool.write(Array.from({ length: 200 }, (_, number) => `第${number}件事已经办结。\n\n`).join(""));
  await tool.goBefore("第180件");
  await page.keyboard.type("改");
  const changed = tool.preview.locator(".group > *").nth(180);
  await expect(changed).toHaveText("改第180件事已经办结。");
  await expect(changed).toBeInViewport();
});

test("a finding far down is brought into view", async ({ tool, page }) => {
  await tool.write(`${LONG}完成投资，，增长一成。\n`);
  await page.getByRole("button", { name: "问题 1" }).click();
  await tool.outline.press("Control+Home");
  const below = (field) => field.scrollHeight - field.clientHeight - field.scrollTop;
  await expect.poll(() => tool.outline.evaluate(below)).toBeGreaterThan(2000);
  await page.getByRole("listitem").getByRole("button").first().click();
  expect(await tool.selected()).toBe("，，");
  await expect(tool.outline).toBeFocused();
  await expect.poll(() => tool.outline.evaluate(below)).toBeLessThan(200);
});

for (const seed of [1, 2, 3]) {
  test(`after any edits the text is that of the outline opened anew (${seed})`, async ({ tool, page }) => {
    await tool.outline.focus();
    expect(await page.evaluate(editAtRandom, seed)).toEqual({ edits: 240 });
  });
}

/** Edits the field at random places, as typing does; tells the first time that the preview is not what it should be. */
function editAtRandom(seed) {
  const field = document.getElementById("source");
  const length = document.getElementById("detail");
  const pieces = [
    "## 甲\n",
    "\n### 乙。\n",
    "- 丙\n",
    "  + 丁\n",
    "\n\n",
    "\n",
    "**",
    "。",
    "戊",
    "𠮷😀",
    "<b>",
  ];
  pieces.push(
    "1. 己\n",
    "> 注\n",
    "| 庚 | 辛 |\n| --- | --- |\n",
    "---\n",
    "# 题\n",
    "{-}",
    "```\n",
    "\\#",
    "　",
  );
  const random = (below) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
  /** A place that cuts no character in two. */
  const place = (at) => (/[\udc00-\udfff]/.test(field.value.charAt(at)) ? at - 1 : at);
  const blocks = () => [...document.querySelectorAll("#preview .group > *")].map((block) => block.outerHTML);
  for (let edits = 1; edits <= 240; edits++) {
    const from = random(field.value.length + 1);
    const to = random(3) > 0 ? from : Math.min(from + random(12), field.value.length);
    field.setSelectionRange(place(from), place(to));
    document.execCommand("insertText", false, pieces[random(pieces.length)]);
    if (edits % 4 > 0) continue;
    const followed = blocks();
    // A choice of length composes the outline anew.
    length.dispatchEvent(new Event("change"));
    const anew = blocks();
    if (JSON.stringify(followed) !== JSON.stringify(anew)) return { outline: field.value, followed, anew };
  }
  return { edits: 240 };
}
