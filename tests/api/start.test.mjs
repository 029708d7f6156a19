// `npm start`, before it builds.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../www/tools/install.mjs";

test("a port that is taken is told before anything is built", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address();
  const env = { ...process.env, PORT: port };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "www/start.mjs")], {
    env,
    encoding: "utf8",
  });
  other.close();
  assert.deepEqual([status, stdout], [1, ""]);
  assert.match(stderr, new RegExp(`Port ${port} cannot be used`));
});
