// A draft as it is written down, and what is made of one that cannot be read.

/** Counts up when an older program could no longer read what is written. */
export const FORMAT = 1;

export interface Draft {
  format: typeof FORMAT;
  id: string;
  /** As the writer calls it; empty: as its title says. */
  name: string;
  text: string;
  /** Where the selection begins and ends. */
  anchor: number;
  head: number;
  /** When it was written, in milliseconds. */
  time: number;
  /** How often it has been written, and by which window the last time. */
  revision: number;
  window: string;
}

/** A draft of a newer program, or a broken one: it is kept as it is. */
export interface Unread {
  id: string;
  why: "newer" | "broken";
  /** What of it can still be read; the whole of it where it has no text. */
  text: string;
}

export type Found = Draft | Unread;

export const isRead = (found: Found): found is Draft => !("why" in found);

export const newId = (): string =>
  [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join("");

/** A draft that nothing is written of yet. */
export const emptyDraft = (): Draft => ({
  format: FORMAT,
  id: newId(),
  name: "",
  text: "",
  anchor: 0,
  head: 0,
  time: 0,
  revision: 0,
  window: "",
});

/** Reads what stands under the key of a draft. */
export function readDraft(id: string, value: unknown): Found {
  const given = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const { format, text } = given;
  const left = typeof text === "string" ? text : typeof value === "string" ? value : JSON.stringify(value);
  if (typeof format === "number" && format > FORMAT) return { id, why: "newer", text: left };
  const numbers = [given.anchor, given.head, given.time, given.revision];
  const isWhole =
    format === FORMAT &&
    [text, given.name, given.window].every((part) => typeof part === "string") &&
    numbers.every((part) => Number.isSafeInteger(part) && (part as number) >= 0);
  return isWhole ? { ...(given as unknown as Draft), id } : { id, why: "broken", text: left };
}

/** A name is as long as fits into one line, in characters. */
const LONGEST = 30;

/** What an outline calls itself: its title, else how it begins. */
export function titleOf(text: string): string {
  const [, head = "", body = ""] = /^(?:---\r?\n(.*?)\r?\n---(?:\r?\n|$))?(.*)$/s.exec(text) ?? [];
  const title =
    /^(?:title|标题) *[:：] *(.+)$/m.exec(head)?.[1] ??
    /^# +(.+)$/m.exec(body)?.[1] ??
    /^.*\S.*$/m.exec(body)?.[0];
  const plain = (title ?? "").replace(/^\s*(?:#+|[-+>])\s+/, "").trim();
  return [...plain].slice(0, LONGEST).join("");
}
