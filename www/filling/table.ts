// Facts as a table for spreadsheets (CSV, RFC 4180).

import type { Fact } from "../core";

/** Without it Excel takes UTF-8 for the coding of the machine. */
const MARK = "\ufeff";

/** The facts that are given, not those that are computed: a row each. */
export function tableOf(facts: readonly Fact[]): string {
  const rows = facts.filter(({ formula }) => formula === undefined);
  return MARK + rows.map(({ name, value = "" }) => `${cell(name)},${cell(value)}\r\n`).join("");
}

const cell = (text: string) => (/[",，\r\n\t]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
