// What a writer sees and does.

import { expect } from "@playwright/test";

export class Tool {
  constructor(page) {
    this.page = page;
    this.outline = page.getByRole("textbox", { name: "提纲" });
    this.length = page.getByRole("combobox", { name: "篇幅" });
    this.copy = page.getByRole("button", { name: "复制全文" });
    this.empty = page.locator("#empty");
    this.preview = page.locator("#preview");
  }

  /** Puts an outline in the field in one piece. */
  async write(outline) {
    await this.outline.fill(outline);
  }

  /** Puts the caret before a stretch of the outline. */
  async goBefore(stretch) {
    await this.outline.evaluate((field, stretch) => {
      const at = field.value.indexOf(stretch);
      field.focus();
      field.setSelectionRange(at, at);
    }, stretch);
  }

  /** What is selected in the outline. */
  selected() {
    return this.outline.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
  }

  /** The paragraphs of the summary. */
  paragraphs() {
    return this.preview.evaluate((preview) =>
      [...preview.querySelectorAll(".group > *")].map((block) => block.textContent),
    );
  }

  async shows(paragraphs) {
    await expect.poll(() => this.paragraphs()).toEqual(paragraphs);
  }

  /** Begins to note which nodes of the preview are touched, a paragraph counting as one; gives what counts them. */
  async watch() {
    await this.preview.evaluate((preview) => {
      const touched = (window.touched = new Set());
      const block = (node) => {
        const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
        return element?.closest(".group > *") ?? node;
      };
      new MutationObserver((records) => {
        for (const { type, target, addedNodes, removedNodes } of records) {
          const isAroundBlocks = type === "childList" && !target.closest(".group > *");
          const nodes = isAroundBlocks ? [...addedNodes, ...removedNodes] : [target];
          nodes.forEach((node) => touched.add(block(node)));
        }
      }).observe(preview, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    return () => this.page.evaluate(() => window.touched.size);
  }
}
