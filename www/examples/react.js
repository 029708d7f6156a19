// In React 19, which knows custom elements: a value that follows the writer, and what is made of it.
//
// As JSX: <outline-summary value={outline} onInput={…} onsummary-change={…} />.

import "outline-summary";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";

function Writing() {
  const [outline, setOutline] = useState("## 主要工作");
  const [text, setText] = useState("");
  return createElement(
    "div",
    null,
    createElement("outline-summary", {
      value: outline,
      onInput: ({ target }) => setOutline(target.value),
      "onsummary-change": ({ target }) => setText(target.summary.text),
    }),
    createElement("p", { id: "outline" }, outline),
    createElement("p", { id: "text" }, text),
  );
}

createRoot(document.getElementById("app")).render(createElement(Writing));
