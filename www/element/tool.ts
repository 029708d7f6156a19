// The tool inside its shadow root: editor, document, paper and panels, and what they tell each other.

import { closeSearchPanel, openSearchPanel } from "@codemirror/search";
import type { Command, EditorView } from "@codemirror/view";
import { Editor, type Manners } from "../editor/editor.ts";
import { nextFinding, showFindings } from "../editor/findings.ts";
import { makeHeading, makePoint, makeText, makeTitle, moveDown, moveUp } from "../editor/keys.ts";
import { forgetWaiting, isComposing, settle } from "../editor/link.ts";
import { marginAt } from "../editor/marks.ts";
import { type Around, Composing } from "./composing.ts";
import type { Desk } from "./desk.ts";
import { OpenDocument } from "./document.ts";
import { FillingDesk } from "../filling/desk.ts";
import type { MaskOptions } from "../core";
import type { Edit } from "../filling/edits.ts";
import type { Outlined } from "../filling/outlined.ts";
import { Intake } from "./intake.ts";
import { listen } from "./keys.ts";
import { Messages, type Offer } from "./messages.ts";
import { Notices } from "./notices.ts";
import { Output } from "./output.ts";
import { Panels } from "./panels.ts";
import { Paper } from "./paper.ts";
import { Safekeeping } from "./safekeeping.ts";
import { drawSample } from "./sample.ts";
import { type Actions, Shell } from "./shell.ts";
import type { Detail, ToolEvents, ToolSettings, Unsaved } from "./settings.ts";
import { type Language, type Strings, strings } from "./strings.ts";

/** How long after the last key the counts and findings follow, in milliseconds. */
const PAUSE = 120;

export class Tool {
  readonly #shell: Shell;
  readonly #editor: Editor;
  readonly #paper: Paper;
  readonly #panels: Panels;
  readonly #output: Output;
  readonly #messages: Messages;
  readonly #intake: Intake;
  readonly #notices: Notices;
  readonly #kept: Safekeeping;
  readonly #filling: FillingDesk;
  readonly #composing: Composing;
  #settings: ToolSettings;
  #pause = 0;
  #isGone = false;
  /** Is there a summary to copy? */
  #hasText = false;
  /** The language that all is shown in. */
  #shown: Language | undefined;
  /** Did the settings change in the middle of a word that is being composed? */
  #isBehind = false;
  /** Has the writer chosen one flow instead of pages? */
  #wantsFlow = false;
  /** The frame in which the line of the caret is read out. */
  #speaking = 0;
  #spokenLine = -1;
  /** How many blanks there were last. */
  #left = 0;

