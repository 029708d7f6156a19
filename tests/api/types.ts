// Every name that core.d.ts exports, used as its users do: `tsc` fails where the types and this drift apart, or
// where the modules behind core.js no longer fit what core.d.ts says of them.

import * as built from "../../www/core/main.ts";
import type * as Face from "../../www/core";
import type {
  Blank,
  Block,
  Edit,
  Fact,
  Finding,
  FinishedText,
  Fix,
  Font,
  Fonts,
  MaskOptions,
  Masking,
  Message,
  Options,
  Outline,
  Page,
  Parsed,
  Point,
  ReadOptions,
  Run,
  Section,
  SectionStats,
  Splice,
  Stats,
  Style,
  Summary,
  SummaryBlock,
} from "../../www/core";

/** Are two types the same? Being assignable both ways would let optional fields pass. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

function is<_ extends true>(): void {}

type Level = 1 | 2 | 3 | 4 | 5;
type Facts = Record<string, string>;
type Layout = "runOn" | "separate" | "numbered";
type Role =
  | ("title" | "addressee" | "heading" | "runIn" | "body")
  | ("closing" | "table" | "attachment" | "signature" | "date");
type Kind = "number" | "heading" | "text" | "blank" | "fact" | "mark" | "cell" | "row";
type BlankFields =
  "index" | "from" | "to" | "run" | "before" | "after" | "unit" | "name" | "section" | "kind";
type Wasm = BufferSource | WebAssembly.Module | URL | Response;

// What goes in. Each field is named here, so one that comes, goes or turns optional is told.
is<Same<keyof Outline, keyof Required<typeof outline>>>();
is<Same<keyof Section, keyof Required<typeof section>>>();
is<Same<keyof Point, keyof Required<typeof point>>>();
is<Same<keyof Options, keyof typeof options>>();
is<Same<keyof Style, keyof typeof style>>();
is<Same<keyof Page, keyof typeof page>>();
is<Same<keyof Fonts, keyof typeof fonts>>();
is<Same<keyof Font, keyof typeof font>>();
is<Same<Section["level"], Level>>();
is<Same<Options["style"], "gongwen" | "decimal" | "english" | Style | undefined>>();
is<Same<Options["detail"], "full" | "brief" | "headings" | undefined>>();
is<Same<Block["kind"], "paragraph" | "points" | "table" | "note">>();
is<Same<Extract<Block, { kind: "points" }>, { kind: "points"; layout: Layout; points: Point[] }>>();
is<Same<Extract<Block, { kind: "table" }>, { kind: "table"; header: string[]; rows: string[][] }>>();
is<Same<Partial<Style>, Style>>();
is<Same<Partial<Page>, Page>>();
is<Same<Partial<Fonts>, Fonts>>();
is<Same<Partial<Font>, Font>>();
is<Same<Partial<Options>, Options>>();

// What comes out.
is<Same<Parsed, { outline: Outline; findings: Finding[] }>>();
is<Same<Summary, { text: string; blocks: SummaryBlock[]; findings: Finding[]; stats: Stats }>>();
is<Same<SummaryBlock, { role: Role; level: number; text: string; runs: Run[] }>>();
is<Same<Run, { kind: Kind; text: string; from?: number; to?: number }>>();
is<Same<Finding["severity"], "error" | "warning" | "info">>();
is<Same<keyof Finding, "code" | "severity" | "from" | "to" | "path" | "message" | "hint" | "fix">>();
is<Same<Message, { zh: string; en: string }>>();
is<Same<Fix, { label: Message; edits: Edit[] }>>();
is<Same<Edit, { from: number; to: number; text: string }>>();
is<Same<FinishedText, { outline: Outline; markdown: string; findings: Finding[]; habits: Style }>>();
is<Same<Splice, { at: number; removed: number; inserted: number }>>();
is<Same<Stats["sections"], SectionStats[]>>();
is<Same<Fact, { name: string; value?: string; formula?: string; uses: number }>>();
is<Same<Masking, { from: number; to: number; run: string; mask: string }>>();
is<Same<keyof Blank, BlankFields>>();
is<Same<Blank["kind"], string | undefined>>();
is<Same<MaskOptions, { names?: string[]; keep?: string[] }>>();

// The functions.
is<Same<typeof Face.load, (wasm?: Wasm) => Promise<void>>>();
is<Same<typeof Face.parse, (source: string) => Parsed>>();
is<Same<typeof Face.readText, (text: string, options?: ReadOptions) => FinishedText>>();
is<Same<typeof Face.readFile, (bytes: ArrayBuffer | Uint8Array, options?: ReadOptions) => FinishedText>>();
is<Same<ReadOptions, { normalize?: boolean }>>();
is<Same<typeof Face.normalize, (outline: Outline) => Parsed>>();
is<Same<typeof Face.toMarkdown, (outline: Outline) => string>>();
is<Same<typeof Face.summarize, (input: string | Outline, options?: Options) => Summary>>();
is<Same<typeof Face.toHtml, (input: string | Outline, options?: Options) => string>>();
is<Same<typeof Face.toDocx, (input: string | Outline, options?: Options) => Uint8Array>>();
is<Same<typeof Face.blanks, (source: string) => Blank[]>>();
is<Same<typeof Face.fillBlanks, (source: string, values: Record<number | string, string>) => string>>();
is<Same<typeof Face.nameBlank, (source: string, index: number, name: string) => string>>();
is<Same<typeof Face.facts, (source: string) => Fact[]>>();
is<Same<typeof Face.setFacts, (source: string, facts: Facts) => string>>();
is<Same<typeof Face.readFacts, (table: string | ArrayBuffer | Uint8Array) => Facts>>();
is<Same<typeof Face.mask, (source: string, options?: MaskOptions) => string>>();
is<Same<typeof Face.maskings, (source: string, options?: MaskOptions) => Masking[]>>();
is<Same<keyof typeof Face, keyof typeof built>>();

/** What core.js is built from must be what core.d.ts declares. */
export const face: typeof Face = built;

