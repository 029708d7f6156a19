// Copying plain text, on file:// and on plain http too.

/** Puts a text on the clipboard; says whether it did. */
export function copyText(text: string): boolean {
  let isPut = false;
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    // The editor, which has the focus, would put its own selection there.
    event.stopImmediatePropagation();
    // Word and WPS on Windows want CR LF.
    event.clipboardData?.setData("text/plain", text.replace(/\n/g, "\r\n"));
    isPut = true;
  };
  document.addEventListener("copy", put, { once: true, capture: true });
  try {
    return document.execCommand("copy") && isPut;
  } finally {
    document.removeEventListener("copy", put, { capture: true });
  }
}

/** Selects all of an element, to be copied by hand. */
export function select(element: Element): void {
  getSelection()?.selectAllChildren(element);
}
