// The fonts of GB/T 9704 by the names that people and machines have for them.

/** By kind, from the best to what is next to it; each font with all its names, as people say it first. */
const KINDS: string[][][] = [
  [
    ["方正小标宋简体", "FZXiaoBiaoSong-B05S"],
    ["方正小标宋_GBK", "FZXiaoBiaoSong-B05"],
    ["华文中宋", "STZhongsong"],
  ],
  [["仿宋_GB2312", "FangSong_GB2312"], ["仿宋", "FangSong"], ["华文仿宋", "STFangsong"], ["FandolFang"]],
  [
    ["楷体_GB2312", "KaiTi_GB2312"],
    ["楷体", "KaiTi"],
    ["华文楷体", "STKaiti"],
    ["AR PL UKai CN"],
    ["FandolKai"],
  ],
  [
    ["黑体", "SimHei"],
    ["华文黑体", "STHeiti"],
    ["思源黑体", "Noto Sans CJK SC", "Source Han Sans SC"],
    ["FandolHei"],
  ],
  [
    ["宋体", "SimSun"],
    ["华文宋体", "STSong"],
    ["思源宋体", "Noto Serif CJK SC", "Source Han Serif SC"],
    ["FandolSong"],
  ],
];

/** What is taken where none of a kind is there. */
const LAST = ["思源宋体", "宋体", "华文宋体"];

/** What a writer is offered: what Chinese offices have. */
export const OFFERED = [
  ...["方正小标宋简体", "方正小标宋_GBK", "仿宋_GB2312", "仿宋"],
  ...["楷体_GB2312", "楷体", "黑体", "宋体"],
];

const isNamed = (names: string[], name: string) =>
  names.some((known) => known.toLowerCase() === name.toLowerCase());

/** All names of a font; the one given alone, if it is none of these. */
export const namesOf = (name: string): string[] =>
  KINDS.flat().find((names) => isNamed(names, name)) ?? [name];

/** The name that people say. */
export const nameOf = (name: string): string => namesOf(name)[0]!;

/** Are two fonts of one kind, so that one looks much like the other? */
export const areAlike = (one: string, other: string): boolean =>
  KINDS.some((fonts) => [one, other].every((name) => fonts.some((names) => isNamed(names, name))));

/** What may stand in for a font, from the best on, as people say it. */
export function standInsOf(name: string): string[] {
  const kind = KINDS.find((fonts) => fonts.some((names) => isNamed(names, name))) ?? [];
  const own = nameOf(name);
  return [...new Set([...kind.map(([first]) => first!), ...LAST])].filter((other) => other !== own);
}

/** Names as CSS wants them. */
export const listed = (names: string[]): string => names.map(quoted).join(", ");

/** A name as a string of CSS, whatever it holds. */
const quoted = (name: string) =>
  `"${name.replace(/[\\"\n\r\f]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`;

/** A font and what stands in for it, as CSS wants it. */
export function stackOf(name: string): string {
  const names = [...new Set([name, ...namesOf(name), ...standInsOf(name).flatMap(namesOf)])];
  return `${listed(names.filter((each) => each !== ""))}, serif`;
}
