// What the tool says, in its two languages.

import type { Finding, Message } from "../core";
import type { Change } from "../drafts/versions.ts";
import { filling } from "../filling/words.ts";
import type { Counts, Margin } from "./document.ts";
import type { Lack } from "./present.ts";

export type Language = keyof Message;

const SEVERITIES: Record<Finding["severity"], string> = { error: "有误", warning: "注意", info: "提示" };
const LEVELS = ["", "一级", "二级", "三级", "四级", "五级"];

const KEYS = "Tab 降一级，Shift+Tab 升一级；按 Esc 再按 Tab，离开提纲";

const zh = {
  name: "提纲成文",
  tools: "工具",
  title: "标题",
  titleTip: "这一行作全文标题；在第一章按 Shift+Tab 也行",
  oneTitle: "全文只有一个标题，写在各章之前",
  heading: "章节",
  headingTip: "这一行作章节；Ctrl+Enter 另起一章",
  point: "要点",
  pointTip: `这一行作要点；${KEYS}`,
  text: "正文",
  textTip: "这一行作正文",
  up: "上移",
  upTip: "连同下级一起上移（Alt+↑）",
  down: "下移",
  downTip: "连同下级一起下移（Alt+↓）",
  search: "查找",
  searchTip: "在提纲里查找（Ctrl+F）",
  open: "打开",
  openTip: "打开 Word 文档（.docx）或文本，读成提纲；也可以把文件拖进来",
  openFile: "打开文件",
  save: "保存",
  saveTip: "把提纲存成文件（.md），下次用“打开”接着写（Ctrl+S）",
  saveFile: "存成文件",
  seen: "知道了",
  file: {
    written: (name: string) => `已存为“${name}”`,
    downloaded: (name: string) => `已存为“${name}”，在浏览器的下载文件夹里`,
    notThere: "没有找到？把文字显示出来",
    shown: "浏览器存不了文件：按 Ctrl+C 复制，粘贴到记事本里存好",
    title: "提纲全文",
  },
  documents: "文稿",
  documentsTip: "本机的文稿、以前的版本，草稿存在哪里",
  documentsOf: (name: string) => `文稿：${name}`,
  drafts: {
    untitled: "未命名",
    name: "名称",
    create: "新写一篇",
    isOpen: "正在写",
    remove: "删除",
    removeOne: (name: string) => `删除《${name}》`,
    askRemove: (name: string) => `删除《${name}》和它的版本？`,
    keep: "不删",
    removed: (name: string) => `已删除《${name}》，关掉本页之前可以找回`,
    bringBack: "找回",
    unread: "打不开，点一下把能读出的文字另存一篇",
    versions: "以前的版本",
    restoreTip: "换成那时的文字，按 Ctrl+Z 可退回",
    isRestored: (time: string) => `已换成 ${time} 的版本，按 Ctrl+Z 可退回`,
    change: (change: Change | undefined) => {
      if (!change) return "最早的版本";
      const { added, removed, heading } = change;
      const counts = [added && `增 ${added} 字`, removed && `删 ${removed} 字`].filter(Boolean);
      return [...counts, heading && `从“${heading}”起`].filter(Boolean).join(" · ");
    },
    onThisMachine: "本机留存",
    private: "不留痕：本篇只在这一页，关掉就没有",
    places: {
      indexed: "草稿存在这台电脑的这个浏览器里，不上网；用这台电脑的人打开本页都能看到。无痕窗口关掉就没有。",
      local: "草稿存在这台电脑的这个浏览器里（备用存储，地方小），不上网；用这台电脑的人打开本页都能看到。",
      memory: "浏览器不让存草稿：文字只在这一页，关掉就没有。",
    },
    inPage: "草稿不存在这台电脑上：本篇的文字只在这一页，关掉就没有。要留着，请存成文件。",
    clear: "清除本机草稿",
    askClear: "清除本机的全部草稿和版本？清除后找不回。正在写的这篇还在这一页。",
    clearYes: "清除",
    isPrivate: "不留痕：本篇的草稿已从这台电脑上去掉",
    isPublic: "草稿又存在这台电脑上了",
    isCleared: "本机草稿已清除，这一页转为不留痕",
    cannotClear: "没有清干净：浏览器不让删。请关掉浏览器，在浏览器设置里清除本页的数据",
    states: { saved: "草稿已存", private: "不留痕", unsafe: "草稿没有存上", following: "另一个窗口在写" },
    failures: {
      full: "本机存不下草稿了：文字还在这一页，请先存成文件，再到“文稿”里删去旧稿。",
      refused: "浏览器不让存草稿：文字只在这一页，关掉就没有。请写好后存成文件。",
    },
    following: "这篇正在另一个窗口里写，这里跟着显示，不能改。",
    takeOver: "在这里写",
    offered: (time: string) => `本机有一份 ${time} 的草稿，和现在的文字不同。`,
    useOffered: "换成草稿",
    isUsed: "已换成草稿，按 Ctrl+Z 可退回",
    clock: (time: string) =>
      `这台电脑的时间可能不对：草稿是 ${time} 存的，比现在还晚。草稿都在，请检查时间。`,
    parted: (name: string) => `这篇在另一个窗口里也改了：这里写的另存为一篇《${name}》，两份都在“文稿”里。`,
    alone: "另一个窗口已关掉，可以在这里接着写了。",
    cleared: "另一个窗口清除了本机草稿：这里的文字只在这一页，关掉就没有。",
    unreadNotice: {
      newer: (count: number) =>
        `有 ${count} 篇草稿是更新的版本写的，这里打不开，原样留着。请用新版打开，或在“文稿”里另存一篇。`,
      broken: (count: number) => `有 ${count} 篇草稿坏了，原样留着。在“文稿”里可以把能读出的文字另存一篇。`,
    },
    isCopy: "能读出的文字已另存一篇，原来那篇没有动",
  },
  pasteOld: "粘贴旧稿",
  pasteHere: "按 Ctrl+V 粘贴旧稿，编号和要点会自动认出",
  drop: "松开鼠标，读成提纲",
  reading: (name: string) => `正在读取《${name}》……`,
  readingText: "正在读取文字……",
  cannotOpen: "文件打不开：可能已移走、正被别的程序占用，或者是文件夹。关掉用它的程序再试，或者换一个文件",
  read: ({ sections, points }: { sections: number; points: number }) =>
    `已读成提纲：${sections} 章节、${points} 要点，按 Ctrl+Z 可退回`,
  standard: "改成标准格式",
  templates: "模板",
  templatesTip: "从一份提纲写起",
  filling: filling.zh.open,
  fillingTip: filling.zh.tip,
  layout: "版式",
  style: {
    tip: "字体、行距、页码、印章",
    lacking: "；有的字体本机没有",
    parts: {
      title: "标题",
      level1: "一级标题",
      level2: "二级标题",
      level3: "三级以下标题",
      body: "正文",
    },
    notHere: "本机没有",
    lack: ({ names, instead }: Lack) =>
      `本机没有${names.map((name) => `“${name}”`).join("")}，以${instead ? `“${instead}”` : "浏览器的字体"}显示和打印`,
    named: "样式里仍记原名，换到有这些字体的电脑上就用它们",
    pitch: "行距（磅）",
    pitchHint: "空着为标准行距：每页 22 行排满，约 28.99 磅",
    pitchWrong: (least: number, most: number) =>
      `没有改：行距请填 ${least} 到 ${most} 之间的数，如 28，或者空着`,
    checks: {
      isLevel3Bold: "三级标题加粗",
      isSealed: "加盖印章（成文日期右空四字）",
      isNumbered: "页码",
      isIndented: "复制的纯文本首行缩进两字",
    },
    reset: "恢复标准格式",
    save: "另存为样式文件",
    load: "载入样式文件",
    file: "版式.json",
    isReset: "版式已恢复标准，按 Ctrl+Z 可退回",
    isStandard: "版式已经是标准格式",
    loaded: "已载入样式，按 Ctrl+Z 可退回",
    noStyle: (file: string) => `《${file}》不是样式文件，没有载入。样式文件由“另存为样式文件”得来`,
    wrongStyle: (file: string, place: string) => `《${file}》里的“${place}”写得不对，没有载入`,
  },
  detail: "篇幅",
  full: "全文",
  brief: "简要",
  headings: "各级标题",
  zoom: "显示比例",
  fit: "适合宽度",
  flow: "不分页",
  copy: "复制全文",
  copyTip: "复制排好的全文，可粘贴到 WPS 或 Word",
  word: "Word",
  wordTip: "存为 Word 文档（.docx），按公文格式",
  untitled: "工作总结",
  saved: (name: string, blanks: number) => `已存为“${name}”` + (blanks ? ` · 还有 ${blanks} 处未填` : ""),
  nothingToSave: "还没有可保存的内容",
  print: "打印",
  printTip: "按公文纸样打印（Ctrl+P）",
  printed: (blanks: number) => `还有 ${blanks} 处没有填，照样打印`,
  nothingToPrint: "还没有可打印的内容",
  language: "English",
  more: "更多",
  outline: "提纲",
  keys: KEYS,
  summary: "成文",
  close: "关闭",
  newText: "新写一篇",
  doors: "直接打字就行，编号自动排好。也可以：",
  empty: "左边写下标题和要点，这里随时成文。",
  nothingKept: "这个篇幅下没有可写的内容：只写标题时，提纲里要有标题。",
  counts: ({ words, pages }: Counts) => `${words.toLocaleString("zh-CN")} 字 · ${pages} 页`,
  problems: "问题",
  findings: (count: number) => `问题 ${count}`,
  noFindings: "没有发现问题。",
  nextTip: "F8 到下一处",
  moreFindings: (count: number) => `还有 ${count} 处，改好前面的再列出`,
  severities: SEVERITIES,
  copied: (blanks: number) => "已复制，可粘贴到 WPS 或 Word" + (blanks ? ` · 还有 ${blanks} 处未填` : ""),
  copyByHand: "浏览器不让程序复制：全文已选中，请按 Ctrl+C",
  nothingToCopy: "还没有可复制的内容",
  replaced: "已换成模板，按 Ctrl+Z 可退回",
  starting: "正在启动……",
  broken: "这份提纲排不出来，排版停了；您写的提纲还在，照样可以写和保存。改动刚写的几处，会再试着排。",
  restarting: "排版程序出错，正在重新启动；您写的提纲还在……",
  restarted: "排版程序出过错，已重新启动，文字一个不少",
  cannotStart:
    "这个浏览器太旧，排不了版（需要 Chrome 或 Edge 83 以上、Firefox 113 以上）。提纲照样可以写和复制。",
  spoken: ({ kind, level, number }: Margin) =>
    `${kind === "heading" ? LEVELS[level] : kind === "item" ? "编号段" : "要点"}${number ? `，${number}` : ""}`,
};

