// The module that defines <outline-summary>.

import { define } from "./element.ts";

export { OutlineSummary } from "./element.ts";

define();
