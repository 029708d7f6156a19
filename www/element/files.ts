// Files that come to the tool, chosen or dropped on it, and those that it gives.

import { make } from "./dom.ts";

/** What can be read: others are refused with a word of what to do. */
export const READABLE = ".docx,.txt,.md,.doc,.wps,.pdf";

/** Lets the writer choose a file of some kinds, where the browser has no dialog for files that are written again. */
export function chooseFile(accept: string, take: (file: File) => void): void {
  const input = make("input", { type: "file", accept });
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) take(file);
  });
  input.click();
}

/** Takes files that are dropped on the frame, while `isOpen`; shows `cover` as they come. Text is the editor's own. */
export function dropFiles(
  frame: HTMLElement,
  cover: HTMLElement,
  isOpen: () => boolean,
  take: (file: File) => void,
): void {
  const brings = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") && isOpen();
  const over = (event: DragEvent) => {
    if (!brings(event)) return;
    // Else the browser opens the file in place of the page.
    event.preventDefault();
    event.stopPropagation();
    cover.hidden = false;
  };
  for (const type of ["dragenter", "dragover"] as const) frame.addEventListener(type, over, true);
  cover.addEventListener("dragleave", () => (cover.hidden = true));
  frame.addEventListener(
    "drop",
    (event) => {
      cover.hidden = true;
      if (!brings(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const file = event.dataTransfer?.files[0];
      if (file) take(file);
    },
    true,
  );
}

/** Reads a file, and tells on the way which share of it is there; `undefined` where that is no longer wanted. */
export async function readBytes(
  file: File,
  isWanted: () => boolean,
  told: (share: number) => void,
): Promise<Uint8Array | undefined> {
  const bytes = new Uint8Array(file.size);
  const reader = file.stream().getReader();
  let at = 0;
  for (;;) {
    told(at / file.size);
    const { done, value } = await reader.read();
    if (!isWanted()) {
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    if (done) return bytes.subarray(0, at);
    bytes.set(value, at);
    at += value.length;
  }
}

/** How long a browser may take to fetch what is saved, in milliseconds. */
const FETCHED = 60_000;

/** Gives the writer a file, as a download. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), FETCHED);
}
