// Arguments, made safe before the wasm sees them.

/** As deep as the wasm looks; see `MAX_DEPTH` in src/face/plain.rs. */
const MAX_DEPTH = 100;

/**
 * A copy of plain data, read once. A getter of the caller's may throw, or call the core again: it must not do so while
 * the wasm is at work. What holds itself comes to an end; what is no plain data stays, for the check to name it.
 */
export function copied<T>(value: T, above: readonly unknown[] = []): T {
  if (typeof value !== "object" || value === null) return value;
  if (above.includes(value) || above.length > MAX_DEPTH) return {} as T;
  const inside = [...above, value];
  if (Array.isArray(value)) return Array.from(value, (item) => copied(item, inside)) as T;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copied(item, inside)])) as T;
}

/** Checks a place among blocks. */
export function checkedPlace(value: unknown, name: string): number {
  if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_PLACE)
    return value as number;
  throw new TypeError(
    `${name}: expected a whole number from 0 on, got ${value === null ? "null" : typeof value}`,
  );
}

/** The largest number that the wasm takes. */
export const MAX_PLACE = 0xffffffff;
