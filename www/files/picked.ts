// Real files, where the browser lets a page write them (File System Access).

import type { Outcome, Outlet, TextFile } from "./outlets.ts";

/** What of it TypeScript does not know. */
interface Pickers {
  showOpenFilePicker?(options: object): Promise<[FileSystemFileHandle]>;
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>;
}

const pickers = () => window as unknown as Pickers;

const MARKDOWN = { description: "Markdown", accept: { "text/markdown": [".md"] } };

/** The writer closed the dialog. */
const isLeft = (error: unknown) => error instanceof DOMException && error.name === "AbortError";

/** Lets the writer choose a file of some kinds; `undefined` if the browser has no such dialog, `null` if she left it. */
export async function pick(endings: string): Promise<[File, FileSystemFileHandle] | null | undefined> {
  try {
    const types = [{ accept: { "application/octet-stream": endings.split(",") } }];
    const chosen = await pickers().showOpenFilePicker?.({ types });
    return chosen && [await chosen[0].getFile(), chosen[0]];
  } catch (error) {
    return isLeft(error) ? null : undefined;
  }
}

/** The file that was opened or saved last: it is written again without a question. */
export class Picked implements Outlet {
  handle: FileSystemFileHandle | undefined;

  can(): boolean {
    return pickers().showSaveFilePicker !== undefined;
  }

  async save({ name, text }: TextFile): Promise<Outcome> {
    try {
      this.handle ??= await pickers().showSaveFilePicker!({ suggestedName: name, types: [MARKDOWN] });
      const stream = await this.handle.createWritable();
      await stream.write(text);
      // Only now the file is replaced: until then the one before is whole.
      await stream.close();
      return "written";
    } catch (error) {
      if (isLeft(error)) return "left";
      // It was moved, or may not be written: the next time asks for another.
      this.handle = undefined;
      throw error;
    }
  }
}
