/**
 * The core of outline-summary (提纲成文): an outline becomes the summary. No DOM; for browsers, workers and Node.
 *
 * Places (`from`, `to`) count UTF-16 units, as JavaScript strings do. A value of a wrong type is refused with a
 * `TypeError` that names the place: `sections[2].heading: expected a string, got number`. Half of a surrogate pair
 * is no text and becomes U+FFFD.
 */

/** The outline (提纲): the tree that the writer edits. */
export interface Outline {
  /** 标题. */
  title?: string;
  /** 主送机关, without its colon. */
  to?: string;
  /** 署名. */
  from?: string;
  /** 成文日期, in any form that writers type. */
  date?: string;
  /** 附件. */
  attachments?: string[];
  /** Name of a built-in style, or a `Style` as a line of JSON; what `Options` say goes before it. */
  style?: string;
  /** Values of named facts: `{镇名}` in any text; `{完成率 = 出栏 / 目标 as %}` is computed of them. */
  facts?: Record<string, string>;
  /** What stands before the first section. */
  opening: Block[];
  sections: Section[];
  /** What stands after the sections: 特此报告。 */
  closing: Block[];
}

/** A heading and what stands under it. */
export interface Section {
  level: 1 | 2 | 3 | 4 | 5;
  /** Ends in 。！？；：: what follows goes on in the same paragraph. */
  heading: string;
  /** `""`: none. Else as typed. Absent: derived. */
  number?: string;
  /** Blocks before the first subsection. */
  body: Block[];
  sections: Section[];
}

/** What stands under a heading. */
export type Block =
  | { kind: "paragraph"; text: string }
  /** An enumeration; `separate` has two points or more. */
  | { kind: "points"; layout: "runOn" | "separate" | "numbered"; points: Point[] }
  | { kind: "table"; header: string[]; rows: string[][] }
  /** A remark that never reaches the summary; an empty one keeps its neighbours apart. */
  | { kind: "note"; text: string };

/** One point (要点) of an enumeration: 一是…. */
export interface Point {
  text: string;
  /** As in `Section`. */
  number?: string;
  points: Point[];
}

/** How the summary is wanted. */
export interface Options {
  /** A built-in style, or one of your own. Default: what the outline says, else `gongwen`. */
  style?: "gongwen" | "decimal" | "english" | Style;
  /** How much is kept: everything; headings, leads and first sentences; headings alone. Default: `full`. */
  detail?: "full" | "brief" | "headings";
  /** Indent the paragraphs of `text` by two characters. Default: no. */
  indent?: boolean;
  /** Put an empty line between the paragraphs of `text`. Default: no. */
  blankLines?: boolean;
  /**
   * Break the lines of `text` as on paper (GB/T 9704-2012, 5.2.3: 28 characters a line), indents and empty lines as there.
   * Figures and Latin letters count as half a character. Default: no.
   */
  hardLines?: boolean;
  /** Values of named facts, in a plain object; these go before those of the outline. */
  facts?: Record<string, string>;
}

/** A form of the summary. What is left out is as in `gongwen`. */
export interface Style {
  name?: string;
  /**
   * Number patterns of the levels: `一、` `（一）` `1.` `①` `1.1` `I.` `第一章`. Each numeral in one stands for a level,
   * the last for its own, those before it for the levels right above. A level that has none takes the last pattern;
   * an empty list: no numbers. Numerals: 一 1 １ ① ⑴ ㈠ I i A a; all else is text, and a backslash makes a numeral text.
   */
  numbering?: string[];
  /** The levels whose numbers go on through the whole text instead of restarting under their parent. */
  through?: (1 | 2 | 3 | 4 | 5)[];
  /** Counter patterns of points, the outermost first: `一是` `①` `a.`. */
  counters?: string[];
  /** Do the points of a tight list run on in one paragraph? */
  runOn?: boolean;
  /** What closes a point that has no mark of its own and is not the last. */
  between?: string;
  /** What closes the last point. */
  end?: string;
  /** What closes a point that has points under it. */
  intro?: string;
  /** What stands between two joined pieces. */
  gap?: string;
  /** What follows 主送机关. */
  addressee?: string;
  /** What stands before the attachments. */
  attachment?: string;
  /** Number pattern of the attachments. */
  attachmentNumber?: string;
  /** 成文日期: `Y`, `M` and `D` stand for year, month and day without leading zeros; `""`: as typed. */
  date?: string;
  /** The indent of a paragraph of `text`. */
  indent?: string;
  /** What is indented in `text` even if `Options` do not ask for it. */
  indented?: (
    | "title"
    | "addressee"
    | "heading"
    | "runIn"
    | "body"
    | "closing"
    | "table"
    | "attachment"
    | "signature"
    | "date"
  )[];
  /** Does an empty line part the blocks of `text` even if `Options` do not ask for it? */
  blankLines?: boolean;
  /** The paper; like all below, of no effect on `text` and `blocks`. */
  page?: Page;
  /** What the summary is set in. */
  fonts?: Fonts;
  /**
   * Does a seal go over 成文日期? The date then keeps four characters from the right edge (GB/T 9704-2012, 7.3.5.1); else
   * it stands by the signature (7.3.5.2). Default: no.
   */
  seal?: boolean;
  /** Are the pages numbered (7.5)? Default: yes. */
  pageNumbers?: boolean;
}

