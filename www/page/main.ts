// The offline page: the element, full-window.

import { TAG, define } from "../element/element.ts";

define();
const tool = document.querySelector(TAG)!;
const { title } = document;

// A window is found by the document in it, and shows what is unsaved as other programs do.
tool.addEventListener("draft-change", () => {
  const { draftName, unsaved } = tool;
  document.title = (unsaved ? "● " : "") + (draftName ? `${draftName} - ${title}` : title);
});

// The page is there to be typed in.
tool.focus();
