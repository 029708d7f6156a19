// Documents of one to a hundred pages: our own, and real ones where they are at hand.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { outlineOfLength } from "../../benches/texts.mjs";
import { root } from "../../www/tools/install.mjs";

/** What the long ones are made to, in characters: some 10, 25, 50 and 100 pages. */
const LENGTHS = [6_000, 14_500, 29_000, 57_500];

/** Real ones, of 1 to 40 pages; they lie beside the project, or nowhere. */
const CORPUS = join(root, "..", "shared", "corpus");
const REAL = [
  "notices/state-council-17.txt",
  "notices/guangzhou-33.txt",
  "notices/state-council-7.txt",
  "masked/p08.txt",
  "reports/district-2014.txt",
  "reports/national-2024.txt",
  "reports/province-2026-重庆市.txt",
];

const read = (...path) => readFileSync(join(root, ...path), "utf8");

const templates = ["annual", "minutes", "party", "project", "survey"].map((name) => ({
  name: `template ${name}`,
  source: () => read("www/templates", `${name}.md`),
}));

/** With each form that a page can have. */
const forms = ["forms", "seal"].map((name) => ({ name, source: () => read("tests/paper", `${name}.md`) }));

const reports = ["bureau-2024", "company-2023-half"].map((name) => ({
  name,
  source: () => read("tests/documents", `${name}.md`),
}));

const long = LENGTHS.map((length) => ({
  name: `${length} characters`,
  source: () => outlineOfLength(length),
}));

const real = REAL.filter((path) => existsSync(join(CORPUS, path))).map((path) => ({
  name: path,
  source: (core) => core.readText(readFileSync(join(CORPUS, path), "utf8"), { normalize: true }).markdown,
}));

/** All of them, or three that have each form between them. `source` takes the core, which reads finished texts. */
export const documents = (isFull) =>
  isFull ? [...templates, ...forms, ...reports, ...long, ...real] : [...forms, reports[0]];
