// Loading: what the wasm may be given as, and what happens when it is wrong.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import { dist, fresh } from "./core.mjs";

const file = new URL("core.wasm", dist);
const bytes = readFileSync(file);

/** A view of the bytes, where they stand somewhere in a longer buffer. */
function inLongerBuffer(View) {
  const longer = new Uint8Array(bytes.length + 64);
  longer.set(bytes, 32);
  return new View(longer.buffer, 32, bytes.length);
}

/** Serves the wasm, under a wrong type too, while a test runs. */
async function served(use) {
  const server = createServer((request, response) => {
    const isThere = request.url === "/core.wasm";
    response.writeHead(isThere ? 200 : 404, { "content-type": "text/plain" }).end(isThere ? bytes : "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await use(new URL(`http://127.0.0.1:${server.address().port}/`));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const GOOD = {
  nothing: () => undefined,
  "a file's URL": () => file,
  "a Buffer": () => bytes,
  "a Uint8Array": () => new Uint8Array(bytes),
  "an ArrayBuffer": () => new Uint8Array(bytes).buffer,
  "a part of a longer buffer": () => inLongerBuffer(Uint8Array),
  "a DataView": () => inLongerBuffer(DataView),
  "a Module": () => new WebAssembly.Module(bytes),
  "a Response": () => new Response(bytes),
  "a data URL": () => new URL(`data:application/wasm;base64,${bytes.toString("base64")}`),
};

for (const [name, wasm] of Object.entries(GOOD)) {
  test(`load takes ${name}`, async () => {
    const core = await fresh();
    assert.equal(await core.load(wasm()), undefined);
    assert.equal(core.summarize("## 工作\n").text, "一、工作\n");
  });
}

test("load takes an address on a server that does not know the type of wasm", () =>
  served(async (address) => {
    const core = await fresh();
    await core.load(new URL("core.wasm", address));
    assert.equal(core.summarize("## 工作\n").text, "一、工作\n");
  }));

const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

const BAD = {
  "bytes that are no wasm": [() => Uint8Array.of(1, 2, 3), WebAssembly.CompileError],
  "no bytes": [() => new Uint8Array(0), WebAssembly.CompileError],
  "half of it": [() => bytes.subarray(0, bytes.length >> 1), WebAssembly.CompileError],
  "another program": [() => new WebAssembly.Module(EMPTY_MODULE), Error],
  "a response that failed": [() => new Response("", { status: 404 }), /404/],
  "a file that is not there": [() => new URL("nothing.wasm", dist), { code: "ENOENT" }],
  null: [() => null, TypeError],
  "a path": [() => "core.wasm", TypeError],
  "a number": [() => 5, TypeError],
  "an object": [() => ({}), TypeError],
  "a function": [() => () => bytes, TypeError],
};

for (const [name, [wasm, error]] of Object.entries(BAD)) {
  test(`load refuses ${name}, and can be tried again`, async () => {
    const core = await fresh();
    await assert.rejects(core.load(wasm()), error);
    assert.throws(() => core.parse("甲"), /load/);
    await core.load();
    assert.equal(core.summarize("## 工作\n").text, "一、工作\n");
  });
}

test("an address that is not there says which answer came", () =>
  served(async (address) => {
    const core = await fresh();
    await assert.rejects(core.load(new URL("nothing.wasm", address)), /404/);
  }));

test("a TypeError says what load takes", async () => {
  const core = await fresh();
  await assert.rejects(core.load(null), {
    name: "TypeError",
    message: "wasm: expected bytes, a WebAssembly.Module, a URL or a Response, got null",
  });
});

test("before load, each function says what to do", async () => {
  const core = await fresh();
  const object = { opening: [], sections: [], closing: [] };
  const calls = {
    parse: () => core.parse("甲"),
    normalize: () => core.normalize(object),
    toMarkdown: () => core.toMarkdown(object),
    summarize: () => core.summarize("甲"),
    "summarize an object": () => core.summarize(object),
    Session: () => new core.Session("甲"),
  };
  for (const [name, call] of Object.entries(calls)) {
    assert.throws(call, { name: "Error", message: /not loaded yet: await load\(\) first/ }, name);
  }
});

test("loading twice, at once or later, is loading once", async () => {
  const core = await fresh();
  await Promise.all([core.load(), core.load(bytes)]);
  const session = new core.Session("甲");
  await core.load();
  await core.load(new WebAssembly.Module(bytes));
  assert.equal(session.text, "甲\n");
  session.close();
});

test("two copies of the module do not know of each other", async () => {
  const [one, other] = [await fresh(), await fresh()];
  await one.load();
  assert.throws(() => other.parse("甲"), /not loaded/);
});

test("the module exports what core.d.ts declares", async () => {
  const names = [
    "Session",
    "blanks",
    "facts",
    "fillBlanks",
    "load",
    "mask",
    "maskings",
    "nameBlank",
    "normalize",
    "parse",
    "readFacts",
    "readFile",
    "readText",
    "setFacts",
    "summarize",
    "toDocx",
    "toHtml",
    "toMarkdown",
  ];
  assert.deepEqual(Object.keys(await fresh()).sort(), names);
});
