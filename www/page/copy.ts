// Copying plain text, on file:// and on plain http too.

/** Puts a text on the clipboard; says whether it did. */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    // Word and WPS on Windows want CR LF.
    event.clipboardData?.setData("text/plain", text.replace(/\n/g, "\r\n"));
  };
  document.addEventListener("copy", put, { once: true });
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", put);
  }
}

/** Selects all of an element, to be copied by hand. */
export function select(element: Element): void {
  getSelection()?.selectAllChildren(element);
}
