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

test("an outline cut out and pasted in one piece is shown whole", async ({ tool, page }) => {
  await tool.inOneFlow();
  await tool.write(LONG);
  await tool.outline.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+x");
  await tool.shows([]);
  await page.keyboard.press("Control+v");
  await tool.hasValue(LONG);
  await tool.shows(LONG_SUMMARY);
  await page.keyboard.press("Control+z");
  await tool.shows([]);
});

test("the place that changes is kept in view", async ({ tool, page }) => {
  await tool.write(Array.from({ length: 200 }, (_, number) => `第${number}件事已经办结。\n\n`).join(""));
  await tool.goBefore("第180件");
  await page.keyboard.type("改");
  const changed = tool.sheet.getByText("改第180件事已经办结。");
  await expect(changed).toBeInViewport();
});

test("a finding far down is brought into view", async ({ tool, page }) => {
  await tool.write(`${LONG}完成投资，，增长一成。\n`);
  await tool.button("问题 1").click();
  await tool.panel.getByRole("listitem").getByRole("button").first().click();
  expect(await tool.selected()).toBe("，，");
  await expect(tool.outline).toBeFocused();
  await expect(tool.element.locator(".cm-finding")).toBeInViewport();
  await page.keyboard.press("Control+Home");
  await expect(tool.element.locator(".cm-finding")).not.toBeInViewport();
});

for (const seed of [1, 2, 3, 4]) {
  test(`after any edits the text is that of the outline opened anew (${seed})`, async ({ tool, page }) => {
    // As pages and as a flow.
    if (seed % 2) await tool.inOneFlow();
    expect(await page.evaluate(editAtRandom, seed)).toEqual({ edits: 240 });
  });
}

/** Edits at random places, as typing does; tells the first time that the summary is not what it should be. */
async function editAtRandom(seed) {
  const element = document.querySelector("outline-summary");
  const { view } = element.shadowRoot.querySelector(".cm-content").cmTile;
  const pieces = [
    ...[
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
      "1. 己\n",
    ],
    ...["> 注\n", "| 庚 | 辛 |\n| --- | --- |\n", "---\n", "# 题\n", "{-}", "```\n", "\\#", "　"],
  ];
  const random = (below) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
  /** A place that cuts no character in two. */
  const place = (at) => (/[\udc00-\udfff]/.test(view.state.sliceDoc(at, at + 1)) ? at - 1 : at);
  const blocks = () =>
    [...element.shadowRoot.querySelectorAll(".group > *, .area > *")].map((block) => {
      block.removeAttribute("data-current");
      // A length that was taken away leaves an empty style.
      return block.outerHTML.replaceAll(' style=""', "");
    });
  for (let edits = 1; edits <= 240; edits++) {
    const { length } = view.state.doc;
    const from = random(length + 1);
    const to = random(3) > 0 ? from : Math.min(from + random(12), length);
    view.dispatch({ changes: { from: place(from), to: place(to), insert: pieces[random(pieces.length)] } });
    if (edits % 4 > 0) continue;
    // The pages in sight, one more or less by now, are there with the next frame.
    await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
    const followed = blocks();
    // A choice of length composes the outline anew.
    element.detail = "brief";
    element.detail = "full";
    const anew = blocks();
    if (JSON.stringify(followed) !== JSON.stringify(anew)) return { outline: element.value, followed, anew };
  }
  return { edits: 240 };
}
