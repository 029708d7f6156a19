// What the page says, in its two languages.

import type { Finding, Message } from "../core";

export type Language = keyof Message;

export interface Counts {
  words: number;
  paragraphs: number;
  blanks: number;
}

const zh = {
  name: "提纲成文",
  detail: "篇幅",
  full: "全文",
  brief: "简要",
  headings: "标题",
  copy: "复制全文",
  outline: "提纲",
  summary: "成文",
  empty: "在提纲里写下标题和要点，这里随时成文，编号自动排好。",
  nothingKept: "这个篇幅下没有可写的内容：只写标题时，提纲里要有标题。",
  placeholder: `# 二〇二六年工作总结

今年以来，我单位……

## 工作开展情况

### 强化组织领导。

- 压实责任，成立工作专班
- 细化措施，制定实施方案

## 下一步打算

（# 是标题，## 是“一、”，### 是“（一）”，- 是“一是”。编号不用写。）`,
  counts: ({ words, paragraphs, blanks }: Counts) =>
    `${words.toLocaleString("zh-CN")} 字 · ${paragraphs} 段` + (blanks ? ` · 空 ${blanks}` : ""),
  findings: (count: number) => `问题 ${count}`,
  moreFindings: (count: number) => `还有 ${count} 处，改好前面的再列出`,
  severities: { error: "有误", warning: "注意", info: "提示" } as Record<Finding["severity"], string>,
  copied: "已复制，可粘贴到 WPS 或 Word",
  copyByHand: "浏览器不让程序复制：全文已选中，请按 Ctrl+C",
  starting: "正在启动……",
  broken: "排版程序停了，您写的提纲还在左边。请先复制提纲，再重新打开本页。",
  cannotStart:
    "这个浏览器太旧，排不了版（需要 Chrome 或 Edge 83 以上、Firefox 113 以上）。提纲照样可以写和复制。",
};

const some = (count: number, thing: string) =>
  `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;

const en: typeof zh = {
  name: "Outline summary",
  detail: "Length",
  full: "Full",
  brief: "Brief",
  headings: "Headings",
  copy: "Copy text",
  outline: "Outline",
  summary: "Summary",
  empty: "Write headings and points in the outline: the summary appears here, numbered.",
  nothingKept: "Nothing is left at this length: headings alone need headings in the outline.",
  placeholder: `# Work summary for 2026

This year, our office …

## Work done

### Leadership was strengthened.

- Duties were assigned
- Measures were detailed

## Next steps

(# is the title, ## is 一、, ### is （一）, - is 一是. Numbers are never typed.)`,
  counts: ({ words, paragraphs, blanks }) =>
    [some(words, "word"), some(paragraphs, "paragraph"), ...(blanks ? [some(blanks, "blank")] : [])].join(
      " · ",
    ),
  findings: (count) => some(count, "finding"),
  moreFindings: (count) => `${some(count, "more finding")}: listed when those above are settled`,
  severities: { error: "Error", warning: "Warning", info: "Note" },
  copied: "Copied: paste it into WPS or Word",
  copyByHand: "The browser does not let the page copy: the text is selected, press Ctrl+C",
  starting: "Starting …",
  broken: "The composer has stopped. Your outline is still here: copy it, then open this page again.",
  cannotStart:
    "This browser is too old to compose (Chrome or Edge 83, or Firefox 113, or later). The outline can still be written and copied.",
};

export const strings: Record<Language, typeof zh> = { zh, en };
