// Outlines of any length, in the form and the words of a yearly work summary. The same length gives the same text.

const PLACES = ["柳溪村", "石桥社区", "青山街道", "河湾镇", "东坡村", "北塘片区", "南园社区", "白杨村"];
const TASKS = [
  "环境整治",
  "安全生产",
  "产业发展",
  "矛盾调解",
  "政策宣传",
  "便民服务",
  "道路维修",
  "防汛备汛",
];
const DEEDS = ["召开推进会", "开展入户走访", "组织专题培训", "排查风险隐患", "建立问题台账", "发放宣传资料"];
const RESULTS = ["群众反映较好", "进度快于去年同期", "问题按期销号", "责任落实到人", "工作机制更加顺畅"];

/** An outline of about `length` characters: sections, run-in headings, points, blanks, a table now and then. */
export function outlineOfLength(length) {
  const words = new Words();
  const parts = ["# 年度工作总结\n\n今年以来，各项工作稳步推进。\n\n"];
  let written = parts[0].length;
  for (let section = 0; written < length; section++) {
    const part = sectionText(words, section);
    parts.push(part);
    written += part.length;
  }
  const whole = parts.join("");
  return whole.slice(0, whole.lastIndexOf("\n", length) + 1);
}

function sectionText(words, section) {
  const task = words.of(TASKS);
  const lines = [`## 抓好${task}工作`, "", words.sentence(), ""];
  for (let part = 0; part < 3; part++) {
    lines.push(
      `### 盯紧${words.of(PLACES)}${words.of(TASKS)}。`,
      "",
      words.sentence() + words.sentence(),
      "",
    );
    for (let point = 0; point < 3; point++) lines.push(`- ${words.of(DEEDS)}。${words.sentence()}`);
    lines.push("");
  }
  if (section % 4 === 3)
    lines.push("| 事项 | 数量 |", "| --- | --- |", `| ${task} | ${words.figure()} |`, "");
  return `${lines.join("\n")}\n`;
}

/** Words in an order that is fixed, with a count in each sentence, so that no two are the same. */
class Words {
  #seed = 1;
  #sentences = 0;

  #below(limit) {
    this.#seed = (Math.imul(this.#seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#seed / 2 ** 32) * limit);
  }

  of(list) {
    return list[this.#below(list.length)];
  }

  figure() {
    return 10 + this.#below(990);
  }

  sentence() {
    const first = `${this.of(PLACES)}围绕${this.of(TASKS)}${this.of(DEEDS)}${++this.#sentences}次`;
    return `${first}，涉及群众${this.figure()}人，投入资金**万元，${this.of(RESULTS)}。`;
  }
}
