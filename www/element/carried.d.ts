// What the build puts into the bundle.

declare module "carried-wasm" {
  /** The page's wasm, compressed by gzip, in base 85. */
  export const text: string;
  /** How many bytes it is, compressed. */
  export const length: number;
}

declare module "*.css" {
  /** The style sheet as text. */
  const text: string;
  export default text;
}

declare module "*.md" {
  /** The file as text. */
  const text: string;
  export default text;
}
