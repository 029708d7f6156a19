// What stands on a page, as lines: pieces of text at one height.

/** Pieces whose middles are closer than this, in points, are on one line. */
const SAME_LINE = 7;

/** Without what programs add or take away at will: blanks, and other code points for the same character. */
export const bare = (text) => text.normalize("NFKC").replace(/[\s\u200b]/g, "");

/** Pieces `{ text, left, right, middle }` of a page, in points from its upper left corner, as lines from the top. */
export function linesOf(pieces) {
  const sorted = pieces
    .filter(({ text }) => bare(text) !== "")
    .sort((one, other) => one.middle - other.middle);
  const lines = [];
  for (const piece of sorted) {
    const last = lines.at(-1);
    if (last && piece.middle - last[0].middle < SAME_LINE) last.push(piece);
    else lines.push([piece]);
  }
  return lines.map(lineOf);
}

function lineOf(pieces) {
  pieces.sort((one, other) => one.left - other.left);
  return {
    text: bare(pieces.map(({ text }) => text).join("")),
    left: pieces[0].left,
    right: Math.max(...pieces.map(({ right }) => right)),
    middle: pieces[0].middle,
    pieces,
  };
}
