// Printing: the pages of the paper, from wherever the element stands.

import { expect, hosted, test } from "./page.mjs";
import { tools } from "./tool.mjs";

const OUTLINE = `# 总结\n\n${"今年以来，各项工作取得新成效，群众满意度持续提升。".repeat(400)}\n`;

/** How many pages a PDF has, and how large they are, in points. */
function pagesOf(pdf) {
  const text = pdf.toString("latin1");
  const sizes = [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, ...size]) =>
    size.map(Number),
  );
  return { count: [...text.matchAll(/\/Type\s*\/Page\b/g)].length, sizes };
}

const pagesToldBy = async (tool) => {
  await expect(tool.counts).toHaveText(/\d\d 页/);
  return Number(/(\d+) 页/.exec(await tool.counts.textContent())[1]);
};

/** Only today's Chromium can be made to print by a test. */
const cannotPrint = ({ project }) => project.name !== "chromium";

test.describe(() => {
  test("what is printed are the pages that are seen", async ({ tool, page }, info) => {
    test.skip(cannotPrint(info));
    await tool.write(OUTLINE);
    const pages = await pagesToldBy(tool);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await tool.outline.focus();
    const { count, sizes } = pagesOf(await page.pdf({ preferCSSPageSize: true }));
    expect(count).toBe(pages);
    for (const [width, height] of sizes) {
      expect(Math.abs(width - 595.28)).toBeLessThan(1);
      expect(Math.abs(height - 841.89)).toBeLessThan(1);
    }
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });

  hosted("a portal that scrolls, bends and turns it prints the pages alone", async ({ host }, info) => {
    hosted.skip(cannotPrint(info));
    const { first } = tools(host);
    await host.evaluate(() => {
      const around = document.createElement("div");
      around.style.cssText = "display:flex;overflow:auto;height:300px;transform:rotate(1deg)";
      document.body.append(around, document.createTextNode("页脚"));
      around.append(document.querySelector("#first"));
    });
    await first.write(OUTLINE);
    const pages = await pagesToldBy(first);
    const before = await host.evaluate(() => document.documentElement.outerHTML);
    await first.outline.focus();
    expect(pagesOf(await host.pdf({ preferCSSPageSize: true })).count).toBe(pages);
    expect(await host.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    // Where the writer is elsewhere in the portal, that is what is printed.
    await host.evaluate(() => document.activeElement.blur());
    expect(pagesOf(await host.pdf()).count).toBeLessThan(pages);
  });
});

test("the key and the button print", async ({ tool, page }) => {
  await page.evaluate(() => {
    window.printed = 0;
    window.print = () => window.printed++;
  });
  await tool.outline.focus();
  await page.keyboard.press("Control+p");
  await expect(tool.status).toHaveText("还没有可打印的内容");
  await tool.write("## 甲\n\n完成**件。\n");
  await tool.shows(["一、甲", "完成**件。"]);
  await tool.outline.focus();
  await page.keyboard.press("Control+p");
  await expect(tool.status).toHaveText("还有 1 处没有填，照样打印");
  await tool.button("打印").click();
  expect(await page.evaluate(() => window.printed)).toBe(2);
});
