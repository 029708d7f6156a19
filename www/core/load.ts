// Finding and starting the wasm.

import init from "glue";

type Wasm = BufferSource | WebAssembly.Module | URL | Response;

let loading: Promise<void> | undefined;
let loaded = false;

/** See `load` in ../core.d.ts. */
export function load(wasm?: Wasm): Promise<void> {
  loading ??= start(wasm).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Throws where a function is called before `load`. */
export function requireLoaded(): void {
  if (!loaded) throw new Error("outline-summary is not loaded yet: await load() first");
}

async function start(wasm: Wasm = new URL("core.wasm", import.meta.url)): Promise<void> {
  const given = await compilable(wasm);
  const module = given instanceof WebAssembly.Module ? given : await WebAssembly.compile(given);
  const isCore = WebAssembly.Module.exports(module).some(({ name }) => name === "summarizeText");
  if (!isCore) throw new Error("wasm: this is another program, not core.wasm");
  await init({ module_or_path: module });
  loaded = true;
}

/** What can be compiled. A response is read whole: a server need not know the type of wasm. */
async function compilable(wasm: Wasm): Promise<BufferSource | WebAssembly.Module> {
  if (wasm instanceof URL) return wasm.protocol === "file:" ? readFile(wasm) : read(await fetch(wasm));
  if (typeof Response !== "undefined" && wasm instanceof Response) return read(wasm);
  if (ArrayBuffer.isView(wasm)) return new Uint8Array(wasm.buffer, wasm.byteOffset, wasm.byteLength);
  if (wasm instanceof WebAssembly.Module || wasm instanceof ArrayBuffer) return wasm;
  throw new TypeError(
    `wasm: expected bytes, a WebAssembly.Module, a URL or a Response, got ${wasm === null ? "null" : typeof wasm}`,
  );
}

async function read(response: Response): Promise<ArrayBuffer> {
  if (!response.ok) throw new Error(`core.wasm cannot be read: the server says ${response.status}`);
  return response.arrayBuffer();
}

/** Reads a local file, which only Node can. */
async function readFile(url: URL): Promise<BufferSource> {
  if (typeof process === "undefined" || !process.versions?.node) {
    throw new Error("A page on file:// cannot read core.wasm: give its bytes to load()");
  }
  // By a name in a variable: bundlers for browsers look for what is imported by its name.
  const name = "node:fs/promises";
  const files = (await import(
    /* webpackIgnore: true */ /* @vite-ignore */ name
  )) as typeof import("node:fs/promises");
  return new Uint8Array(await files.readFile(url));
}
