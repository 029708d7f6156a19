// The panel of documents: the one that is open, the others, what stays on the machine, and earlier versions.

import type { Place } from "../drafts/store.ts";
import type { Change } from "../drafts/versions.ts";
import { button, fill, make } from "./dom.ts";
import type { Strings } from "./strings.ts";

export interface DraftView {
  /** As the writer calls it, and as its title does. */
  name: string;
  title: string;
  place: Place | undefined;
  isPrivate: boolean;
  isFollowing: boolean;
  documents: { id: string; name: string; time: string; isOpen: boolean; isUnread: boolean }[];
  versions: { number: number; time: string; change: Change | undefined }[];
  /** Those that were taken away, the last one last. */
  removed: readonly string[];
}

export interface DraftActions {
  create(): void;
  rename(name: string): void;
  open(id: string): void;
  remove(id: string): void;
  bringBack(at: number): void;
  restore(number: number): void;
  setPrivate(is: boolean): void;
  clear(): void;
}

export class DraftForm {
  readonly element: HTMLElement;
  readonly #name = make("input", { id: "draft-name" });
  readonly #private = make("input", { type: "checkbox", id: "draft-private" });
  readonly #documents = make("ul");
  readonly #versions = make("ul");
  readonly #versionsTitle = make("h3");
  readonly #removed = make("div", { attributes: { "aria-live": "polite" } });
  readonly #place = make("p", { class: "hint" });
  readonly #clear = make("div", { class: "actions" });
  /** What is asked about: a document by its id, or all of them. */
  #asked: string | undefined;
  #view: DraftView | undefined;
  #drawn = "";

  constructor(
    readonly words: Strings,
    readonly actions: DraftActions,
  ) {
    const says = words.drafts;
    const rename = () => actions.rename(this.#name.value.trim());
    this.#name.addEventListener("change", rename);
    // What was not typed key by key, Enter alone does not end in every browser.
    this.#name.addEventListener(
      "keydown",
      ({ key, isComposing }) => key === "Enter" && !isComposing && rename(),
    );
    this.#private.addEventListener("change", () => actions.setPrivate(this.#private.checked));
    this.#versionsTitle.textContent = says.versions;
    this.element = make(
      "div",
      { class: "draft-form" },
      make(
        "div",
        { class: "field" },
        make("label", { htmlFor: "draft-name", textContent: says.name }),
        this.#name,
      ),
      make("div", { class: "actions" }, keyed(button(says.create, actions.create), "create")),
      this.#documents,
      this.#removed,
      make(
        "section",
        { class: "traces" },
        make("h3", { textContent: says.onThisMachine }),
        make("label", { class: "check" }, this.#private, says.private),
        this.#place,
        this.#clear,
      ),
      make("section", {}, this.#versionsTitle, this.#versions),
    );
  }

  show(view: DraftView): void {
    this.#view = view;
    const says = this.words.drafts;
    // What is being typed stays.
    if (this.#active !== this.#name) this.#name.value = view.name;
    this.#name.placeholder = view.title || says.untitled;
    this.#name.disabled = this.#private.disabled = view.isFollowing;
    this.#private.checked = view.isPrivate;
    this.#place.textContent = view.isPrivate ? says.inPage : says.places[view.place ?? "memory"];
    // What is drawn anew under the pointer would lose its click.
    const drawn = JSON.stringify([view, this.#asked]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const key = (this.#active as HTMLElement | null)?.dataset.key;
    fill(this.#documents, ...view.documents.map((each) => this.#document(each)));
    fill(this.#versions, ...view.versions.map((each) => this.#version(each)));
    this.#versionsTitle.hidden = view.versions.length === 0;
    fill(this.#removed, ...view.removed.map((name, at) => this.#removal(name, at)).reverse());
    this.#removed.hidden = view.removed.length === 0;
    fill(this.#clear, ...this.#clearing());
    this.#focus(key);
  }

  get #active(): Element | null {
    return (this.element.getRootNode() as ShadowRoot).activeElement ?? null;
  }

  /** What had the focus has it again, or what stands in its place. */
  #focus(key: string | undefined): void {
    if (key === undefined || this.#active) return;
    const keyed = [...this.element.querySelectorAll<HTMLElement>("[data-key]")];
    (keyed.find((each) => each.dataset.key === key) ?? this.element.querySelector("button"))?.focus();
  }

  #ask(what: string | undefined): void {
    this.#asked = what;
    if (this.#view) this.show(this.#view);
    // A question begins with the harmless answer.
    if (what) this.element.querySelector<HTMLElement>(".asked button:last-child")?.focus();
  }

  /** A question, with its two answers. */
  #question(text: string, yes: string, does: () => void): HTMLElement {
    const answer = (action?: () => void) => () => {
      this.#ask(undefined);
      action?.();
    };
    return make(
      "div",
      { class: "asked", attributes: { role: "group", "aria-label": text } },
      make("span", { textContent: text }),
      button(yes, answer(does), "fix"),
      button(this.words.drafts.keep, answer()),
    );
  }

  #document({ id, name, time, isOpen, isUnread }: DraftView["documents"][number]): HTMLElement {
    const says = this.words.drafts;
    const shown = name || says.untitled;
    if (this.#asked === id)
      return make(
        "li",
        {},
        this.#question(says.askRemove(shown), says.remove, () => this.actions.remove(id)),
      );
    const hint = [isOpen && says.isOpen, isUnread ? says.unread : time].filter(Boolean).join(" · ");
    const open = row(shown, hint, () => this.actions.open(id));
    if (isOpen) open.setAttribute("aria-current", "true");
    const remove = button(says.remove, () => this.#ask(id), "quiet");
    remove.setAttribute("aria-label", says.removeOne(shown));
    remove.disabled = isOpen && this.#view!.isFollowing;
    return make("li", { class: "row" }, keyed(open, `open ${id}`), keyed(remove, `remove ${id}`));
  }

  #version({ number, time, change }: DraftView["versions"][number]): HTMLElement {
    const restore = row(time, this.words.drafts.change(change), () => this.actions.restore(number));
    restore.title = this.words.drafts.restoreTip;
    restore.disabled = this.#view!.isFollowing;
    return make("li", { class: "row" }, keyed(restore, `version ${number}`));
  }

  #removal(name: string, at: number): HTMLElement {
    const says = this.words.drafts;
    return make(
      "p",
      {},
      make("span", { textContent: says.removed(name || says.untitled) }),
      keyed(
        button(says.bringBack, () => this.actions.bringBack(at), "fix"),
        `back ${at}`,
      ),
    );
  }

  #clearing(): Node[] {
    const says = this.words.drafts;
    if (this.#asked === "all")
      return [this.#question(says.askClear, says.clearYes, () => this.actions.clear())];
    return [
      keyed(
        button(says.clear, () => this.#ask("all")),
        "all",
      ),
    ];
  }
}

/** A row that can be chosen: what it is, and what is said of it. */
function row(name: string, hint: string, action: () => void): HTMLButtonElement {
  const chosen = button("", action, "chosen");
  chosen.append(make("strong", { textContent: name }), make("span", { class: "hint", textContent: hint }));
  return chosen;
}

/** A control that is known again when it is drawn anew. */
function keyed<T extends HTMLElement>(control: T, key: string): T {
  control.dataset.key = key;
  return control;
}
