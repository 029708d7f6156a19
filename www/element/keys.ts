// The keys of the tool: those that are the same in every program, and those from place to place.

export interface Commands {
  /** Closes what is open; false if nothing is. */
  escape(): boolean;
  /** False if there is none. */
  nextFinding(): boolean;
  nextBlank(isBack: boolean): boolean;
  print(): void;
  save(): void;
  open(): void;
  /** Says how the outline is left by keys. */
  tellTab(): void;
}

/** Listens to the keys that come to a frame. */
export function listen(frame: HTMLElement, commands: Commands): void {
  let hasToldTab = false;
  frame.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (isDone(event, commands)) event.preventDefault();
    else if (event.key === "Tab" && event.defaultPrevented && !hasToldTab) {
      // The key that leaves every other field does not leave this one: once, that is told.
      hasToldTab = true;
      commands.tellTab();
    }
  });
}

function isDone(event: KeyboardEvent, commands: Commands): boolean {
  const { key, shiftKey, defaultPrevented } = event;
  if (key === "Escape") return commands.escape();
  if (key === "F8" && !defaultPrevented) return commands.nextFinding();
  if (key === "F7") return commands.nextBlank(shiftKey);
  return isOfEveryProgram(event, commands);
}

/** Does what a key does in every program. */
function isOfEveryProgram(
  { key, ctrlKey, metaKey, shiftKey, altKey, repeat }: KeyboardEvent,
  { print, save, open }: Commands,
): boolean {
  if (!(ctrlKey || metaKey) || shiftKey || altKey) return false;
  const command = { p: print, s: save, o: open }[key];
  // A key that is held down saves once.
  if (!repeat) command?.();
  return command !== undefined;
}
