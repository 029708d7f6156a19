// The built core, as those who use dist/ get it.

/** The folder of the built core. */
export const dist = new URL("../../dist/", import.meta.url);

let copies = 0;

/** A copy of the module that nobody has loaded: the address tells Node that it is another one. */
export function fresh() {
  return import(new URL(`core.js?copy=${copies++}`, dist));
}

/** A copy that is ready: what one test breaks, no other feels. */
export async function ready() {
  const core = await fresh();
  await core.load();
  return core;
}

/** Makes edits whose places all count before the first. */
export function edited(text, edits) {
  const fromLast = [...edits].sort((a, b) => b.from - a.from);
  return fromLast.reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), text);
}

/** A small outline, with parts to put in place of its own. */
export function outlineOf(parts = {}) {
  return { opening: [], sections: [], closing: [], ...parts };
}

/** A section of level 1, with parts to put in place of its own. */
export function sectionOf(parts = {}) {
  return { level: 1, heading: "工作", body: [], sections: [], ...parts };
}
