// The outlines that a new text may begin with.

import * as carried from "carried-templates";
import type { Message } from "../core";
import { unpacked } from "./unpack.ts";

export interface Template {
  name: Message;
  /** What it is for. */
  use: Message;
  /** What its outline is called among the carried ones. */
  file: string;
}

export const templates: Template[] = [
  {
    name: { zh: "年度工作总结", en: "Yearly summary" },
    use: { zh: "成效、问题、打算，三段式", en: "What was done, what is wrong, what comes" },
    file: "annual",
  },
  {
    name: { zh: "半年工作总结", en: "Half-year summary" },
    use: { zh: "时间过半、任务过半，再看下半年", en: "Half of the year, and the other half" },
    file: "half-year",
  },
  {
    name: { zh: "专项行动总结", en: "Campaign summary" },
    use: { zh: "做法、成效、巩固", en: "How it was done, and what it gave" },
    file: "campaign",
  },
  {
    name: { zh: "述职报告", en: "Report on duties" },
    use: { zh: "履职、廉洁、不足、方向", en: "Of one person, for one year" },
    file: "duty-report",
  },
  {
    name: { zh: "党建工作总结", en: "Party work summary" },
    use: { zh: "思想、组织、作风、纪律", en: "Of a party branch" },
    file: "party",
  },
  {
    name: { zh: "项目总结", en: "Project summary" },
    use: { zh: "概况、实施、成效、经验，带表格", en: "With a table of what was built" },
    file: "project",
  },
  {
    name: { zh: "会议纪要", en: "Minutes" },
    use: { zh: "议题、议定事项、出席人员", en: "What was decided, and who was there" },
    file: "minutes",
  },
  {
    name: { zh: "调研报告", en: "Survey report" },
    use: { zh: "情况、问题、建议", en: "What is, what is wrong, what to do" },
    file: "survey",
  },
];

/** The outline of a template. */
export async function outlineOf({ file }: Template): Promise<string> {
  const outlines = JSON.parse(new TextDecoder().decode(await unpacked(carried))) as Record<string, string>;
  return outlines[file]!;
}
