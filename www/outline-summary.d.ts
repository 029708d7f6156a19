/**
 * <outline-summary> (提纲成文): an outline and its finished summary, side by side. Importing this module defines it.
 *
 * Attributes: `value` (the first outline), `name`, `lang`, `detail`, `readonly`, `disabled`,
 * `draft-key`, `ask-leaving`.
 * Parts: `frame`, `toolbar`, `name`, `outline`, `summary`, `sheet`, `panel`, `status`.
 *
 * It is light or dark as `color-scheme` says where it stands: light in a page that says nothing. Browsers before 2024
 * look once, when it is put into the page.
 *
 * Custom properties, which count on the element and on all around it (default in light / in dark):
 * - `--os-height` (`640px`): the height of the element, 240px at least
 * - `--os-ink` (`#1f1f1e` / `#e6e4df`): the outline, and the words of the tool
 * - `--os-quiet` (`#66645f` / `#a5a29b`): what is said aside: counts, hints, notes
 * - `--os-number` (`#8a3a36` / `#d9a19c`): the numbers beside the outline
 * - `--os-line` (`#dcdad4` / `#3a3937`): hairlines and borders
 * - `--os-ground` (`#f2f1ee` / `#1b1b1a`): the ground around the sheet, and of an outline that cannot be changed
 * - `--os-surface` (`#ffffff` / `#242423`): the ground of the outline, the rows and the panels
 * - `--os-accent` (`#9c1c1c` / `#f0908a`): the caret, the focus, buttons that stand in a text, the line under a blank
 * - `--os-blank` (`#fbeceb` / `#4a2b29`): the ground of a blank
 * - `--os-selection` (`#dfe6ee` / `#37424f`): what is selected in the outline
 * - `--os-match` (`#f4e7b8` / `#55491f`): what the search has found
 * - `--os-current` (`#f5f3ee` / `#32312e`): the paragraph of the summary that is being written
 * - `--os-paper` (`#ffffff` / `#2a2a28`): the sheet
 * - `--os-paper-ink` (`#111111` / `#e9e7e2`): the summary on the sheet
 * - `--os-interface` (`"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif`): the font of all but the summary
 */

import type { Blank, MaskOptions, Outline, Summary } from "./core.js";

/**
 * Fires `input` and `change` as a text field does, `summary-change` when the summary has followed, `blanks-change` when
 * more blanks are left, or fewer, and `draft-change` when `draftName` or `unsaved` is another.
 */
export class OutlineSummary extends HTMLElement {
  /** The outline, as source. */
  value: string;
  /**
   * The outline, as an object; `undefined` while the core is starting. One that is none throws a `TypeError` that says
   * where it is wrong; while the core is starting, that is told as a rejection that nobody handles.
   */
  outline: Outline | undefined;
  /** The summary, made when it is read; `undefined` while the core is starting. */
  readonly summary: Summary | undefined;
  /**
   * The facts by their names, an empty value where there is none; computed ones are not among them; `undefined` while the
   * core is starting. To set some changes those, at the head of the outline, and no others; the writer can undo it. A name
   * that no fact can have throws a `TypeError`.
   */
  facts: Record<string, string> | undefined;
  /** What is not filled in yet, in its order; `undefined` while the core is starting. Made when it is read. */
  readonly blanks: Blank[] | undefined;
  readonly: boolean;
  disabled: boolean;
  name: string;
  /** The language of the tool: `en`, or `en-…`, is English, any other Chinese. Without it the writer may choose. */
  lang: string;
  /** How much of the outline the summary keeps. Any other throws a `TypeError`; as an attribute it counts as `full`. */
  detail: "full" | "brief" | "headings";
  /**
   * Under which key drafts are kept in the browser; `null`, the default: none are. A draft that lies there is put in
   * (with an `input`) where the host has set no value, and offered where it has. Elements of one origin share what has
   * the same key.
   */
  draftKey: string | null;
  /** Does leaving the page ask while something is unsaved? Not unless this is set. */
  askLeaving: boolean;
  /** The name of the document: as the writer calls it, else its title. */
  readonly draftName: string;
  /** What would be lost if the page was closed: nothing, what a file lacks that was opened or saved, or the text. */
  readonly unsaved: "" | "file" | "text";
  readonly form: HTMLFormElement | null;
  /**
   * Fills blanks by their index in `blanks`, or all of a fact by its name, as `fillBlanks` of the core does; the writer can
   * undo it. False while the core is starting: then nothing is done.
   */
  fillBlanks(values: Record<number | string, string>): boolean;
  /**
   * Masks figures and names, as `mask` of the core does; the writer can undo it. False while the core is starting. Drafts of
   * before hold the original.
   */
  mask(options?: MaskOptions): boolean;
  /** Copies the finished text; says whether it did. To be called from a click or a key. */
  copy(): boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    "outline-summary": OutlineSummary;
  }
}