  constructor(
    root: ShadowRoot,
    settings: ToolSettings,
    readonly events: ToolEvents,
  ) {
    this.#settings = settings;
    const run = (command: Command, refusal?: "oneTitle") => () => {
      this.#shell.show(0);
      // First the focus: Firefox puts the caret elsewhere when a changed text takes it.
      this.#editor.view.focus();
      if (!command(this.#editor.view) && refusal) this.say(this.#words[refusal]);
    };
    this.#notices = new Notices(() => this.#words);
    const actions: Actions = {
      makeTitle: run(makeTitle, "oneTitle"),
      makeHeading: run(makeHeading),
      makePoint: run(makePoint),
      makeText: run(makeText),
      moveUp: run(moveUp),
      moveDown: run(moveDown),
      search: () => {
        this.#shell.fold();
        this.#shell.show(0);
        openSearchPanel(this.#editor.view);
      },
      openTemplates: () => this.#panels.toggleTemplates(),
      openFilling: () => this.#panels.toggleFilling(),
      openBlanks: () => this.#panels.toggleFilling("blanks"),
      turned: () => this.#shell.isNarrow && this.#panels.close(),
      openLayout: () => this.#panels.toggleStyle(),
      openDrafts: () => this.#panels.toggleDrafts(),
      openFile: () => this.#chooseFile(),
      saveFile: () => this.saveFile(),
      openFindings: () => this.#panels.toggleFindings(),
      copy: () => void this.copy(),
      saveDocx: () => this.#output.saveDocx(),
      print: () => this.print(),
      chooseZoom: (zoom) => this.#choose(zoom),
      narrowed: (isNarrow) => this.#showPaper(isNarrow),
      chooseDetail: (detail) => events.detailChosen(detail as Detail),
      switchLanguage: () => events.languageSwitched(),
    };
    this.#shell = new Shell(actions, this.#notices.place);
    const { frame, sheet, desk, drop, progress, message, offers } = this.#shell;
    this.#messages = new Messages(message, offers, () => this.#words);
    this.#composing = new Composing(this.#aroundDocument(), this.#messages);
    const around = this.#desk();
    this.#intake = new Intake(around, frame, drop, progress, (name, handle) =>
      this.#kept.opened(name, handle),
    );
    this.#kept = new Safekeeping(around, () => this.#editor, this.#notices, {
      isFixed: () => this.#settings.isReadOnly || this.#settings.isDisabled,
      turned: () => this.#adopt(),
      show: (isOn, title, state) => this.#shell.entitle(isOn, title, this.#words.documentsOf(title), state),
      changed: () => events.draftChanged(),
      showText: (text) => this.#panels.showText(text),
    });
    this.#paper = new Paper(sheet, desk, (action) => this.#composing.guarded(action));
    this.#output = new Output(
      around,
      this.#paper,
      () => root.activeElement !== null,
      () => this.#panels.nextBlank(false),
    );
    this.#filling = new FillingDesk(around, () => this.#editor, {
      hasVersions: () => this.#kept.drafts.isOn,
      replacing: () => this.#kept.drafts.replacing(),
      parted: () => this.#kept.forget(),
    });
    this.#panels = new Panels(
      around,
      this.#shell,
      () => this.#editor,
      this.#kept.drafts,
      this.#filling,
      () => this.#showState(),
    );
    root.append(frame);
    this.#editor = new Editor(
      {
        text: settings.text,
        parent: this.#shell.editor,
        root,
        host: {
          document: () => this.document,
          edited: () => {
            events.edited();
            // What is being composed is not lost, either.
            this.#kept.edited();
            this.#showEmpty();
          },
          followed: () => this.#followed(),
          settled: () => this.#showSoon(),
          moved: (place) => this.#moved(place),
          read: (text, isAll) => this.#intake.paste(text, isAll),
          putOff: (length, action) => this.#intake.putOff(length, action),
          broke: (error) => this.#composing.broke(error),
        },
        tip: (finding) => this.#panels.tip(finding),
      },
      this.#manners,
    );
    listen(frame, {
      escape: () => this.#escape(),
      nextFinding: () => this.#showNextFinding(),
      nextBlank: (isBack) => this.#panels.nextBlank(isBack),
      print: () => this.print(),
      save: () => this.saveFile(),
      open: () => {
        if (!this.#isFixed) this.#chooseFile();
      },
      tellTab: () => this.say(this.#words.keys),
    });
    sheet.addEventListener("click", (event) => this.#clicked(event));
    desk.addEventListener("copy", (event) => this.#output.copySelected(event));
    this.#adopt();
    this.#kept.drafts.keep(settings.draftKey, settings.isGiven);
    void this.#composing.start();
  }

  get #words(): Strings {
    return strings[this.#settings.language];
  }

  get #manners(): Manners {
    const { language, isDisabled } = this.#settings;
    const isReadOnly = this.#settings.isReadOnly || this.#kept.drafts.isFollowing;
    const { outline: label, keys: description } = this.#words;
    return { label, description, isChinese: language === "zh", isReadOnly, isDisabled };
  }

  /** Can the outline not be changed? */
  get #isFixed(): boolean {
    return this.#settings.isReadOnly || this.#settings.isDisabled || this.#kept.drafts.isFollowing;
  }

  /** What the document that is composed asks for, and tells. */
  #aroundDocument(): Around {
    return {
      text: () => this.#editor.text,
      open: () => {
        // The new document holds all that is in the text: nothing of it must be followed once more.
        forgetWaiting(this.#editor.view);
        const { sheet, frame } = this.#shell;
        return new OpenDocument(this.#editor.text, this.#settings.detail, sheet, this.#paper.isPaged, frame);
      },
      opened: (document) => {
        this.#paper.open(document);
        if (!document) return;
        this.#editor.view.dispatch({ effects: settle.of(null) });
        this.#showState();
        this.events.summaryChanged();
      },
      stopped: () => {
        this.#hasText = false;
        this.#showCopy();
        this.#kept.followed();
      },
      restarted: () => this.#notices.set("restarted", { text: ({ restarted }) => restarted }),
    };
  }

  /** The document that is composed; `undefined` while the core is not ready. */
  get document(): OpenDocument | undefined {
    return this.#composing.document;
  }

  get view(): EditorView {
    return this.#editor.view;
  }

  get text(): string {
    return this.#editor.text;
  }

  /** Puts another outline in place of all, as where the writer begins. */
  set text(text: string) {
    this.#kept.give(() => this.#editor.open(text));
  }

  /** Masks figures, and names. */
  mask(options: MaskOptions): void {
    this.#filling.mask(options);
  }

  /** Its blanks, facts and figures. */
  get outlined(): Outlined {
    return this.#filling.outline;
  }

  /** Makes edits that can be undone. */
  change(edits: readonly Edit[]): void {
    this.#editor.change(edits);
  }

  /** Ends a word that is being composed. */
  settle(): void {
    this.#editor.settle();
  }

  /** Changes what the element around says. */
  set settings(settings: Partial<ToolSettings>) {
    const before = this.#settings;
    this.#settings = { ...before, ...settings };
    // What can no longer be changed has no word that is being composed.
    if (this.#isFixed) this.#editor.settle();
    if (this.#settings.detail !== before.detail && this.document)
      this.#composing.guarded(() => this.#composing.begin());
    this.#adopt();
    if (this.#settings.draftKey !== before.draftKey)
      this.#kept.drafts.keep(this.#settings.draftKey, this.#settings.isGiven);
  }

  /** Brings all to what the settings say; not around half-typed Chinese, which it would end: its end brings this. */
  #adopt(): void {
    this.#isBehind = isComposing(this.#editor.view);
    if (this.#isBehind) return;
    if (this.#shown !== this.#settings.language) this.#speak();
    this.#obey();
  }

  /** Shows all in the language of the settings. */
  #speak(): void {
    const { language } = this.#settings;
    this.#shown = language;
    this.#shell.frame.lang = language === "zh" ? "zh-CN" : "en";
    this.#shell.speak(this.#words);
    drawSample(this.#shell.sample, language, this.#words, {
      newText: () => this.#panels.toggleTemplates(),
      pasteOld: () => {
        this.#editor.view.focus();
        this.say(this.#words.pasteHere);
      },
      openFile: () => this.#chooseFile(),
    });
    this.#panels.speak();
    this.#notices.show();
    this.#kept.speak();
    this.say("");
    this.#showState();
  }

  /** Brings the controls to what the settings say. */
  #obey(): void {
    const { detail, isLanguageGiven, isDisabled } = this.#settings;
    this.#shell.detail.value = detail;
    this.#shell.language.hidden = isLanguageGiven;
    this.#shell.disable(isDisabled, this.#isFixed);
    this.#showCopy();
    this.#shell.frame.classList.toggle("fixed", this.#isFixed);
    this.#panels.obey(isDisabled, this.#isFixed);
    this.#editor.behave(this.#manners);
    this.#refuseFocus(isDisabled);
    this.#showEmpty();
  }

  /** What is disabled takes no focus, by keys or by the pointer, and has none. */
  #refuseFocus(isDisabled: boolean): void {
    const { contentDOM } = this.#editor.view;
    if (isDisabled) {
      closeSearchPanel(this.#editor.view);
      ((this.#shell.frame.getRootNode() as ShadowRoot).activeElement as HTMLElement | null)?.blur();
      contentDOM.removeAttribute("tabindex");
    } else {
      contentDOM.tabIndex = 0;
    }
  }

  #showCopy(): void {
    this.#shell.copy.disabled = this.#settings.isDisabled || !this.#hasText;
  }

  /** The pages in sight are looked for in the next frame, as the place that is written at is marked. */
  #followed(): void {
    this.#messages.clear();
    this.#showEmpty();
    this.#kept.followed();
    this.events.typed();
    if (this.document) this.events.summaryChanged();
    this.#showSoon();
  }

  /** The name of the document. */
  get name(): string {
    return this.#kept.name;
  }

  /** What would be lost if the page was closed now. */
  get unsaved(): Unsaved {
    return this.#kept.unsaved;
  }

  /** Saves at once what a close of the page would lose. */
  saveNow(): void {
    this.#kept.drafts.saveNow();
  }

  /** Saves the outline as a file. */
  saveFile(): void {
    this.#shell.fold();
    this.#kept.saveFile();
  }

  #showSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => {
      if (this.#isBehind) this.#adopt();
      this.#kept.tell();
      if (!isComposing(this.#editor.view)) this.#composing.tryAgain();
      this.#showState();
    }, PAUSE);
  }

  #showEmpty(): void {
    const isEmpty = !this.#editor || this.#editor.view.state.doc.length === 0;
    const { sample, sheet, empty } = this.#shell;
    // How to begin is told to those who can.
    sample.hidden = !isEmpty || this.#isFixed;
    sheet.hidden = sheet.childElementCount === 0;
    empty.hidden = !sheet.hidden || (isEmpty && this.#isFixed);
  }

  /** Shows counts and findings. */
  #showState(): void {
    const { counts, empty } = this.#shell;
    this.#showEmpty();
    const { document } = this;
    // Nothing is drawn anew around half-typed Chinese: its end brings the state.
    if (!document || isComposing(this.#editor.view)) return;
    this.#composing.guarded(() => {
      const isEmpty = this.#editor.view.state.doc.length === 0;
      const numbers = document.counts;
      const { findings } = document;
      showFindings(this.#editor.view, findings);
      counts.textContent = isEmpty ? "" : this.#words.counts(numbers);
      // Not only those that the length leaves.
      this.#countBlanks(this.#settings.detail === "full" ? numbers.blanks : this.outlined.blanks.length);
      empty.textContent = this.#words[isEmpty ? "empty" : "nothingKept"];
      this.#hasText = numbers.paragraphs > 0;
      this.#showCopy();
      this.#panels.follow(findings);
    });
  }

  #countBlanks(left: number): void {
    this.#panels.count(left);
    if (left !== this.#left) this.events.blanksChanged();
    this.#left = left;
  }

  /** A zoom, or one flow instead of pages. */
  #choose(zoom: string): void {
    this.#wantsFlow = zoom === "flow";
    this.#composing.guarded(() => {
      this.#showPaper(this.#shell.isNarrow);
      if (!this.#wantsFlow) this.#paper.zoom = zoom === "fit" ? zoom : Number(zoom);
    });
  }

  /** A narrow place has no room for a page. */
  #showPaper(isNarrow: boolean): void {
    if (this.#paper) this.#paper.isPaged = !isNarrow && !this.#wantsFlow;
  }

  #moved(place: number): void {
    this.#paper.mark(place);
    this.#filling?.moved();
    cancelAnimationFrame(this.#speaking);
    if (this.#editor?.view.hasFocus) this.#speaking = requestAnimationFrame(() => this.#speakLine());
  }

  /** Has what stands beside the line of the caret read out, if the caret came to the line or it changed. */
  #speakLine(): void {
    const { view } = this.#editor;
    const place = view.state.selection.main.head;
    const line = view.state.doc.lineAt(place).number;
    const beside = marginAt(view, place);
    const words = beside ? this.#words.spoken(beside) : "";
    const { spoken } = this.#shell;
    if (line === this.#spokenLine && words === spoken.textContent) return;
    this.#spokenLine = line;
    spoken.textContent = words;
  }

  #clicked(event: MouseEvent): void {
    const place = this.#paper.placeOf(event);
    if (place === undefined) return;
    this.#shell.show(0);
    this.#editor.go(place, place);
  }

  /** Closes what is open; false if nothing is. */
  #escape(): boolean {
    if (!this.#panels.isOpen) return this.#shell.fold();
    this.#panels.close();
    return true;
  }

  #showNextFinding(): boolean {
    this.#shell.show(0);
    return nextFinding(this.#editor.view);
  }

  #chooseFile(): void {
    this.#shell.fold();
    void this.#intake.choose();
  }

  /** The tool as its parts see it. */
  #desk(): Desk {
    const tool = this;
    return {
      get language() {
        return tool.#settings.language;
      },
      get words() {
        return tool.#words;
      },
      get document() {
        return tool.document;
      },
      get isOpen() {
        return !tool.#isGone && !tool.#isFixed && tool.document !== undefined;
      },
      put: (text) => this.#put(text),
      open: (text) => {
        this.#kept.forget();
        this.#put(text);
      },
      say: (message, offers) => this.say(message, offers),
      guarded: (action) => this.#composing.guarded(action),
    };
  }

  /** Puts another outline in place of all, as a step that can be undone. */
  #put(text: string): void {
    this.#kept.replacing();
    this.#shell.show(0);
    this.#editor.view.focus();
    this.#editor.replace(text);
  }

  /** Copies the finished text; says whether it did. */
  copy(): boolean {
    return this.#output.copy();
  }

  /** Prints the pages. */
  print(): void {
    this.#output.print();
  }

  /** Says something in one line. */
  say(message: string, offers: readonly Offer[] = []): void {
    this.#messages.say(message, offers);
  }

  destroy(): void {
    this.#isGone = true;
    clearTimeout(this.#pause);
    cancelAnimationFrame(this.#speaking);
    this.#paper.destroy();
    this.#output.destroy();
    this.#panels.destroy();
    this.#filling.destroy();
    this.#kept.destroy();
    this.#editor.destroy();
    this.#composing.destroy();
    this.#shell.destroy();
  }
}