const paper = { width: 210, height: 297, top: 37, left: 28, right: 26, bottom: 35 };
const page = { ...paper, lines: 22, characters: 28, pitch: 28.95 };
const font = { family: "仿宋_GB2312", size: 16, bold: false };
const fonts = { title: font, headings: [font], body: font, table: font, pageNumber: font };

const style = {
  name: "own",
  numbering: ["第一章", "1.1"],
  through: [2 as const],
  counters: ["（1）"],
  runOn: true,
  between: "；",
  end: "。",
  intro: "：",
  gap: "",
  addressee: "：",
  attachment: "附件：",
  attachmentNumber: "1.",
  date: "Y年M月D日",
  indent: "　　",
  indented: ["body" as const],
  blankLines: true,
  page,
  fonts,
  seal: true,
  pageNumbers: false,
};

const facts: Facts = { 村名: "柳溪村" };
const options = {
  style,
  detail: "brief",
  indent: true,
  blankLines: false,
  hardLines: true,
  facts,
} satisfies Options;

const point = { text: "抓学习", number: "一是", points: [] } satisfies Point;

const section = {
  level: 1,
  heading: "工作",
  number: "",
  body: [
    { kind: "paragraph", text: "正文。" },
    { kind: "points", layout: "runOn", points: [point, { text: "抓落实", points: [] }] },
    { kind: "table", header: ["类别"], rows: [["网格员"]] },
    { kind: "note", text: "待核" },
  ],
  sections: [],
} satisfies Section;

const outline = {
  title: "总结",
  to: "各村",
  from: "办公室",
  date: "2024-7-5",
  attachments: ["台账"],
  style: "gongwen",
  facts,
  opening: [],
  sections: [section],
  closing: [],
} satisfies Outline;

/** Uses all there is; `tsc` reads it, nothing runs it. */
export async function useAll(core: typeof Face): Promise<unknown[]> {
  await core.load();
  await core.load(new URL("core.wasm", import.meta.url));
  await core.load(new Response());
  await core.load(new Uint8Array());
  await core.load(new ArrayBuffer(0));
  await core.load(new WebAssembly.Module(new Uint8Array()));
  const read: Parsed = core.parse("## 工作");
  const markdown: string = core.toMarkdown(core.normalize(outline).outline);
  const summaries: Summary[] = [core.summarize(markdown), core.summarize(read.outline, options)];

  const documents: Uint8Array[] = [core.toDocx(markdown), core.toDocx(read.outline, options)];

  const session: Face.Session = new core.Session(markdown, options);
  const splices: Splice[] = session.edit(0, 1, "#");
  const blocks: SummaryBlock[] = [...session.blocks(), ...session.blocks(1), ...session.blocks(1, 2)];
  const parts: [string, string, Finding[], Outline, Stats] = [
    session.source,
    session.text,
    session.findings,
    session.outline,
    session.stats,
  ];
  documents.push(session.docx());
  const pasted: string[] = [core.toHtml(markdown), core.toHtml(outline, options), session.html()];
  // @ts-expect-error: the source changes by edits alone
  session.source = "";
  session.close();

  const filled: string = core.fillBlanks(core.nameBlank(markdown, 0, "镇名"), { 0: "5", 镇名: "柳溪镇" });
  const figures: Facts = core.readFacts(new Uint8Array());
  pasted.push(core.mask(core.setFacts(filled, figures), { names: ["柳溪"], keep: [] }));
  const places: [Blank[], Fact[], Masking[]] = [
    core.blanks(filled),
    core.facts(filled),
    core.maskings(filled),
  ];

  // @ts-expect-error: a source is a string
  core.parse(5);
  // @ts-expect-error: an outline has its three lists
  core.normalize({ title: "总结" });
  // @ts-expect-error: there is no such level
  core.normalize({ ...outline, sections: [{ ...section, level: 6 }] });
  // @ts-expect-error: there is no such style
  core.summarize("", { style: "letter" });
  // @ts-expect-error: there is no such field
  core.summarize("", { maxChars: 5 });
  return [...summaries, ...splices, ...blocks, ...parts, ...documents, ...pasted, ...places];
}
