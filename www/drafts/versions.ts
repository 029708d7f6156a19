// Earlier versions of a draft: when one is made, which are kept, and what changed from one to the next.

export interface Version {
  /** Counts up: clocks go back. */
  number: number;
  time: number;
  text: string;
  /** Did another text come in place of all of it? */
  isWhole?: boolean;
}

/** What changed, in characters other than line ends, and below which heading it begins. */
export interface Change {
  added: number;
  removed: number;
  heading: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One version is kept of so long a time, by how old it is: of ten minutes, then of an hour, then of a day. */
const SLOTS: readonly [age: number, slot: number][] = [
  [HOUR, 10 * MINUTE],
  [2 * DAY, HOUR],
  [Infinity, DAY],
];

/** No more are kept, whatever their age. */
const MOST = 60;

/** So many texts that were replaced as a whole stay for a day beside the others. */
const WHOLE = 30;

/** Days begin where the writer is. */
const slotOf = (time: number, slot: number) =>
  Math.floor((time - new Date(time).getTimezoneOffset() * MINUTE) / slot);

/** Must what stood before an edit be kept? At the first one of ten minutes, and where much of it goes at once. */
export function isDue(before: { time: number; text: string }, text: string, now: number): boolean {
  if (before.text === "" || before.text === text) return false;
  const [[, slot]] = SLOTS as [[number, number]];
  return slotOf(before.time, slot) !== slotOf(now, slot) || text.length < before.text.length / 2;
}

/** Does a text stand there already? */
export const stands = (versions: readonly Version[], { time, text }: Omit<Version, "number">): boolean =>
  versions.some(
    (each, at) =>
      each.text === text &&
      (at === versions.length - 1 || each.time === time || (each.isWhole && time - each.time < HOUR)),
  );

/** Can it go to make room? */
export const isSpare = ({ time }: Version, now: number): boolean => now - time > DAY;

/** The versions that can go, given all from the oldest on: of each stretch of time the newest stays. */
export function outworn<T extends { time: number; isWhole?: boolean }>(
  versions: readonly T[],
  now: number,
): T[] {
  const seen = new Set<string>();
  let whole = 0;
  return [...versions].reverse().filter(({ time, isWhole }) => {
    if (isWhole && now - time < DAY && whole++ < WHOLE) return false;
    const [, slot] = SLOTS.find(([age]) => now - time < age)!;
    const name = `${slot} ${slotOf(time, slot)}`;
    if (seen.has(name) || seen.size >= MOST) return true;
    seen.add(name);
    return false;
  });
}

/** Longer stretches of lines are compared as one. */
const MANY = 400;

export function changeOf(before: string, after: string): Change {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  const start = sameStart(old, fresh);
  const change = { added: 0, removed: 0, heading: headingAt(fresh, start) };
  const end = sameEnd(old.slice(start), fresh.slice(start));
  for (const [gone, come] of hunks(
    old.slice(start, old.length - end),
    fresh.slice(start, fresh.length - end),
  )) {
    const [one, other] = [[...gone.join("")], [...come.join("")]];
    const first = sameStart(one, other);
    const same = first + sameEnd(one.slice(first), other.slice(first));
    change.removed += one.length - same;
    change.added += other.length - same;
  }
  return change;
}

/** The lines that differ, as stretches without the lines between that are the same. */
function hunks(old: string[], fresh: string[]): [string[], string[]][] {
  if (old.length > MANY || fresh.length > MANY) return [[old, fresh]];
  // How long the lines are that both have in common, from each pair of places on.
  const lengths = [...old, ""].map(() => new Array<number>(fresh.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      lengths[i]![j] =
        old[i] === fresh[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const found: [string[], string[]][] = [[[], []]];
  for (let i = 0, j = 0; i < old.length || j < fresh.length;) {
    const [gone, come] = found[found.length - 1]!;
    if (i < old.length && old[i] === fresh[j]) {
      if (gone.length + come.length > 0) found.push([[], []]);
      i++;
      j++;
    } else if (j === fresh.length || (i < old.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      gone.push(old[i++]!);
    } else {
      come.push(fresh[j++]!);
    }
  }
  return found;
}

function sameStart<T>(one: readonly T[], other: readonly T[]): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at++;
  return at;
}

function sameEnd<T>(one: readonly T[], other: readonly T[]): number {
  return sameStart([...one].reverse(), [...other].reverse());
}

/** The heading above a line, or on it. */
function headingAt(lines: readonly string[], at: number): string {
  const heading = lines
    .slice(0, at + 1)
    .reverse()
    .find((line) => /^#{1,6} /.test(line));
  return (heading ?? "").replace(/^#+ +(\{[^}]*\} *)?/, "");
}
