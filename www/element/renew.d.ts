// What the build adds to the glue; see www/tools/bundle.mjs.

import "glue";

declare module "glue" {
  /** Begins anew with a fresh instance of the module. All that the old one gave is void from then on. */
  export function renew(): Promise<void>;
}
