// What the element says to the tool in it, and hears of it.

import type { Options } from "../core";
import type { Language } from "./strings.ts";

export type Detail = NonNullable<Options["detail"]>;

export interface ToolSettings {
  text: string;
  detail: Detail;
  language: Language;
  /** Has the host chosen the language? Then the writer is not asked. */
  isLanguageGiven: boolean;
  isReadOnly: boolean;
  isDisabled: boolean;
  /** Under what drafts are kept; `undefined`: none are. */
  draftKey: string | undefined;
  /** Is the text the host's? Then a draft is offered, not put in its place. */
  isGiven: boolean;
}

/** What would be lost if the page was closed: nothing, what a file lacks, or the text. */
export type Unsaved = "" | "file" | "text";

/** What the element around hears. */
export interface ToolEvents {
  /** The outline has changed, perhaps to half-typed Chinese. */
  edited(): void;
  /** The outline has changed, and all of it is typed. */
  typed(): void;
  /** The summary has followed. */
  summaryChanged(): void;
  detailChosen(detail: Detail): void;
  languageSwitched(): void;
  /** More blanks, or fewer, are left. */
  blanksChanged(): void;
  /** The name of the document, or what is unsaved, is another. */
  draftChanged(): void;
}
