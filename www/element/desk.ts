// What the parts of the tool ask of the tool around them.

import type { OpenDocument } from "./document.ts";
import type { Offer } from "./messages.ts";
import type { Language, Strings } from "./strings.ts";

export interface Desk {
  readonly language: Language;
  readonly words: Strings;
  /** The document; `undefined` while the core is not ready. */
  readonly document: OpenDocument | undefined;
  /** Is there a document, and may it be changed? */
  readonly isOpen: boolean;
  /** Puts another text of the same outline in place of all, as a step that can be undone. */
  put(text: string): void;
  /** The same with another outline, which is not that of the file. */
  open(text: string): void;
  /** Says something in one line, with what can be done about it. */
  say(message: string, offers?: readonly Offer[]): void;
  /** Does what may bring the core down; `undefined` if it did. */
  guarded<T>(action: () => T): T | undefined;
}
