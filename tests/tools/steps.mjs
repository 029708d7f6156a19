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
export async function step(name, [command, ...args], counts) {
  console.log(`\n── ${name}`);
  const { code, output } = await show(command, args);
  const found = counts ? [...output.matchAll(counts)] : [[0, code === 0 ? 1 : 0, code === 0 ? 0 : 1]];
  const sum = (group) => found.reduce((sum, match) => sum + Number(match[group]), 0);
  const ran = sum(1) + sum(2) > 0;
  passed += sum(1);
  failed += Math.max(sum(2), code === 0 && ran ? 0 : 1);
  if (code !== 0 || !ran) console.log(`── ${name}: ${ran ? "failed" : "ran no test"}`);
  return code === 0;
}

function show(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, INSTA_UPDATE: "no", NO_COLOR: "1" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
        process.stdout.write(text);
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code) => resolve({ code, output }));
  });
}
