// What GB/T 9704-2012 asks of a page (5 and 7), held against what is seen. Lengths in points.

const MM = 72 / 25.4;
const [LEFT, RIGHT, TOP, BOTTOM] = [28 * MM, (210 - 26) * MM, 37 * MM, (297 - 35) * MM];
const LINES = 22;
const PITCH = (BOTTOM - TOP) / LINES;
const CELL = (RIGHT - LEFT) / 28;

/** Of margins; of the ends of lines. */
const [NEAR, NEARER] = [1 * MM, 0.5 * MM];

/** What may hang past the edge, as it is after normalization. */
const HANGING = /[,。、;:!?)》〉」』】〕\]”’]$/;

const BODY = { family: "仿宋_GB2312", size: 16 };
const HEADINGS = [{ family: "黑体", size: 16 }, { family: "楷体_GB2312", size: 16 }, BODY, BODY, BODY];
const PAGE_NUMBER = { family: "宋体", size: 14 };

/** What is not by the standard on some pages. */
export function faultsOf(pages) {
  const faults = pages.flatMap((page, at) => pageFaults(page, at + 1));
  const rows = pages.flatMap(({ lines }) => lines.filter(isOfText).map(({ middle }) => rowOf(middle)));
  if (pages.length > 4 && Math.max(...rows.map(Math.round)) !== LINES - 1)
    faults.push("no page has 22 lines");
  const lengths = pages.flatMap(({ lines }) => lines.filter(isWhole)).map(charactersIn);
  if (pages.length > 4 && !lengths.includes(28)) faults.push("no line of 28 characters");
  if (lengths.some((length) => length > 28)) faults.push(`a line of ${Math.max(...lengths)} characters`);
  return faults;
}

const isOfText = ({ pieces }) => !pieces[0].role.includes("folio");

/** Is it a line of a paragraph that goes on? */
const isFull = ({ pieces: [piece] }) =>
  isOfText({ pieces: [piece] }) && !piece.isCell && !piece.isLast && !/title|table/.test(piece.role);

/** What is as wide as a Chinese character. */
const WIDE = /^[\u3000-\u9fff\uff00-\uff60“”‘’…—]+$/;

/** Does it fill the page from one edge to the other, with nothing but Chinese characters and marks? */
const isWhole = (line) =>
  isFull(line) &&
  Math.abs(line.left - LEFT) < NEARER &&
  Math.abs(line.right - RIGHT) < NEARER &&
  WIDE.test(line.pieces[0].text);

const charactersIn = ({ pieces }) => [...pieces[0].text].length;

/** Which line of the page it is on, from 0. */
const rowOf = (middle) => (middle - TOP) / PITCH - 0.5;

function pageFaults({ width, height, lines }, number) {
  const faults = [];
  const fault = (line, what) => faults.push(`page ${number}: ${line.text}: ${what}`);
  if (Math.abs(width - 210 * MM) > 1 || Math.abs(height - 297 * MM) > 1) faults.push(`page ${number}: no A4`);
  for (const line of lines) {
    if (!isOfText(line)) {
      folioFaults(line, number).forEach((what) => fault(line, what));
      continue;
    }
    placeFaults(line).forEach((what) => fault(line, what));
    fontFaults(line).forEach((what) => fault(line, what));
  }
  return faults;
}

function placeFaults(line) {
  const { text, left, right, middle, pieces } = line;
  const faults = [];
  if (left < LEFT - NEARER) faults.push(`begins at ${left}`);
  const over = right - RIGHT;
  const hangs = over > NEARER;
  if (hangs && !(HANGING.test(text) && over < CELL + NEARER)) faults.push(`ends at ${right}`);
  if (isFull(line) && !hangs && over < -NEARER) faults.push(`is full and ends at ${right}`);
  // In the middle of its row a cell may stand between two lines.
  const steps = pieces[0].isCell ? 2 : 1;
  const row = rowOf(middle) * steps;
  if (Math.abs(row - Math.round(row)) * PITCH > NEAR * steps)
    faults.push(`is not on a line of the page: ${row}`);
  if (row < -0.5 || row > (LINES - 0.5) * steps) faults.push("is outside of the type area");
  return faults;
}

function fontFaults({ pieces }) {
  return pieces.flatMap(({ role, runs }) =>
    runs.flatMap((run) => {
      const { family, size } = fontOf(role, run.isHead);
      const isRight = run.family === family && Math.abs(run.size - size) < 0.01 && !run.isBold;
      return isRight ? [] : [`is in ${run.family} ${run.size}, not ${family} ${size}`];
    }),
  );
}

function fontOf(role, isHead) {
  if (role.includes("title")) return { family: "方正小标宋简体", size: 22 };
  if (role.includes("table")) return { ...BODY, size: 14 };
  const [, level] = /level-(\d)/.exec(role) ?? [];
  return level && (isHead || role.includes("own-line")) ? HEADINGS[level - 1] : BODY;
}

/** A page number: a rule at each side, 7 mm below the type area, a character from the outer edge (7.5). */
function folioFaults({ text, left, right, middle, pieces }, number) {
  const faults = [];
  if (text !== `—${number}—`) faults.push(`is not the number ${number}`);
  const away = number % 2 === 1 ? RIGHT - right : left - LEFT;
  if (Math.abs(away - PAGE_NUMBER.size) > NEAR) faults.push(`is ${away} from the edge`);
  if (Math.abs(middle - BOTTOM - 7 * MM) > NEAR) faults.push(`is ${middle - BOTTOM} below the text`);
  const [{ family, size }] = pieces[0].runs;
  if (family !== PAGE_NUMBER.family || Math.abs(size - PAGE_NUMBER.size) > 0.01)
    faults.push(`is in ${family} ${size}`);
  return faults;
}
