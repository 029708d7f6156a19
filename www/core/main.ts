// The public face of the core: see ../core.d.ts, which documents it.

// What the page does without stands in the glue of the core alone.
import * as glue from "core-glue";
import type * as Face from "../core";
import { decoded } from "./coding.ts";
import { read } from "./file.ts";
import { requireLoaded } from "./load.ts";
import { copied } from "./arguments.ts";

export { load } from "./load.ts";
export { Session } from "./session.ts";

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

export const parse: typeof Face.parse = (source) => {
  requireLoaded();
  return glue.parse(copied(source));
};

export const readText: typeof Face.readText = (text, options) => {
  requireLoaded();
  return glue.readText(copied(text), copied(options));
};

export const readFile: typeof Face.readFile = (bytes, options) => {
  requireLoaded();
  return read(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes), copied(options));
};

export const normalize: typeof Face.normalize = (outline) => {
  requireLoaded();
  return glue.normalize(copied(outline));
};

export const toMarkdown: typeof Face.toMarkdown = (outline) => {
  requireLoaded();
  return glue.toMarkdown(copied(outline));
};

export const summarize: typeof Face.summarize = (input, options) => {
  requireLoaded();
  const given = copied(options);
  if (typeof input === "string") return lazySummary(input, given, glue.summarizeText(input, given, utf16));
  // The caller may change the object before a part is read.
  return glue.summaryOf(copied(input), given, "all");
};

export const toDocx: typeof Face.toDocx = (input, options) => {
  requireLoaded();
  return glue.toDocx(copied(input), copied(options));
};

export const toHtml: typeof Face.toHtml = (input, options) => {
  requireLoaded();
  return glue.toHtml(copied(input), copied(options));
};

export const blanks: typeof Face.blanks = (source) => {
  requireLoaded();
  return glue.blanks(copied(source));
};

export const fillBlanks: typeof Face.fillBlanks = (source, values) => {
  requireLoaded();
  return glue.fillBlanks(copied(source), copied(values));
};

export const nameBlank: typeof Face.nameBlank = (source, index, name) => {
  requireLoaded();
  return glue.nameBlank(copied(source), copied(index), copied(name));
};

export const facts: typeof Face.facts = (source) => {
  requireLoaded();
  return glue.facts(copied(source));
};

export const setFacts: typeof Face.setFacts = (source, facts) => {
  requireLoaded();
  return glue.setFacts(copied(source), copied(facts));
};

export const readFacts: typeof Face.readFacts = (table) => {
  requireLoaded();
  if (table instanceof ArrayBuffer) return readFacts(new Uint8Array(table));
  return glue.readFacts(table instanceof Uint8Array ? (decoded(table)?.text ?? "") : copied(table));
};

export const mask: typeof Face.mask = (source, options) => {
  requireLoaded();
  return glue.mask(copied(source), copied(options));
};

export const maskings: typeof Face.maskings = (source, options) => {
  requireLoaded();
  return glue.maskings(copied(source), copied(options));
};

/** A summary whose other parts are composed anew when they are first read: hardly anyone reads them all. */
function lazySummary(source: string, options: Face.Options | undefined, text: string): Face.Summary {
  const summary = { text } as Face.Summary;
  for (const part of ["blocks", "findings", "stats"] as const) {
    defineLazily(summary, part, () => glue.summaryOf(source, options, part)[part]);
  }
  return summary;
}

/** Defines a field that is made when it is first read. */
function defineLazily<T, K extends keyof T>(object: T, name: K, make: () => T[K]) {
  Object.defineProperty(object, name, {
    configurable: true,
    enumerable: true,
    get: () => {
      const value = make();
      Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
      return value;
    },
  });
}
