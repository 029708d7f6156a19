// The wasm that the page carries.

/** The bytes of the core, which stand in the page as compressed text. */
export async function carriedWasm(): Promise<ArrayBuffer> {
  const text = document.getElementById("core")?.textContent ?? "";
  const compressed = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
