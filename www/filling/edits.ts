// What a change of the whole text changes.

/** A stretch of a text, in UTF-16 units, and what comes there. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** The one edit that makes a text another; none if it is the same. */
export function difference(before: string, after: string): Edit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return [{ from, to: before.length - same, text: after.slice(from, after.length - same) }];
}

/** A text with edits made, which are in order. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight(
    (text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to),
    text,
  );
}
