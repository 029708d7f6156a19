// How it looks: nothing is cut off, every word can be read, everything is reached by keys.

import { expect, test } from "./page.mjs";

const OUTLINE = `# 长标题的工作总结

## 甲

${"w".repeat(120)}，，

| 项目 | 数量 |
| --- | --- |
| 修渠 | **公里 |
`;

for (const colorScheme of ["light", "dark"]) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    for (const width of [1280, 480, 360]) {
      test(`nothing is cut off at ${width} px`, async ({ tool, page }) => {
        await page.setViewportSize({ width, height: 800 });
        await tool.write(OUTLINE);
        await page.getByRole("button", { name: "问题 1" }).click();
        await expect(page.getByRole("listitem")).toBeVisible();
        const boxes = page.locator(
          "html, main, textarea, .desk, .desk *, #findings, #findings *, header, footer",
        );
        const overflowing = (boxes) =>
          boxes
            .filter((box) => box.scrollWidth > box.clientWidth && box.clientWidth > 0)
            .map((box) => box.outerHTML);
        expect(await boxes.evaluateAll(overflowing)).toEqual([]);
        for (const shown of [tool.copy, tool.length, page.getByRole("button", { name: "English" })]) {
          await expect(shown).toBeInViewport({ ratio: 1 });
        }
      });
    }

    test("every word can be read", async ({ tool, page }) => {
      await tool.write(OUTLINE);
      await page.getByRole("button", { name: "问题 1" }).click();
      await tool.copy.click();
      const [ground, words] = await page.evaluate(contrasts);
      expect(ground > 0.5).toBe(colorScheme === "light");
      expect(words.length).toBeGreaterThan(10);
      // 4.5 is what WCAG 1.4.3 asks for.
      expect(words.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
    });
  });
}

test("everything is reached by the Tab key", async ({ tool, page }) => {
  await tool.write(OUTLINE);
  await page.getByRole("button", { name: "问题 1" }).click();
  await tool.length.focus();
  const finding = page.getByRole("listitem");
  const buttons = [finding.getByRole("button").first(), finding.getByRole("button").last()];
  const desk = page.locator(".desk");
  const english = page.getByRole("button", { name: "English" });
  for (const next of [
    tool.copy,
    english,
    tool.outline,
    ...buttons,
    desk,
    page.getByRole("button", { name: "问题" }),
  ]) {
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

/** How light the ground is, and how each text that is shown stands out from what is behind it. */
function contrasts() {
  const colour = (css) => css.match(/[\d.]+/g).map(Number);
  const light = ([red, green, blue]) => {
    const part = (value) => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const behind = (element) => {
    const own = colour(getComputedStyle(element).backgroundColor);
    return own[3] === 0 && element.parentElement ? behind(element.parentElement) : own;
  };
  const hasWords = (element) =>
    element.checkVisibility() &&
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const words = [...document.body.querySelectorAll("*")].filter(hasWords).map((element) => {
    const [less, more] = [light(colour(getComputedStyle(element).color)), light(behind(element))].sort(
      (a, b) => a - b,
    );
    return { text: element.textContent.slice(0, 20), contrast: (more + 0.05) / (less + 0.05) };
  });
  return [light(behind(document.body)), words];
}
