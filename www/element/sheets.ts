// The style sheets of the element, made once and shared by all of a page.

import frame from "./frame.css";
import narrow from "./narrow.css";
import panel from "./panel.css";
import paper from "./paper.css";
import filling from "../filling/filling.css";

/** By what stands for `light-dark()`: itself (0), its first colour (1), its second (2). */
const made: CSSStyleSheet[][] = [];

/** The sheets for an element where it stands, in order. */
export function sheets(element: Element): CSSStyleSheet[] {
  // Browsers before 2024 do not know light-dark(): they get the colours of one scheme.
  const kept = CSS.supports("color", "light-dark(red, red)") ? 0 : isDark(element) ? 2 : 1;
  return (made[kept] ??= [frame, narrow, panel, filling, paper].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(kept ? text.replace(/light-dark\((.+?),(.+?)\)/g, `$${kept}`) : text);
    return sheet;
  }));
}

/** Does `color-scheme` ask for dark here? */
function isDark(element: Element): boolean {
  const { colorScheme } = getComputedStyle(element);
  const isSystemDark = matchMedia("(prefers-color-scheme: dark)").matches;
  return colorScheme.includes("dark") && (isSystemDark || !colorScheme.includes("light"));
}
