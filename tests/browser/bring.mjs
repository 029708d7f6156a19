// How a text or a file is brought to the tool.

/** Pastes a text with its ends of lines as they are, which the clipboard of no test keeps. */
export const paste = (tool, text) =>
  tool.outline.evaluate((content, text) => {
    const event = new Event("paste", { bubbles: true, cancelable: true });
    content.dispatchEvent(Object.assign(event, { clipboardData: { getData: () => text } }));
  }, text);

/** Drops a file on the tool, as the file manager does: one that holds some bytes so many times. */
export const drop = (tool, name, bytes, times = 1) =>
  tool.outline.evaluate(
    (content, { name, bytes, times }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(Array(times).fill(new Uint8Array(bytes)), name));
      const fire = (target, type) =>
        target.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }),
        );
      fire(content, "dragenter");
      const cover = content.getRootNode().querySelector(".drop");
      const isCovered = !cover.hidden;
      fire(cover, "drop");
      return isCovered && cover.hidden;
    },
    { name, bytes: [...bytes], times },
  );
