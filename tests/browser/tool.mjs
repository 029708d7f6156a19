// What a writer sees and does in one element.

import { expect } from "@playwright/test";

export class Tool {
  constructor(page, element = page.locator("outline-summary")) {
    this.page = page;
    this.element = element;
    this.outline = element.getByRole("textbox", { name: /^(提纲|Outline)$/ });
    this.length = element.getByRole("combobox", { name: /^(篇幅|Length)$/ });
    this.zoom = element.getByRole("combobox", { name: /^(显示比例|Zoom)$/ });
    this.copy = element.getByRole("button", { name: "复制全文" });
    this.empty = element.locator(".empty");
    this.sheet = element.locator(".sheet");
    this.status = element.getByRole("status");
    this.counts = element.locator(".counts");
    this.blanks = element.locator(".status .blanks");
    this.panel = element.locator(".panel");
    this.notice = element.locator(".notice");
    this.saved = element.locator(".saved");
  }

  button(name) {
    return this.element.getByRole("button", { name, exact: typeof name === "string" });
  }

  /** Opens a panel by the row, or by what the row folds. */
  async open(name) {
    // A window that was just made smaller folds its row a moment later.
    const isFolded = (frame) => frame.classList.contains("narrow") === frame.clientWidth < 720;
    await expect.poll(() => this.element.locator(".frame").evaluate(isFolded)).toBe(true);
    if (await this.button("更多").isVisible()) await this.button("更多").click();
    // The list of documents opens by the name of the one that is open.
    await this.button(name === "文稿" ? /^文稿：/ : name).click();
    await expect(this.panel.getByRole("heading", { name })).toBeVisible();
  }

  /** Ready to be typed in. */
  async isReady() {
    await expect.poll(() => this.element.evaluate((element) => element.summary?.text)).not.toBeUndefined();
  }

  value() {
    return this.element.evaluate((element) => element.value);
  }

  async hasValue(value) {
    await expect.poll(() => this.value()).toBe(value);
  }

  /** Puts an outline in, in one piece. */
  async write(outline) {
    await this.element.evaluate((element, outline) => void (element.value = outline), outline);
  }

  /** Puts an outline in, with the caret at its `^`. */
  async begin(outline) {
    await this.write(outline.replace("^", ""));
    await this.select(outline.indexOf("^"));
  }

  /** The outline, with `^` at the caret. */
  marked() {
    return this.element.evaluate((element) => {
      const { state } = element.shadowRoot.querySelector(".cm-content").cmTile.view;
      const { head } = state.selection.main;
      return `${state.sliceDoc(0, head)}^${state.sliceDoc(head)}`;
    });
  }

  async isMarked(outline) {
    await expect.poll(() => this.marked()).toBe(outline);
  }

  /** Selects a stretch of the outline, as a pointer does. */
  async select(anchor, head = anchor) {
    await this.element.evaluate(
      (element, selection) => {
        const { view } = element.shadowRoot.querySelector(".cm-content").cmTile;
        view.focus();
        view.dispatch({ selection, scrollIntoView: true });
      },
      { anchor, head },
    );
  }

  /** Puts the caret before a stretch of the outline. */
  async goBefore(stretch) {
    await this.select((await this.value()).indexOf(stretch));
  }

  /** What is selected in the outline. */
  selected() {
    return this.element.evaluate((element) => {
      const { state } = element.shadowRoot.querySelector(".cm-content").cmTile.view;
      return state.sliceDoc(state.selection.main.from, state.selection.main.to);
    });
  }

  /** Shows all of the summary in one flow: of pages only those in sight are there. */
  async inOneFlow() {
    await this.zoom.selectOption({ label: "不分页" });
  }

  /** The paragraphs of the summary that are there. */
  paragraphs() {
    return this.element.evaluate((element) =>
      [...element.shadowRoot.querySelectorAll(".group > *, .area > *")].map((block) => block.textContent),
    );
  }

  async shows(paragraphs) {
    await expect.poll(() => this.paragraphs()).toEqual(paragraphs);
  }

  /** The numbers in the margin. */
  numbers() {
    return this.element.evaluate((element) =>
      [...element.shadowRoot.querySelectorAll(".cm-numbers .cm-gutterElement")]
        .slice(1)
        .map((number) => number.textContent),
    );
  }

  async isNumbered(numbers) {
    await expect.poll(() => this.numbers()).toEqual(numbers);
  }

  /** The lines of the outline as they are seen. */
  lines() {
    return this.element.evaluate((element) =>
      [...element.shadowRoot.querySelectorAll(".cm-line")].map((line) => line.textContent),
    );
  }

  /** Begins to note which nodes of the summary are touched, a paragraph counting as one; gives what counts them. */
  async watch() {
    await this.sheet.evaluate((sheet) => {
      const touched = (window.touched = new Set());
      const block = (node) => {
        const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
        return (element && element.closest(".group > *, .area > *")) || node;
      };
      new MutationObserver((records) => {
        for (const { type, target, addedNodes, removedNodes } of records) {
          const isAroundBlocks = type === "childList" && !target.closest(".group > *, .area > *");
          const nodes = isAroundBlocks ? [...addedNodes, ...removedNodes] : [target];
          nodes.forEach((node) => touched.add(block(node)));
        }
      }).observe(sheet, { subtree: true, childList: true, characterData: true });
    });
    return () => this.page.evaluate(() => window.touched.size);
  }
}

/** Brings a text to the clipboard, as another program does. */
export async function copied(page, text) {
  const field = await page.evaluateHandle((text) => {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.value = text;
    field.select();
    return field;
  }, text);
  await page.keyboard.press("Control+c");
  await field.evaluate((field) => field.remove());
}

/** What the clipboard holds, as a plain field takes it. */
export async function pasted(page) {
  const field = await page.evaluateHandle(() =>
    document.body.appendChild(document.createElement("textarea")),
  );
  await field.focus();
  await page.keyboard.press("Control+v");
  return field.evaluate((field) => (field.remove(), field.value));
}

/** The two elements of the host page. */
export const tools = (page) => ({
  first: new Tool(page, page.locator("#first")),
  early: new Tool(page, page.locator("#early")),
});
