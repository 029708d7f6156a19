import type { Options } from "../core";

/** A copy of checked options, which the caller may change later. They are plain data. */
export function settled(options: Options | undefined): Options | undefined {
  return options && JSON.parse(JSON.stringify(options));
}
