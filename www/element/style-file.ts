// A style as a file of its own, to be handed on.

import * as glue from "glue";
import { chooseFile, saveFile } from "./files.ts";
import type { Strings } from "./strings.ts";

/** More is no style. */
const LARGEST = 100_000;

/** Saves what a head says of a style. */
export function saveStyle(line: string, words: Strings): void {
  saveFile(words.style.file, `${JSON.stringify(JSON.parse(line || "{}"), null, 2)}\n`, "application/json");
}

/** Lets the writer choose a file with a style, and gives what a head says of it, or what is wrong. */
export function loadStyle(
  words: () => Strings,
  take: (line: string) => void,
  refuse: (why: string) => void,
): void {
  chooseFile(".json", (file) => {
    void readStyle(file, words).then((read) => ("line" in read ? take(read.line) : refuse(read.why)));
  });
}

async function readStyle(file: File, words: () => Strings): Promise<{ line: string } | { why: string }> {
  const none = () => ({ why: words().style.noStyle(file.name) });
  let text: string;
  try {
    if (file.size > LARGEST) return none();
    text = await file.text();
  } catch {
    return { why: words().cannotOpen };
  }
  let style: unknown;
  try {
    style = JSON.parse(text);
  } catch {
    return none();
  }
  try {
    return { line: glue.styleLine(style) };
  } catch (place) {
    if (typeof place !== "string") throw place;
    return place === "" ? none() : { why: words().style.wrongStyle(file.name, place) };
  }
}
