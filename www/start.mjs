// `npm start`: installs what is missing, builds, and serves the page on this machine alone.

import { installPackages, installRustParts, root, run } from "./tools/install.mjs";
import { serve } from "./tools/serve.mjs";
import { join } from "node:path";

// First of all: a port that is taken is told at once, and is ours while we build.
const address = await serve([join(root, "dist")], Number(process.env.PORT ?? 4173));
installRustParts();
installPackages();
console.log("Building (the first time, two or three minutes) …");
run(process.execPath, ["www/build.mjs"]);
console.log(`
提纲成文 is ready.
  In the browser:  ${address}
  Offline page:    ${join(root, "dist", "outline-summary.html")}
Press Ctrl+C to stop.`);
