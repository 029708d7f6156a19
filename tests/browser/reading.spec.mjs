// Last year's text becomes an outline: pasted, opened, dropped.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drop, paste } from "./bring.mjs";
import { expect, test } from "./page.mjs";

const docx = (name) => fileURLToPath(new URL(`../docx/${name}.docx`, import.meta.url));

const TEXT = "一年来，各项工作平稳。\n一、工作\n（一）学习。一是读原文。二是学案例。\n二、打算\n";
const SOURCE = "一年来，各项工作平稳。\n\n## 工作\n\n### 学习。\n\n- 读原文。\n- 学案例。\n\n## 打算\n";
const PLAIN = "一年来，各项工作平稳。\n\n一、工作\n\n（一）学习。一是读原文。二是学案例。\n\n二、打算";

/** Chooses a file by the button. */
async function open(tool, page, file) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), tool.button("打开文件").click()]);
  await chooser.setFiles(file);
}

test("a finished text that is pasted becomes an outline, and says so; undo gives the plain paste", async ({
  tool,
  page,
}) => {
  await tool.outline.focus();
  await paste(tool, TEXT);
  await tool.hasValue(SOURCE);
  await expect(tool.status).toHaveText("已读成提纲：3 章节、2 要点，按 Ctrl+Z 可退回");
  await tool.shows([
    "一年来，各项工作平稳。",
    "一、工作",
    "（一）学习。一是读原文。二是学案例。",
    "二、打算",
  ]);
  await page.keyboard.press("Control+z");
  await tool.hasValue(PLAIN);
  await page.keyboard.press("Control+z");
  await tool.hasValue("");
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+y");
  await tool.hasValue(SOURCE);
});

test("a part that is pasted becomes a part of the outline", async ({ tool, page }) => {
  await tool.begin("## 甲\n\n^\n");
  await paste(tool, "（一）乙。一是丙。二是丁。\n（二）戊");
  await tool.shows(["一、甲", "（一）乙。一是丙。二是丁。", "（二）戊"]);
  await page.keyboard.press("Control+z");
  await tool.shows(["一、甲", "（一）乙。一是丙。二是丁。", "（二）戊"]);
  expect(await tool.value()).not.toContain("###");
});

test("a text without numbers, and a source, are pasted as they are", async ({ tool }) => {
  await tool.outline.focus();
  await paste(tool, "甲\n乙");
  await tool.hasValue("甲\n\n乙");
  await tool.write("");
  await tool.outline.focus();
  await paste(tool, "## 甲\n\n- 一、二产业\n- 乙\n");
  expect(await tool.value()).toContain("## 甲\n\n- 一、二产业\n- 乙");
});

test("a text that is there twice is told, and one click drops the copy", async ({ tool, page }) => {
  await tool.outline.focus();
  await paste(tool, TEXT + TEXT);
  await expect(tool.status).toContainText("这份文稿有前后相同的两遍");
  await tool.button("删去第二遍").click();
  await tool.hasValue(SOURCE);
  await page.keyboard.press("Control+z");
  expect((await tool.value()).length).toBeGreaterThan(SOURCE.length);
});

test("the habits of a text can be left behind", async ({ tool }) => {
  await tool.outline.focus();
  await paste(tool, "(一)甲\n(二)乙\n");
  await tool.shows(["(一)甲", "(二)乙"]);
  await tool.button("改成标准格式").click();
  await tool.shows(["（一）甲", "（二）乙"]);
  await tool.hasValue("### 甲\n\n### 乙\n");
});

test("the doors: how to paste is told, and a file is opened", async ({ tool, page }) => {
  await tool.button("粘贴旧稿").click();
  await expect(tool.status).toContainText("Ctrl+V");
  await expect(tool.outline).toBeFocused();
  await open(tool, page, docx("comments-and-footnotes"));
  await expect(tool.status).toContainText("文档有 1 张图片，未读入");
  const expected = readFileSync(docx("comments-and-footnotes").replace(".docx", ".md"), "utf8");
  expect(expected).toContain(await tool.value());
  await page.keyboard.press("Control+z");
  await tool.hasValue("");
});

test("a file that is dropped is read in place of the outline, and undo brings that back", async ({
  tool,
  page,
}) => {
  await tool.write("## 甲\n");
  expect(await drop(tool, "旧稿.docx", readFileSync(docx("tracked-changes")))).toBe(true);
  await tool.hasValue(readFileSync(docx("tracked-changes").replace(".docx", ".md"), "utf8"));
  await page.keyboard.press("Control+z");
  await tool.hasValue("## 甲\n");
  await drop(tool, "旧稿.txt", Buffer.from("d2bba1a2d1a7cfb00a", "hex"));
  await tool.hasValue("## 学习\n");
  await drop(tool, "提纲.md", Buffer.from("## 一二\n\n文\r\n"));
  await tool.hasValue("## 一二\n\n文\n");
});

test("a file that cannot be read is refused with a word of what to do, and nothing is lost", async ({
  tool,
}) => {
  await tool.write("## 甲\n");
  for (const [name, bytes, said] of [
    ["旧稿.doc", Buffer.from("d0cf11e0a1b11ae1", "hex"), "另存为 .docx"],
    ["旧稿.pdf", Buffer.from("%PDF-1.7"), "这是 PDF"],
    ["旧稿.docx", readFileSync(docx("python-docx")).subarray(0, 2000), "Word"],
    [
      "扫描件.docx",
      readFileSync(docx("images-only")),
      "没有文字，没有读；文档有 2 张图片，未读入。图片里的字要先用文字识别",
    ],
    ["旧稿.txt", Buffer.from(" \n"), "文件是空的"],
  ]) {
    await drop(tool, name, bytes);
    await expect(tool.status).toContainText(said);
    await tool.hasValue("## 甲\n");
  }
});

test("characters of a file that cannot be read are counted", async ({ tool }) => {
  for (const [name, source] of [
    ["旧稿.txt", "（一）学习原著、学习原文、学习案例\n"],
    ["提纲.md", "## 学习原著、学习原文、学习案例\n"],
  ]) {
    await drop(tool, name, Buffer.concat([Buffer.from(source), Buffer.from([0xff])]));
    await expect(tool.status).toContainText("文件有 1 个字符读不出来，写作“�”");
    expect(await tool.value()).toContain("�");
  }
});

test("a readonly outline takes neither text nor file", async ({ tool }) => {
  await tool.write("## 甲\n");
  await tool.element.evaluate((element) => (element.readonly = true));
  await paste(tool, TEXT);
  await drop(tool, "旧稿.txt", Buffer.from(TEXT));
  await tool.hasValue("## 甲\n");
});
