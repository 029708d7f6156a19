// The style sheets of the element, made once and shared by all of a page.

import frame from "./frame.css";
import panel from "./panel.css";
import paper from "./paper.css";

let made: CSSStyleSheet[] | undefined;

/** The sheets, in order. */
export function sheets(): CSSStyleSheet[] {
  made ??= [frame, panel, paper].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return made;
}
