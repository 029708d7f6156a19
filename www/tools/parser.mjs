// The parser of Markdown, cut down to what an outline can hold.
//
// The core gives it the skeleton of a source: nothing but blanks, line breaks, digits and `#-+.|:>a` (see
// src/read/skeleton.rs). So it never meets an entity, a link, code between backquotes, HTML or emphasis. No option
// leaves them out, and the compiler cannot know. Here, what reads them gives up at its first line, and the compiler
// drops the rest. The core's own tests run with the parser as it is; those of the wasm, with this one.

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail } from "./install.mjs";

const NAME = "pulldown-cmark";

/** By file: functions that can find nothing, and what they give. */
const BLIND = {
  "src/entities.rs": { get_entity: "None" },
  "src/firstpass.rs": {
    extract_and_parse_heading_attribute_block: "(header_end, None)",
    get_html_end_tag: "None",
    parse_footnote: "None",
    parse_refdef_total: "None",
  },
  "src/parse.rs": { is_maybe_inline: "false" },
  "src/scanners.rs": {
    scan_blockquote_tag: "None",
    scan_code_fence: "None",
    scan_definition_list_definition_marker_with_indent: "None",
    scan_html_type_7: "None",
    scan_metadata_block: "None",
    scan_task_list_marker: "None",
    starts_html_block_type_6: "false",
  },
};

/** By file: what is put behind a text. */
const ADDED = {
  "src/firstpass.rs": {
    "iterate_special_bytes(self.lookup_table, bytes, start, |ix, byte| {":
      "if !matches!(byte, b'\\n' | b'|') { return LoopInstruction::ContinueAndSkip(0); }",
  },
  "src/parse.rs": {
    "fn item_to_event<'a>(item: &Item, text: &'a str, allocs: &mut Allocations<'a>) -> Event<'a> {":
      "use ItemBody::*; if !matches!(item.body, Text { .. } | SoftBreak | HardBreak(_) | Rule | Paragraph" +
      " | Heading(_, None) | IndentCodeBlock | BlockQuote(_) | List(..) | ListItem(_)" +
      " | Table(_) | TableHead | TableRow | TableCell) { unreachable!() }",
  },
};

/**
 * Writes the cut parser into a folder, from which Cargo takes it. What is there already is not touched: it would be
 * built again.
 */
export function cutParser(packages, folder) {
  const { manifest_path } = packages.find(({ name }) => name === NAME) ?? fail(`The core has no ${NAME}.`);
  const original = dirname(manifest_path);
  const sources = readdirSync(join(original, "src")).map((file) => `src/${file}`);
  for (const file of ["Cargo.toml", "build.rs", ...sources]) {
    const text = cut(file, readFileSync(join(original, file), "utf8"));
    const written = join(folder, file);
    if (existsSync(written) && readFileSync(written, "utf8") === text) continue;
    mkdirSync(dirname(written), { recursive: true });
    writeFileSync(written, text);
  }
}

function cut(file, text) {
  // Cargo would look for it among the packages of this project.
  if (file === "Cargo.toml") return `${text}\n[workspace]\n`;
  // What is cut leaves code that nothing reaches.
  if (file === "src/lib.rs") return `#![allow(warnings)]\n${text}`;
  for (const [name, value] of Object.entries(BLIND[file] ?? {})) {
    text = putBehind(text, new RegExp(`\\bfn ${name}\\b[^{;]*\\{`, "g"), `return ${value};`, file);
  }
  for (const [place, added] of Object.entries(ADDED[file] ?? {})) text = putBehind(text, place, added, file);
  return text;
}

/** Puts an addition behind a place that there must be once. */
function putBehind(text, place, added, file) {
  const parts = text.split(place);
  if (parts.length !== 2) fail(`${NAME}, ${file}: not one ${place}. Is it another version?`);
  return text.replace(place, (found) => `${found} ${added}`);
}
