// The offline page: an outline in a text field, its summary beside it.

import * as glue from "glue";
import type { Edit, Finding, Options } from "../core";
import { load } from "../core/load.ts";
import { change } from "./change.ts";
import { copyText, select } from "./copy.ts";
import { showFindings } from "./findings.ts";
import { type Counts, type Language, strings } from "./strings.ts";
import { carriedWasm } from "./wasm.ts";

const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const source = element<HTMLTextAreaElement>("source");
const preview = element("preview");
const desk = preview.parentElement as HTMLElement;
const empty = element("empty");
const detail = element<HTMLSelectElement>("detail");
const copy = element<HTMLButtonElement>("copy");
const language = element<HTMLButtonElement>("language");
const findingsList = element("findings");
const findingsButton = element<HTMLButtonElement>("show-findings");

/** How long after the last key the counts and findings follow, in milliseconds. */
const PAUSE = 120;

let spoken: Language = "zh";
let session: glue.Session | undefined;
let shown: glue.Preview | undefined;
/** What the session holds. */
let composed = "";
let findings: Finding[] = [];
/** The source that they are about. */
let judged = "";

/** Opens the text field's content as a new document. */
function open(): void {
  session?.free();
  shown?.free();
  composed = source.value;
  session = new glue.Session(composed, { detail: detail.value } as Options);
  shown = new glue.Preview(preview, session);
  followSoon();
}

/** Brings the summary up to what the text field holds. */
function follow(): void {
  if (!session || !shown) return;
  const { value } = source;
  const edit = change(composed, value, source.selectionEnd);
  if (!edit) return;
  composed = value;
  shown.edit(session, edit.from, edit.to, edit.text);
  say("");
  keepInView(shown.changed());
  followSoon();
}

/** Scrolls the preview, if need be, to the block that changed. */
function keepInView(block: Element | undefined): void {
  if (!block) return;
  const { top, bottom } = block.getBoundingClientRect();
  const seen = desk.getBoundingClientRect();
  if (bottom < seen.top || top > seen.bottom) block.scrollIntoView({ block: "center" });
}

let waiting = 0;

function followSoon(): void {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => guarded(showState), PAUSE);
}

/** Shows counts and findings. */
function showState(): void {
  if (!session) return;
  findings = session.findings();
  judged = composed;
  const counts = session.totals() as Counts;
  element("counts").textContent = composed ? strings[spoken].counts(counts) : "";
  empty.hidden = counts.paragraphs > 0;
  empty.textContent = strings[spoken][composed.trim() ? "nothingKept" : "empty"];
  copy.disabled = counts.paragraphs === 0;
  findingsButton.hidden = findings.length === 0;
  findingsButton.textContent = strings[spoken].findings(findings.length);
  const open = findingsButton.getAttribute("aria-expanded") === "true";
  findingsList.hidden = !open || findings.length === 0;
  if (!findingsList.hidden) showFindings(findingsList, findings, spoken, { go, apply });
}

function go(from: number, to: number): void {
  // Chromium scrolls a text field to its caret when it takes the focus, and never to a selection.
  source.setSelectionRange(to, to);
  source.blur();
  source.focus();
  source.setSelectionRange(from, to);
}

/** Makes edits in the text field, from the last to the first, so that each can be undone. */
function apply(edits: Edit[]): void {
  // Their places are those of a text that may have been typed on since.
  if (source.value !== judged) return guarded(showState);
  for (const { from, to, text } of [...edits].reverse()) {
    go(from, to);
    const isTyped = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
    if (!isTyped) source.setRangeText(text, from, to, "end");
  }
  guarded(follow);
}

function say(message: string): void {
  element("message").textContent = message;
}

/** Shows the page in a language. */
function speak(next: Language): void {
  spoken = next;
  const words = strings[spoken];
  document.documentElement.lang = spoken === "zh" ? "zh-CN" : "en";
  document.title = words.name;
  for (const element of document.querySelectorAll<HTMLElement>("[data-text]")) {
    const word = words[element.dataset["text"] as keyof typeof words];
    if (typeof word === "string") element.textContent = word;
  }
  source.placeholder = words.placeholder;
  language.textContent = spoken === "zh" ? "English" : "中文";
  language.lang = spoken === "zh" ? "en" : "zh-CN";
  say("");
  guarded(showState);
}

/** Does something that needs the core. If the core stops, the writer's text is safe, and the page says so. */
function guarded(action: () => void): void {
  try {
    action();
  } catch (error) {
    session = shown = undefined;
    say(strings[spoken].broken);
    throw error;
  }
}

source.addEventListener("input", (event) => {
  // Half-typed Chinese is not text yet.
  if (!(event as InputEvent).isComposing) guarded(follow);
});
source.addEventListener("compositionend", () => guarded(follow));
detail.addEventListener("change", () => guarded(open));
language.addEventListener("click", () => speak(spoken === "zh" ? "en" : "zh"));
findingsButton.addEventListener("click", () => {
  const open = findingsButton.getAttribute("aria-expanded") === "true";
  findingsButton.setAttribute("aria-expanded", String(!open));
  guarded(showState);
});
copy.addEventListener("click", () => {
  guarded(() => {
    if (!session) return;
    const copied = copyText(session.text());
    if (!copied) select(preview);
    say(copied ? strings[spoken].copied : strings[spoken].copyByHand);
  });
});

// What is typed is kept nowhere else.
addEventListener("beforeunload", (event) => {
  if (!source.value) return;
  event.preventDefault();
  // Chromium asks for this before 119.
  event.returnValue = "";
});

async function start(): Promise<void> {
  speak("zh");
  source.disabled = false;
  say(strings[spoken].starting);
  try {
    await load(await carriedWasm());
    open();
    showState();
    detail.disabled = false;
    say("");
  } catch (error) {
    say(strings[spoken].cannotStart);
    throw error;
  }
}

void start();
