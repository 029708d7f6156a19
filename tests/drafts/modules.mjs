// The modules of drafts.

import { modules } from "../tools/modules.mjs";

export const drafts = await modules([
  "drafts/draft",
  "drafts/versions",
  "drafts/shelf",
  "drafts/memory",
  "drafts/local",
  "element/when",
]);
