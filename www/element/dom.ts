// Making elements, without markup.

interface Extras {
  class?: string;
  part?: string;
  attributes?: Record<string, string>;
  on?: { [E in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[E]) => void };
}

type Properties<T> = Extras & Partial<Omit<T, keyof Extras>>;

/** An element with properties, attributes, listeners and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { class: className, part, attributes = {}, on = {}, ...rest }: Properties<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (part) element.setAttribute("part", part);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const [event, listener] of Object.entries(on))
    element.addEventListener(event, listener as EventListener);
  Object.assign(element, rest);
  element.append(...children);
  return element;
}

/** A button. */
export function button(text: string, action: () => void, className = ""): HTMLButtonElement {
  return make("button", { type: "button", class: className, textContent: text, on: { click: action } });
}

/** Puts nodes in place of all that an element holds. (`replaceChildren` came with Chrome 86.) */
export function fill(element: Element, ...children: (Node | string)[]): void {
  element.textContent = "";
  element.append(...children);
}
