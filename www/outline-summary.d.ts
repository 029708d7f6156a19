/**
 * <outline-summary> (提纲成文): an outline and its finished summary, side by side. Importing this module defines it.
 *
 * Attributes: `value` (the first outline), `name`, `lang` (`zh`, `en`), `detail`, `readonly`, `disabled`.
 * Parts: `frame`, `toolbar`, `name`, `outline`, `summary`, `sheet`, `panel`, `status`.
 * Custom properties: `--os-accent`, `--os-ink`, `--os-quiet`, `--os-line`, `--os-ground`, `--os-surface`,
 * `--os-paper`, `--os-paper-ink`, `--os-interface`, `--os-height`.
 */

import type { Outline, Summary } from "./core.js";

/** Fires `input` and `change` as a text field does, and `summary-change` when the summary has followed. */
export class OutlineSummary extends HTMLElement {
  /** The outline, as source. */
  value: string;
  /** The outline, as an object; `undefined` while the core is starting. */
  outline: Outline | undefined;
  /** The summary, made when it is read; `undefined` while the core is starting. */
  readonly summary: Summary | undefined;
  readonly: boolean;
  disabled: boolean;
  name: string;
  /** How much of the outline the summary keeps. */
  detail: "full" | "brief" | "headings";
  readonly form: HTMLFormElement | null;
  /** Copies the finished text; says whether it did. To be called from a click or a key. */
  copy(): boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    "outline-summary": OutlineSummary;
  }
}
