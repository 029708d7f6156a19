// The public face of the core: see ../core.d.ts, which documents it.

import * as glue from "glue";
import type * as Face from "../core";
import { requireLoaded } from "./load.ts";
import { settled } from "./options.ts";

export { load } from "./load.ts";
export { Session } from "./session.ts";

export const parse: typeof Face.parse = (source) => {
  requireLoaded();
  return glue.parse(source);
};

export const normalize: typeof Face.normalize = (outline) => {
  requireLoaded();
  return glue.normalize(outline);
};

export const toMarkdown: typeof Face.toMarkdown = (outline) => {
  requireLoaded();
  return glue.toMarkdown(outline);
};

export const summarize: typeof Face.summarize = (input, options) => {
  requireLoaded();
  const summary = glue.LazySummary.of(input, options);
  try {
    const text = summary.text();
    if (typeof input === "string") return lazySummary(input, settled(options), text);
    // The caller may change the object before a part is read.
    return { text, blocks: summary.blocks(), findings: summary.findings(), stats: summary.stats() };
  } finally {
    summary.free();
  }
};

/**
 * A summary whose other parts are composed anew when they are first read: holding on to the wasm's memory would
 * leak in browsers that do not tell when an object is no longer used.
 */
function lazySummary(source: string, options: Face.Options | undefined, text: string): Face.Summary {
  const part = <T>(read: (summary: glue.LazySummary) => T): T => {
    const summary = glue.LazySummary.of(source, options);
    try {
      return read(summary);
    } finally {
      summary.free();
    }
  };
  const summary = { text } as Face.Summary;
  defineLazily(summary, "blocks", () => part((summary) => summary.blocks()));
  defineLazily(summary, "findings", () => part((summary) => summary.findings()));
  defineLazily(summary, "stats", () => part((summary) => summary.stats()));
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
