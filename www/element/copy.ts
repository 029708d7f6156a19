// Copying, on file:// and on plain http too.

import type { Copied } from "./document.ts";

/** Puts a text on the clipboard, plain and as HTML; says whether it did. */
export function copy(copied: Copied): boolean {
  let isPut = false;
  const answer = (event: ClipboardEvent) => {
    event.preventDefault();
    // The editor, which has the focus, would put its own selection there.
    event.stopImmediatePropagation();
    if (event.clipboardData) put(event.clipboardData, copied);
    isPut = true;
  };
  document.addEventListener("copy", answer, { once: true, capture: true });
  try {
    return document.execCommand("copy") && isPut;
  } finally {
    document.removeEventListener("copy", answer, { capture: true });
  }
}

/** Puts a text among what is copied. Word and WPS on Windows want CR LF. */
export function put(data: DataTransfer, { text, html }: Copied): void {
  data.setData("text/plain", text.replace(/\n/g, "\r\n"));
  data.setData("text/html", html);
}

/** Selects all of an element, to be copied by hand. */
export function select(element: Element): void {
  getSelection()?.selectAllChildren(element);
}