const some = (count: number, thing: string) =>
  `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;

const EN_KEYS = "Tab and Shift+Tab change the level; Esc, then Tab leaves the outline";

const en: typeof zh = {
  name: "Outline summary",
  tools: "Tools",
  title: "Title",
  titleTip: "Make this line the title; Shift+Tab on the first section does too",
  oneTitle: "There is one title, above all sections",
  heading: "Section",
  headingTip: "Make this line a section; Ctrl+Enter begins the next one",
  point: "Point",
  pointTip: `Make this line a point; ${EN_KEYS}`,
  text: "Text",
  textTip: "Make this line plain text",
  up: "Up",
  upTip: "Move up, with all under it (Alt+↑)",
  down: "Down",
  downTip: "Move down, with all under it (Alt+↓)",
  search: "Find",
  searchTip: "Find in the outline (Ctrl+F)",
  open: "Open",
  openTip: "Open a Word document (.docx) or a text and read it into an outline; files can be dropped too",
  openFile: "Open a file",
  save: "Save",
  saveTip: "Save the outline as a file (.md), to go on with it another time (Ctrl+S)",
  saveFile: "Save as a file",
  seen: "All right",
  file: {
    written: (name: string) => `Saved as “${name}”`,
    downloaded: (name: string) => `Saved as “${name}”, among the downloads of the browser`,
    notThere: "Not there? Show the text",
    shown: "The browser saves no file: copy the text by Ctrl+C, and paste it into an editor",
    title: "The whole outline",
  },
  documents: "Documents",
  documentsTip: "Documents on this machine, earlier versions, and where drafts lie",
  documentsOf: (name: string) => `Document: ${name}`,
  drafts: {
    untitled: "Untitled",
    name: "Name",
    create: "New document",
    isOpen: "open",
    remove: "Delete",
    removeOne: (name: string) => `Delete “${name}”`,
    askRemove: (name: string) => `Delete “${name}” and its versions?`,
    keep: "Keep",
    removed: (name: string) => `“${name}” is deleted; until this page is closed it can be brought back`,
    bringBack: "Bring it back",
    unread: "cannot be opened; a click makes a document of what can be read",
    versions: "Earlier versions",
    restoreTip: "Go back to the text of that time; Ctrl+Z takes it back",
    isRestored: (time: string) => `This is the version of ${time}; Ctrl+Z takes it back`,
    change: (change: Change | undefined) => {
      if (!change) return "the first version";
      const { added, removed, heading } = change;
      const counts = [added && `${added} added`, removed && `${removed} removed`].filter(Boolean);
      return [...counts, heading && `from “${heading}” on`].filter(Boolean).join(" · ");
    },
    onThisMachine: "On this machine",
    private: "Leave no trace: this text is in this page alone, and gone with it",
    places: {
      indexed:
        "Drafts lie in this browser on this machine, and go nowhere else; whoever uses it can see them here. A private window forgets them.",
      local:
        "Drafts lie in this browser on this machine (in its small store), and go nowhere else; whoever uses it can see them here.",
      memory: "The browser keeps no drafts: the text is in this page alone, and gone with it.",
    },
    inPage: "Nothing is kept on this machine: the text is in this page alone. To keep it, save it as a file.",
    clear: "Clear this machine",
    askClear:
      "Clear all drafts and versions off this machine? They cannot be brought back. What is open stays in this page.",
    clearYes: "Clear",
    isPrivate: "Nothing of this text is on the machine any more",
    isPublic: "Drafts are kept on this machine again",
    isCleared: "This machine is cleared, and this page leaves no trace",
    cannotClear:
      "Not all is cleared: the browser refuses. Close it, and clear the data of this page in its settings",
    states: {
      saved: "Draft saved",
      private: "No trace",
      unsafe: "Draft not saved",
      following: "Another window writes",
    },
    failures: {
      full: "There is no more room for drafts: the text is still in this page. Save it as a file, then delete old documents.",
      refused:
        "The browser keeps no drafts: the text is in this page alone, and gone with it. Save it as a file.",
    },
    following: "This is being written in another window; here it is shown as it goes, and cannot be changed.",
    takeOver: "Write here",
    offered: (time: string) => `There is a draft of ${time} with another text.`,
    useOffered: "Use the draft",
    isUsed: "The draft is in place; Ctrl+Z takes it back",
    clock: (time: string) =>
      `The clock of this machine may be wrong: the draft was saved ${time}, which is still to come. Drafts are all here.`,
    parted: (name: string) =>
      `This was changed in another window, too: what was written here is a document of its own, “${name}”; both are among the documents.`,
    alone: "The other window is closed: you can go on here.",
    cleared: "Another window has cleared this machine: the text is in this page alone, and gone with it.",
    unreadNotice: {
      newer: (count: number) =>
        `${some(count, "draft")} of a newer version cannot be opened here, and stay as they are. Open them with that, or make documents of what can be read.`,
      broken: (count: number) =>
        `${some(count, "draft")} cannot be read, and stay as they are. Among the documents, what can be read is a click away.`,
    },
    isCopy: "What can be read is a document of its own; the old one is as it was",
  },
  pasteOld: "Paste an old text",
  pasteHere: "Press Ctrl+V to paste a finished text: its numbers and points are understood",
  drop: "Drop it to read it into an outline",
  reading: (name: string) => `Reading “${name}” …`,
  readingText: "Reading the text …",
  cannotOpen:
    "The file does not open: it may have been moved, be in use, or be a folder. Close what uses it and try again, or take another file",
  read: ({ sections, points }: { sections: number; points: number }) =>
    `Read into an outline: ${some(sections, "section")}, ${some(points, "point")}; Ctrl+Z takes it back`,
  standard: "Use the standard form",
  templates: "Templates",
  templatesTip: "Begin with a ready outline",
  filling: filling.en.open,
  fillingTip: filling.en.tip,
  layout: "Layout",
  style: {
    tip: "Fonts, line pitch, page numbers, seal",
    lacking: "; this machine lacks some of the fonts",
    parts: {
      title: "Title",
      level1: "Level 1",
      level2: "Level 2",
      level3: "Level 3 and below",
      body: "Text",
    },
    notHere: "not on this machine",
    lack: ({ names, instead }: Lack) =>
      `This machine lacks ${names.map((name) => `“${name}”`).join(", ")}: shown and printed in ${instead ? `“${instead}”` : "a font of the browser"}`,
    named: "The style keeps the names, for machines that have these fonts",
    pitch: "Line pitch (pt)",
    pitchHint: "Empty for the standard: 22 lines fill the page, some 28.99 pt",
    pitchWrong: (least: number, most: number) =>
      `Not changed: a line pitch is a number from ${least} to ${most}, such as 28, or empty`,
    checks: {
      isLevel3Bold: "Level 3 in bold",
      isSealed: "Room for a seal over the date",
      isNumbered: "Page numbers",
      isIndented: "Indent paragraphs of the copied text",
    },
    reset: "Back to the standard",
    save: "Save as a style file",
    load: "Load a style file",
    file: "style.json",
    isReset: "The layout is the standard one again; Ctrl+Z brings yours back",
    isStandard: "The layout is the standard one",
    loaded: "The style is in place; Ctrl+Z brings yours back",
    noStyle: (file: string) =>
      `“${file}” is no style file; nothing was loaded. “Save as a style file” makes one`,
    wrongStyle: (file: string, place: string) => `“${place}” in “${file}” is not right; nothing was loaded`,
  },
  detail: "Length",
  full: "Whole",
  brief: "Brief",
  headings: "Headings",
  zoom: "Zoom",
  fit: "Fit width",
  flow: "No pages",
  copy: "Copy",
  copyTip: "Copy the finished text, to paste into WPS or Word",
  word: "Word",
  wordTip: "Save a Word document (.docx) in the official format",
  untitled: "Summary",
  saved: (name: string, blanks: number) =>
    `Saved as “${name}”` + (blanks ? ` · ${some(blanks, "blank")} not filled in` : ""),
  nothingToSave: "There is nothing to save yet",
  print: "Print",
  printTip: "Print the pages (Ctrl+P)",
  printed: (blanks: number) => `${some(blanks, "blank")} not filled in; printed all the same`,
  nothingToPrint: "There is nothing to print yet",
  language: "中文",
  more: "More",
  outline: "Outline",
  keys: EN_KEYS,
  summary: "Summary",
  close: "Close",
  newText: "New text",
  doors: "Just type: numbers are made for you. Or:",
  empty: "Write headings and points on the left: the summary follows here.",
  nothingKept: "Nothing is left at this length: for headings alone, the outline needs headings.",
  counts: ({ words, pages }: Counts) => `${some(words, "word")} · ${some(pages, "page")}`,
  problems: "Findings",
  findings: (count: number) => some(count, "finding"),
  noFindings: "Nothing was found.",
  nextTip: "F8 goes to the next one",
  moreFindings: (count: number) => `${count} more are listed when those above are settled`,
  severities: { error: "Wrong", warning: "Note", info: "Hint" },
  copied: (blanks: number) =>
    "Copied: paste it into WPS or Word" + (blanks ? ` · ${some(blanks, "blank")} still to fill` : ""),
  copyByHand: "The browser lets no program copy: the text is selected, press Ctrl+C",
  nothingToCopy: "There is nothing to copy yet",
  replaced: "The template is in place; Ctrl+Z brings your text back",
  starting: "Starting …",
  broken:
    "This outline cannot be composed. Your outline is still here, to be written and saved: change what was typed last, and it is tried again.",
  restarting: "The composer has failed and is starting anew. Your outline is still here …",
  restarted: "The composer had failed and has started anew; every word is here",
  cannotStart:
    "This browser is too old to compose (Chrome or Edge 83, or Firefox 113, or later). The outline can still be written and copied.",
  spoken: ({ kind, level, number }: Margin) =>
    `${kind === "heading" ? `Level ${level}` : kind === "item" ? "Numbered paragraph" : "Point"}${number ? `, ${number}` : ""}`,
};

export const strings: Record<Language, typeof zh> = { zh, en };
export type Strings = typeof zh;

/** The language of a `lang` attribute: English if it says so, else Chinese. */
export const languageOf = (lang: string | null): Language => (/^en\b/i.test(lang ?? "") ? "en" : "zh");
