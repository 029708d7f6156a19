// What stands around the body, at the head of the outline: its keys in the writer's words, and a style, which is no
// writer's matter, as one word.

import { Decoration, EditorView, WidgetType } from "@codemirror/view";

/** A word that stands for what is typed. */
class Word extends WidgetType {
  constructor(
    readonly word: string,
    readonly look: string,
  ) {
    super();
  }

  override eq(other: Word): boolean {
    return this.word === other.word && this.look === other.look;
  }

  override toDOM(view: EditorView): HTMLElement {
    const word = view.dom.ownerDocument.createElement("span");
    word.className = this.look;
    word.textContent = this.word;
    return word;
  }
}

const KEY = /^(title|to|from|date|attachments|style|facts): */;
const STYLE = /^(?:style|样式): *(\{.*\}) *$/;

/** What a writer chooses of a style; all else was read from a text. */
const CHOSEN = ["name", "page", "fonts", "seal", "pageNumbers", "indented"];

/** Does a style say only what was chosen? */
function isChosen(style: string): boolean {
  try {
    return Object.keys(JSON.parse(style) as object).every((name) => CHOSEN.includes(name));
  } catch {
    return false;
  }
}

/** A part of a line that is shown as a word. */
export interface Shown {
  from: number;
  to: number;
  decoration: Decoration;
}

/** What is shown in words of a line of the head, in its order. */
export function wordsOf(view: EditorView, line: string): Shown[] {
  const shown = (from: number, to: number, word: string, look: string) => ({
    from,
    to,
    decoration: Decoration.replace({ widget: new Word(word, look) }),
  });
  const parts: Shown[] = [];
  const key = KEY.exec(line);
  // In English they are words already.
  const word = key && view.state.phrase(key[1]!);
  if (key && word !== key[1]) parts.push(shown(0, key[0].length, `${word}：`, "cm-key"));
  const style = STYLE.exec(line);
  if (style) {
    const from = line.indexOf(style[1]!);
    const phrase = view.state.phrase(isChosen(style[1]!) ? "as chosen under Layout" : "as in the text read");
    parts.push(shown(from, from + style[1]!.length, phrase, "cm-style"));
  }
  return parts;
}
