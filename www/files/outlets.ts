// Where a file can go: one outlet after the other, until one takes it.

export interface TextFile {
  name: string;
  text: string;
}

/** Written to a file; handed to the browser, which downloads it; shown, to be copied; or the writer thought better of it. */
export type Outcome = "written" | "downloaded" | "shown" | "left";

export interface Outlet {
  /** Can the browser do this here? */
  can(): boolean;
  /** Throws where it could not after all. */
  save(file: TextFile): Outcome | Promise<Outcome>;
}

/** Saves a file by the first outlet that does. The last one always can. */
export async function saveBy(outlets: readonly Outlet[], file: TextFile): Promise<Outcome> {
  for (const outlet of outlets) {
    if (!outlet.can()) continue;
    try {
      return await outlet.save(file);
    } catch {
      // The next one is tried.
    }
  }
  return "left";
}
