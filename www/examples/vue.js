// In Vue: a value that follows the writer, and what is made of it.
//
// In a template: <outline-summary :value="outline" @input="outline = $event.target.value" />, with
// `compilerOptions.isCustomElement: (tag) => tag === "outline-summary"`.

import "outline-summary";
import { createApp, h, ref } from "vue";

createApp({
  setup() {
    const outline = ref("## 主要工作");
    const text = ref("");
    return () => [
      h("outline-summary", {
        value: outline.value,
        onInput: ({ target }) => (outline.value = target.value),
        "onSummary-change": ({ target }) => (text.value = target.summary.text),
      }),
      h("p", { id: "outline" }, outline.value),
      h("p", { id: "text" }, text.value),
    ];
  },
}).mount("#app");
