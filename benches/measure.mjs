// Times, and tables of them.

/** The median of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/**
 * Runs some jobs in turn, so that what disturbs the machine disturbs all of them, until `seconds` are over. Gives the
 * median time of each in milliseconds.
 */
export function interleaved(jobs, { seconds, warmUp = 3, least = 5 }) {
  for (let turn = 0; turn < warmUp; turn++) jobs.forEach((job) => job());
  const times = jobs.map(() => []);
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end || times[0].length < least) {
    jobs.forEach((job, at) => {
      const start = performance.now();
      job();
      times[at].push(performance.now() - start);
    });
  }
  return times.map(median);
}

/** Prints a table; its columns are as wide as they must be. */
export function printTable(title, rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => cell.padStart(widths[column])).join("  ");
  console.log(`\n${title}\n${rows.map((row) => `  ${line(row)}`).join("\n")}`);
}

export const milliseconds = (time) => `${time.toFixed(time < 10 ? 3 : 1)} ms`;
export const times = (ratio) => `${ratio.toFixed(2)}×`;