/** The page of GB/T 9704-2012, clause 5; lengths in millimetres. */
export interface Page {
  width?: number;
  height?: number;
  top?: number;
  left?: number;
  right?: number;
  bottom?: number;
  /** Lines a page (5.2.3); of no effect where there is a `pitch`. Default: 22. */
  lines?: number;
  /** Characters a line (5.2.3). Default: 28. */
  characters?: number;
  /**
   * The line pitch in points; a page holds as many lines as go into its type area. Default: `lines` fill the type
   * area, 225 mm / 22 = 28.99 points (5.2.3).
   */
  pitch?: number;
}

/** What each part of the summary is set in, by GB/T 9704-2012. What is not named here is set as the body (5.2.2). */
export interface Fonts {
  /** Default: 方正小标宋简体, 22 points (7.3.1). */
  title?: Font;
  /**
   * The headings from level 1 on; a level that has none takes the last font, an empty list: as the body. What a font
   * leaves out is as at its level in `gongwen`: 黑体, 楷体_GB2312, then 仿宋_GB2312, 16 points (7.3.3).
   */
  headings?: Font[];
  /** Default: 仿宋_GB2312, 16 points (5.2.2). */
  body?: Font;
  /** Default: 仿宋_GB2312, 14 points, which is practice: the standard names none. */
  table?: Font;
  /** Default: 宋体, 14 points (7.5). */
  pageNumber?: Font;
}

/** A font in its size. */
export interface Font {
  /** The name of the family, as writers' machines know it: none comes with this program. */
  family?: string;
  /** In points: 2号 is 22, 3号 16, 4号 14. */
  size?: number;
  /** The standard asks for it nowhere. Default: no. */
  bold?: boolean;
}

/** What `parse` and `normalize` give. */
export interface Parsed {
  outline: Outline;
  findings: Finding[];
}

/** The summary (总结). Made of a source, each part but `text` is made when it is first read. */
export interface Summary {
  /** One block a line, with a line break at the end. */
  text: string;
  blocks: SummaryBlock[];
  findings: Finding[];
  stats: Stats;
}

/** One paragraph (段) of the summary. */
export interface SummaryBlock {
  role:
    | "title"
    | "addressee"
    | "heading"
    | "runIn"
    | "body"
    | "closing"
    | "table"
    | "attachment"
    | "signature"
    | "date";
  /** The level of a heading or run-in, the place of an attachment (from 1, counted to 255); else 0. */
  level: number;
  /** The cells of a table are parted by tabs, its rows by line breaks. */
  text: string;
  /** Its parts, without a gap. */
  runs: Run[];
}

/** A part of a block. */
export interface Run {
  /** A number or counter; the writer's heading; her text; a blank; a fact's value; what the style adds; borders. */
  kind: "number" | "heading" | "text" | "blank" | "fact" | "mark" | "cell" | "row";
  text: string;
  /** Where it stood in the source; absent if it did not, or if an object was given. */
  from?: number;
  to?: number;
}

/** What there is to say (问题) about a place: `from` and `to` in a source, a `path` in an object. */
export interface Finding {
  /**
   * A stable name. Of reading: `front-matter-line` `front-matter-open` `front-matter-repeated` `title-twice` `second-title`
   * `heading-in-closing` `comment-unclosed` `item-block` `number-alone` `marker-space`. Of normalizing: `line-break` `fact-name`
   * `fact-repeated` `section-level` `lists-apart` `single-separate` `points-too-deep`. Of options:
   * `option-overrides`. Of checks: `number-differs` `date-form` `unknown-style` `heading-mark` `counter-mark`
   * `deep-points` `lone-point` `fact-without-value` `fact-not-computed` `fact-given-twice` `doubled-mark`
   * `half-width-mark` `unpaired-mark`.
   */
  code: string;
  /** Something typed is not in the summary; the summary is likely not what is meant; worth a look. */
  severity: "error" | "warning" | "info";
  from?: number;
  to?: number;
  /** Such as `sections[2].heading`. */
  path?: string;
  message: Message;
  /** What to do about it. */
  hint?: Message;
  /** An edit that does it. */
  fix?: Fix;
}

