// Finished texts and files as outlines: what they are read as, and what is told of it.

import * as glue from "glue";
import type { FinishedText, Outline, Section } from "../core";
import { decoded, lostCharacters } from "../core/coding.ts";
import { read } from "../core/file.ts";
import type { Language, Strings } from "./strings.ts";

/** Marks at the start of lines by which an outline's source is known. */
const SOURCE = /^(#{1,6} |---$|> |[-+] (?![-+\d\s]*$))/m;

const SEMICOLON: Record<Language, string> = { zh: "；", en: "; " };

/** What was read, and how to read it without its habits. */
export interface Reading extends FinishedText {
  /** Is it all of the outline? Only then another reading can take its place. */
  isAll: boolean;
  standard?: () => FinishedText;
}

/** What a pasted text is read as; `undefined` if it is no finished text: one line, or a source, or nothing to number. */
export function readPasted(text: string, isAll: boolean): Reading | undefined {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim());
  if (lines.length < 2 || SOURCE.test(text)) return undefined;
  // A part has no habits of its own: the rest of the outline would take them over.
  const found: FinishedText = glue.readText(text, { normalize: !isAll });
  const { sections, points } = held(found.outline);
  if (sections + points === 0) return undefined;
  // In the middle of an outline there is no room for another head.
  if (!isAll && hasHead(found.outline)) return undefined;
  return { ...found, isAll, standard: () => glue.readText(text, { normalize: true }) };
}

/** What a file is read as. One that holds an outline's source is that. */
export function readOpened(name: string, bytes: Uint8Array): Reading {
  const isMarked = /\.(md|markdown)$/i.test(name);
  const source = isMarked || !/\.docx$/i.test(name) ? decoded(bytes) : undefined;
  if (!source?.text.trim() || !(isMarked || SOURCE.test(source.text)))
    return { ...read(bytes), isAll: true, standard: () => read(bytes, { normalize: true }) };
  const { text } = source;
  const { outline } = glue.parse(text) as { outline: Outline };
  return {
    isAll: true,
    outline,
    markdown: text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"),
    findings: lostCharacters(source),
    habits: { name: "gongwen" },
  };
}

/** Why nothing could be read, what was there instead, and what to do; `undefined` if something was read. */
export function refusal({ findings }: FinishedText, language: Language): string | undefined {
  const wrong = findings.find(({ severity, from }) => severity === "error" && from === undefined);
  if (!wrong) return undefined;
  const found = findings.map(({ message }) => message[language]).join(SEMICOLON[language]);
  return wrong.hint ? found + (language === "zh" ? "。" : ". ") + wrong.hint[language] : found;
}

/** What was read, in one line. */
export function told({ outline, findings }: FinishedText, language: Language, words: Strings): string {
  const beside = findings.filter(({ from, fix }) => from === undefined || fix?.edits[0]?.from === 0);
  return [words.read(held(outline)), ...beside.map(({ message }) => message[language])].join(
    SEMICOLON[language],
  );
}

function hasHead({ title, to, from, date, attachments }: Outline): boolean {
  return [title, to, from, date, attachments].some((part) => part !== undefined);
}

function held({ opening, sections, closing }: Outline): { sections: number; points: number } {
  const count = { sections: 0, points: 0 };
  const blocks = (list: Outline["opening"]) => {
    for (const block of list) if (block.kind === "points") count.points += block.points.length;
  };
  const walk = (section: Section) => {
    count.sections++;
    blocks(section.body);
    section.sections.forEach(walk);
  };
  blocks(opening);
  sections.forEach(walk);
  blocks(closing);
  return count;
}
