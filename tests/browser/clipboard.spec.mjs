// What is copied, as a field takes it that knows fonts: Word in the browser, a mail.

import { SOURCE } from "../api/sample.mjs";
import { expect, test } from "./page.mjs";

/** The paragraphs that a field has after a paste, each with the look of its first and its last character. */
async function pastedLooks(context) {
  // A page of its own: ours lets nobody put styles in.
  const page = await context.newPage();
  const field = await page.evaluateHandle(() => {
    const field = document.body.appendChild(document.createElement("div"));
    field.contentEditable = "true";
    field.style.font = "20px monospace";
    field.focus();
    return field;
  });
  await page.keyboard.press("Control+v");
  const looks = await field.evaluate((field) => {
    const lookOf = (node) => {
      const { fontFamily, fontSize } = getComputedStyle(node.parentElement);
      return `${fontFamily.split(",")[0].replace(/["']/g, "")} ${Math.round(parseFloat(fontSize) * 7.5) / 10}`;
    };
    const looks = [];
    for (const block of field.querySelectorAll("p, h1, h2, h3, h4, h5")) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const texts = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (node.data.trim()) texts.push(node);
      if (texts.length === 0) continue;
      const { textIndent, textAlign } = getComputedStyle(block);
      const indent = Math.round(parseFloat(textIndent) * 0.75);
      const tag = block.closest("td") ? "td" : block.localName;
      looks.push([
        block.textContent,
        tag,
        lookOf(texts[0]),
        lookOf(texts[texts.length - 1]),
        indent,
        textAlign,
      ]);
    }
    return looks;
  });
  await page.close();
  return looks;
}

test("what is copied has its fonts, sizes, indents and levels", async ({ tool, context }) => {
  await tool.write(SOURCE);
  await tool.copy.click();
  await expect(tool.status).toContainText("已复制");
  const looks = await pastedLooks(context);
  const of = (start) => looks.find(([text]) => text.startsWith(start))?.slice(1);
  const body = "仿宋_GB2312 16";
  expect(of("上半年工作总结")).toEqual(["p", "方正小标宋简体 22", "方正小标宋简体 22", 0, "center"]);
  expect(of("各村（社区）")).toEqual(["p", body, body, 0, "justify"]);
  expect(of("上半年，")).toEqual(["p", body, body, 32, "justify"]);
  expect(of("一、主要做法")).toEqual(["h1", "黑体 16", "黑体 16", 32, "justify"]);
  expect(of("（一）强化学习")).toEqual(["p", "楷体_GB2312 16", body, 32, "justify"]);
  expect(of("（二）建好队伍")).toEqual(["h2", "楷体_GB2312 16", "楷体_GB2312 16", 32, "justify"]);
  expect(of("类别")).toEqual(["td", "仿宋_GB2312 14", "仿宋_GB2312 14", 0, "center"]);
  expect(of("2024年7月5日")?.[3]).toBe(0);
  expect(looks.map(([text]) => text.trim())).toContain("综合办公室");
});
