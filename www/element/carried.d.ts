// What the build puts into the bundle.

/** The page's wasm, compressed by gzip, in base 91. */
declare module "carried-wasm" {
  export const text: string;
  /** How many bytes it is, compressed. */
  export const length: number;
}

/** The templates by their names, as JSON, in the same form. */
declare module "carried-templates" {
  export const text: string;
  export const length: number;
}

declare module "*.css" {
  /** The style sheet as text. */
  const text: string;
  export default text;
}
