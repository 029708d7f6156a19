// What the preview shows, page by page.

import { linesOf } from "./lines.mjs";

/** The pages of the preview: their size and their lines, in points of paper. */
export async function collectPages(element) {
  const pages = await element.evaluate(pagesInPage);
  return pages.map(({ pieces, ...page }) => ({ ...page, lines: linesOf(pieces) }));
}

/** Goes through all pages, of which only those in sight are there; runs in the page. */
async function pagesInPage(element) {
  const frame = () => new Promise(requestAnimationFrame);
  const root = element.shadowRoot;
  const [desk, sheet] = [root.querySelector(".desk"), root.querySelector(".sheet")];
  const isAt = (at) => (page) => page.style.getPropertyValue("--at") === String(at);
  const pageAt = async (at) => {
    for (;;) {
      const page = [...sheet.querySelectorAll(".page")].find(isAt(at));
      if (page) return page;
      await frame();
    }
  };
  desk.scrollTop = 0;
  const first = await pageAt(0);
  // What a key has changed is followed in the next frames.
  for (let frames = 0; frames < 3; frames++) await frame();
  const point =
    first.getBoundingClientRect().width /
    parseFloat(getComputedStyle(first).getPropertyValue("--page-width"));
  const apart = first.getBoundingClientRect().height + 16 || 0;
  const count = Number(getComputedStyle(sheet).getPropertyValue("--pages"));
  const pages = [];
  for (let at = 0; at < count; at++) {
    desk.scrollTop = at * apart;
    pages.push(measured(await pageAt(at)));
  }
  return pages;

  function measured(page) {
    const around = page.getBoundingClientRect();
    const lines = [...page.querySelectorAll(".line, .folio")];
    const pieces = lines.map((line) => ({ ...boxOf(line, around), ...roleOf(line), runs: runsOf(line) }));
    return { width: around.width / point, height: around.height / point, pieces };
  }

  /** Where the characters of a line stand, without what is added behind the last. */
  function boxOf(line, around) {
    const range = document.createRange();
    range.selectNodeContents(line);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    const behind = parseFloat(getComputedStyle(line).letterSpacing) || 0;
    return {
      text: line.textContent,
      left: (left - around.left) / point,
      right: (right - behind - around.left) / point,
      middle: ((top + bottom) / 2 - around.top) / point,
    };
  }

  function roleOf(line) {
    const block = line.closest(".area > *") ?? line;
    return {
      role: block.className,
      isLast: line === line.parentElement.lastElementChild,
      isCell: line.closest("td") !== null,
    };
  }

  /** The stretches of a line with their fonts. */
  function runsOf(line) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const runs = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const style = getComputedStyle(node.parentElement);
      runs.push({
        text: node.data,
        isHead: node.parentElement.closest(".head") !== null,
        family: style.fontFamily.split(",")[0].replaceAll('"', "").trim(),
        size: parseFloat(style.fontSize) / point,
        isBold: Number(style.fontWeight) >= 600,
      });
    }
    return runs;
  }
}
