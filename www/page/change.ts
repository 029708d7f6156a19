// What changed in a text field, found from what it holds before and after.

import type { Edit } from "../core";

/** The edit between two texts; `undefined` if they are the same. `caret` is where the change likely ends. */
export function change(before: string, after: string, caret: number): Edit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  const tail = after.length - caret;
  const caretHolds = tail <= most && before.endsWith(after.slice(caret));
  let suffix = caretHolds ? tail : common(most, (length) => before.slice(-length) === after.slice(-length));
  let prefix = common(most - suffix, (length) => before.slice(0, length) === after.slice(0, length));
  // A character outside the basic plane is never cut in two.
  if (prefix > 0 && isHighSurrogate(before.charCodeAt(prefix - 1))) prefix--;
  if (suffix > 0 && isLowSurrogate(before.charCodeAt(before.length - suffix))) suffix--;
  return { from: prefix, to: before.length - suffix, text: after.slice(prefix, after.length - suffix) };
}

/** The greatest length up to `most` at which two slices are the same. Slices compare faster than characters. */
function common(most: number, same: (length: number) => boolean): number {
  let known = 0;
  let beyond = most + 1;
  while (beyond - known > 1) {
    const middle = (known + beyond) >> 1;
    if (same(middle)) known = middle;
    else beyond = middle;
  }
  return known;
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit < 0xe000;