/** One sentence in Chinese and in English. */
export interface Message {
  zh: string;
  en: string;
}

/** Edits that put a finding right, in the order of the source; all places count before the first edit. */
export interface Fix {
  /** What the action does. */
  label: Message;
  edits: Edit[];
}

/** `text` in place of what stands from `from` to `to`. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** Counts, as Word counts them. */
export interface Stats {
  /** 字数: each Chinese character or mark, and each Latin word or figure, is one. */
  words: number;
  /** 字符数（不计空格）. */
  characters: number;
  /** 字符数（计空格）. */
  charactersWithSpaces: number;
  paragraphs: number;
  /** Blanks still to be filled in. */
  blanks: number;
  /** Pages of paper in the style's measures (GB/T 9704-2012, 5.2.3), its figures half as wide as its characters. */
  pages: number;
  /** Lines on them; empty ones do not count. */
  lines: number;
  /** In reading order. */
  sections: SectionStats[];
}

/** Counts of a section: its heading, its body and its subsections. */
export interface SectionStats {
  level: number;
  number: string;
  heading: string;
  words: number;
  characters: number;
  charactersWithSpaces: number;
}

/** How `readText` reads. */
export interface ReadOptions {
  /** Into the standard form: numbers are derived wherever they can be, and the habits are left behind. */
  normalize?: boolean;
}

/** What `readText` gives. */
export interface FinishedText {
  outline: Outline;
  /** The source of the outline. */
  markdown: string;
  /** Numbers that do not go on, a text that is there twice over, lines that a PDF broke. Places are of `markdown`. */
  findings: Finding[];
  /** What the text does in its own way. `summarize(outline, { style: habits })` gives it again, line by line. */
  habits: Style;
}

/** A stretch of the summary that an edit replaced. */
export interface Splice {
  /** The first block concerned. */
  at: number;
  /** How many blocks went. */
  removed: number;
  /** How many came. */
  inserted: number;
}

/** A blank (空) of a source: what the summary shows as one. */
export interface Blank {
  /** Its place among the blanks, from 0. */
  index: number;
  /** Its place in the source, with a backslash before it. */
  from: number;
  to: number;
  /** As it is shown: `**`, `{接待游客}`. */
  run: string;
  /** The words before it, twelve characters at most, or in a table the names of its row and column; and those behind it. */
  before: string;
  after: string;
  /** What it counts (`万人次`) or names (`镇`). */
  unit?: string;
  /** The fact that it stands for. */
  name?: string;
  /** The heading that it stands under, with its number. */
  section?: string;
  /** The same for blanks that take the same value: `***镇`, `{接待游客}`. A figure has none. */
  kind?: string;
}

/** A named fact of a source. */
export interface Fact {
  name: string;
  /** What it stands for, given at the head or computed. */
  value?: string;
  /** What it is computed of: `出栏 / 目标 as %`. */
  formula?: string;
  /** In how many places it stands, formulas included. */
  uses: number;
}

/** What is masked besides figures, and what is not masked. */
export interface MaskOptions {
  /** Names to mask; the longest goes first. */
  names?: string[];
  /** What stays wherever it stands by itself: `100%`, `PM2.5`. */
  keep?: string[];
}

/** A stretch that `mask` changes. */
export interface Masking {
  from: number;
  to: number;
  /** What stands there. */
  run: string;
  /** What comes there. */
  mask: string;
}

/**
 * Makes the other functions ready. Nothing given: finds `core.wasm` beside this module, in Node too. Further calls
 * do nothing; one that failed can be tried again.
 */
export function load(wasm?: BufferSource | WebAssembly.Module | URL | Response): Promise<void>;

/** Reads an outline. Any string is one. */
export function parse(source: string): Parsed;

/** Reads a finished text back into an outline. Any string is one, and nothing of it is lost. */
export function readText(text: string, options?: ReadOptions): FinishedText;

/**
 * Reads a file back into an outline: a Word document (.docx), or a text in UTF-8, UTF-16 or GB18030. One that cannot be
 * read, or holds no text, gives an empty outline and a finding of severity `error` that says what to do.
 */
