// What happens when the core stops: the text stays, and a fresh core goes on with it.

import { expect, hosted, test } from "./page.mjs";
import { tools } from "./tool.mjs";

/** Lets a test make calls of the core trap: `window.trap` says which. */
function armed() {
  // (module (func (export "f") unreachable))
  const code = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0];
  const module = new WebAssembly.Module(new Uint8Array([...code, 10, 5, 1, 3, 0, 0, 11]));
  const trap = new WebAssembly.Instance(module).exports.f;
  const instantiate = WebAssembly.instantiate.bind(WebAssembly);
  window.instances = 0;
  WebAssembly.instantiate = async (...given) => {
    const { exports } = await instantiate(...given);
    window.instances++;
    let hasTrapped = false;
    const call =
      (name, real) =>
      (...values) => {
        // As in a real one: once it has trapped, nothing works any more.
        hasTrapped = hasTrapped || Boolean(window.trap?.(name));
        return hasTrapped ? trap() : real(...values);
      };
    const armed = Object.entries(exports).map(([name, real]) => [
      name,
      typeof real === "function" ? call(name, real) : real,
    ]);
    return Object.create(WebAssembly.Instance.prototype, { exports: { value: Object.fromEntries(armed) } });
  };
}

/** The errors that the page told: each is told once, where errors are told. */
const told = (heard) => heard.splice(0).filter((words) => /unreachable/.test(words));

test("after a trap a fresh core goes on with the same text, and the page says so", async ({
  tool,
  page,
  heard,
}) => {
  await page.addInitScript(armed);
  await page.reload();
  await tool.isReady();
  await tool.begin("## 甲^\n");
  await tool.shows(["一、甲"]);
  await page.evaluate(() => {
    let times = 1;
    window.trap = (name) => name === "preview_edit" && times-- > 0;
  });
  await page.keyboard.type("乙丙");
  await expect(tool.notice).toContainText("排版程序出过错，已重新启动，文字一个不少");
  await tool.hasValue("## 甲乙丙\n");
  await tool.shows(["一、甲乙丙"]);
  expect(await page.evaluate(() => window.instances)).toBe(2);
  await page.keyboard.type("丁");
  await tool.shows(["一、甲乙丙丁"]);
  // How many steps the keys were depends on how fast they came.
  await expect(async () => {
    await page.keyboard.press("Control+z");
    expect(await tool.value()).toBe("## 甲\n");
  }).toPass();
  await tool.shows(["一、甲"]);
  expect(told(heard)).toHaveLength(1);
});

test("the key that stopped the core is kept as a draft, too", async ({ tool, page, heard }) => {
  await page.addInitScript(armed);
  await page.reload();
  await tool.begin("## 甲^\n");
  await tool.shows(["一、甲"]);
  await page.evaluate(() => {
    window.trap = (name) => name.startsWith("preview_");
  });
  await page.keyboard.type("乙");
  await expect(tool.status).toContainText("您写的提纲还在");
  await page.reload();
  await tool.hasValue("## 甲乙\n");
  await tool.shows(["一、甲乙"]);
  expect(told(heard).length).toBeGreaterThan(0);
});

test("a text that stops the core twice is left alone, and another is tried again", async ({
  tool,
  page,
  heard,
}) => {
  await page.addInitScript(armed);
  await page.reload();
  await tool.isReady();
  await tool.begin("## 甲^\n");
  await tool.shows(["一、甲"]);
  await page.evaluate(() => {
    const holdsBad = () => document.querySelector("outline-summary").value.includes("乙");
    window.trap = (name) => (name === "preview_edit" || name === "preview_new") && holdsBad();
  });
  await page.keyboard.type("乙");
  await expect(tool.status).toContainText("您写的提纲还在");
  await expect(tool.copy).toBeDisabled();
  await expect.poll(() => page.evaluate(() => window.instances)).toBe(3);
  await tool.hasValue("## 甲乙\n");
  await page.keyboard.press("Backspace");
  await tool.shows(["一、甲"]);
  await expect(tool.notice).toContainText("排版程序出过错，已重新启动，文字一个不少");
  await tool.button("知道了").click();
  await expect(tool.notice).toBeHidden();
  expect(told(heard)).toHaveLength(2);
});

hosted("the others of the page go on with the fresh core, too", async ({ host, heard }) => {
  await host.addInitScript(armed);
  await host.reload();
  const { first, early } = tools(host);
  await first.begin("## 甲^");
  await first.shows(["一、甲"]);
  await host.evaluate(() => {
    let times = 1;
    window.trap = (name) => name === "preview_edit" && times-- > 0;
  });
  await host.keyboard.type("乙");
  await first.shows(["一、甲乙"]);
  await early.begin("## 早^");
  await host.keyboard.type("晚");
  await early.shows(["一、早晚"]);
  await expect(early.status).toHaveText("");
  expect(heard.splice(0).filter((words) => /unreachable/.test(words))).toHaveLength(1);
});
