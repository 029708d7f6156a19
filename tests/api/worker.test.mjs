// The core in a worker, where there is no page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { dist } from "./core.mjs";

/** What a worker answers that loads the core from `wasm`. */
function inWorker(wasm) {
  const program = `
    import { parentPort, workerData } from "node:worker_threads";
    const core = await import(workerData.core);
    await core.load(workerData.wasm);
    const session = new core.Session("## 工作");
    session.edit(3, 3, "重点");
    parentPort.postMessage({ summary: { ...core.summarize("- 抓学习\\n- 抓落实") }, text: session.text });
  `;
  const address = new URL(`data:text/javascript,${encodeURIComponent(program)}`);
  const worker = new Worker(address, { workerData: { core: new URL("core.js", dist).href, wasm } });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  }).finally(() => worker.terminate());
}

const bytes = readFileSync(new URL("core.wasm", dist));

for (const [name, wasm] of Object.entries({
  nothing: undefined,
  "a Module": new WebAssembly.Module(bytes),
})) {
  test(`a worker loads the core, given ${name}`, async () => {
    const { summary, text } = await inWorker(wasm);
    assert.equal(summary.text, "一是抓学习；二是抓落实。\n");
    assert.equal(summary.blocks[0].role, "body");
    assert.equal(text, "一、重点工作\n");
  });
}

test("the core says nothing on the console", async () => {
  const { ready } = await import("./core.mjs");
  const said = [];
  const kept = { ...console };
  for (const name of ["log", "warn", "error", "info"]) console[name] = (...words) => said.push(words);
  try {
    (await ready()).summarize("## 工作");
  } finally {
    Object.assign(console, kept);
  }
  assert.deepEqual(said, []);
});