export function readFile(bytes: ArrayBuffer | Uint8Array, options?: ReadOptions): FinishedText;

/** Brings an outline into the form that a source can hold, with a finding for each change. */
export function normalize(outline: Outline): Parsed;

/** Writes an outline as canonical Markdown: `parse` reads from it what `normalize` gives. */
export function toMarkdown(outline: Outline): string;

/** Composes the summary of an outline, given as source or as object. */
export function summarize(input: string | Outline, options?: Options): Summary;

/**
 * Writes the summary as a Word document (.docx), on the page and in the type that the style says: GB/T 9704-2012, unless
 * it says otherwise. Each part of the text has a paragraph style of its own, headings those of Word, which its navigation
 * pane shows; numbers are text. Lengths are in twips (1/20 point) inside: lines of exactly `page.pitch`, rounded down; a
 * first line in two characters (7.3.3); the signature and the date (7.3.5), the attachments (7.3.4) and the page numbers
 * (7.5) where the standard has them. The same input gives the same bytes. `indent` and `blankLines` are of no effect.
 * What XML cannot hold (control characters) becomes U+FFFD.
 */
export function toDocx(input: string | Outline, options?: Options): Uint8Array;

/**
 * Writes the summary as HTML for the clipboard (`text/html`): Word and WPS take fonts, sizes (points), the first line in
 * two characters, the exact line pitch, headings with their levels and tables from the styles that stand in it. No markup
 * is made of the text. `indent` and `blankLines` are of no effect.
 */
export function toHtml(input: string | Outline, options?: Options): string;

/**
 * The blanks of a source, in its order: those of the body and of front matter, not of notes. A fact without a value, or
 * with one that is masked, is one where it stands.
 */
export function blanks(source: string): Blank[];

/**
 * Fills blanks in the source, by their index in `blanks` or all of a fact by its name; an index goes before a name. Nothing
 * else changes. A value reads back as the text it is: marks that would mean something there get a backslash, line breaks
 * become blanks. An empty value, and one for which there is no blank, changes nothing.
 */
export function fillBlanks(source: string, values: Record<number | string, string>): string;

/** Makes a named fact of a blank: `{name}` in its place. An index that no blank has changes nothing. */
export function nameBlank(source: string, index: number, name: string): string;

/** The facts of a source: those of its head, then others as they come in the text. */
export function facts(source: string): Fact[];

/**
 * Sets values of facts at the head of the source, which is begun where there is none: each in its line, new ones behind.
 * All else stays to the byte. So next year's summary is this source with new figures.
 */
export function setFacts(source: string, facts: Record<string, string>): string;

/**
 * Reads facts from a table of two columns, names and values: pasted from a spreadsheet, or CSV (RFC 4180) with commas of
 * either width, as text or as a file in UTF-8, UTF-16 or GB18030. A first row of headings, and rows whose name no fact can
 * have, are left out; the later of two rows of one name counts.
 */
export function readFacts(table: string | ArrayBuffer | Uint8Array): Record<string, string>;

/**
 * Masks (脱敏) a source: a `*` for each digit of a figure and each character of a name, blanks inside it or not. Left are
 * years, ordinals (第3, （1）, 附件2, 1. where a text begins), Chinese numerals, the names of facts, and what `keep` says.
 */
export function mask(source: string, options?: MaskOptions): string;

/** What `mask` will change, in the order of the source. */
export function maskings(source: string, options?: MaskOptions): Masking[];

/**
 * One open document. An edit costs what it changes, not what the text is long. (It reads again the stretch between
 * two headings or plain paragraphs: a list of a thousand points is one stretch.) For other options, open a new one.
 */
export class Session {
  constructor(source: string, options?: Options);
  /**
   * Replaces what stands from `from` to `to` by `text`. Gives what changed in the summary: splices in order, each
   * counted after those before it; none, if nothing changed. Places past the end (up to 2³²−1) count as the end, a `to` before `from` as `from`, and one
   * inside a surrogate pair as its start.
   */
  edit(from: number, to: number, text: string): Splice[];
  /** The source as it stands. */
  get source(): string;
  get text(): string;
  /** The Word document, as `toDocx` writes it. */
  docx(): Uint8Array;
  /** HTML for the clipboard, as `toHtml` writes it. */
  html(): string;
  /** The blocks from `start` up to `end`, as far as there are any; without them, all. */
  blocks(start?: number, end?: number): SummaryBlock[];
  get findings(): Finding[];
  get outline(): Outline;
  get stats(): Stats;
  /** Gives its memory back, which nothing else does. All else throws from then on. */
  close(): void;
}
