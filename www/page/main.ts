// The offline page: the element, full-window.

import { TAG, define } from "../element/element.ts";

define();
const tool = document.querySelector(TAG)!;

// What is typed is kept nowhere else.
addEventListener("beforeunload", (event) => {
  if (!tool.value) return;
  event.preventDefault();
  // Chromium asks for this before 119.
  event.returnValue = "";
});
