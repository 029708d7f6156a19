// What is taken out of a page leaves nothing behind.

import { expect, hosted as test } from "./page.mjs";

test("an element added and removed fifty times leaks nothing", async ({ host }) => {
  const devtools = await host.context().newCDPSession(host);
  await devtools.send("Performance.enable");
  const round = (times) =>
    host.evaluate(async (times) => {
      for (let time = 0; time < times; time++) {
        const element = document.createElement("outline-summary");
        element.value = "## 甲\n\n- 修渠**里，，\n- 护林\n".repeat(200);
        document.body.append(element);
        await new Promise((resolve) => element.addEventListener("summary-change", resolve, { once: true }));
        await new Promise((resolve) => setTimeout(resolve, 160));
        element.remove();
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, times);
  const measure = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.getMetrics");
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { listeners: of("JSEventListeners"), nodes: of("Nodes"), heap: of("JSHeapUsedSize") };
  };
  // What runs for the first times is compiled, which takes room once.
  await round(25);
  const before = await measure();
  await round(50);
  const after = await measure();
  console.log(JSON.stringify({ before, after }));
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 5);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 50);
  expect(after.heap - before.heap).toBeLessThan(300_000);
});
