// Steps of the whole test, each a command, and what they come to.

import { spawn } from "node:child_process";
import { root } from "../../www/tools/install.mjs";

let passed = 0;
let failed = 0;

/** How many tests passed and failed so far. A step that is no test runner is one test. */
export const count = () => ({ passed, failed });

/**
 * Runs a command and shows what it prints. `counts` finds passed and failed tests in it, as two groups; a runner that
 * fails counts as a failure even if it says otherwise, and so does one that ran nothing.
 */
export async function step(name, command, counts) {
  console.log(`\n── ${name}`);
  tally(name, await show(command), counts);
}

/** Begins a step beside those that follow; what it prints is shown by the function that it gives, when it has ended. */
export function begin(name, command) {
  const ending = show(command, true);
  return async () => {
    console.log(`\n── ${name}`);
    const ended = await ending;
    process.stdout.write(ended.output);
    tally(name, ended);
  };
}

function tally(name, { code, output, seconds }, counts) {
  const isGood = code === 0;
  const found = counts ? [...output.matchAll(counts)] : [[name, isGood ? 1 : 0, isGood ? 0 : 1]];
  const sum = (group) => found.reduce((sum, match) => sum + Number(match[group]), 0);
  const ran = sum(1) + sum(2) > 0;
  passed += sum(1);
  failed += Math.max(sum(2), isGood && ran ? 0 : 1);
  console.log(`── ${name}: ${isGood && ran ? "passed" : ran ? "failed" : "ran no test"}, ${seconds} s`);
}

/** Counts steps as failed that what failed before them leaves nothing to run on. */
export function skip(...names) {
  for (const name of names) console.log(`\n── ${name}: there is nothing to test`);
  failed += names.length;
}

/**
 * Runs a command, in sight or quietly. Gives how it ended, how long it took, and what it said: quietly, on its standard
 * error too.
 */
function show([command, ...args], isQuiet = false) {
  const start = Date.now();
  return new Promise((resolve) => {
    const end = (code) => resolve({ code, output, seconds: Math.round((Date.now() - start) / 1000) });
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, INSTA_UPDATE: "no", NO_COLOR: "1" },
      stdio: ["ignore", "pipe", isQuiet ? "pipe" : "inherit"],
    });
    let output = "";
    const hear = (text) => {
      output += text;
      if (!isQuiet) process.stdout.write(text);
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr?.setEncoding("utf8").on("data", hear);
    child.on("error", (error) => {
      console.log(String(error));
      end(1);
    });
    child.on("close", end);
  });
}
