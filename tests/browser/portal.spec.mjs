// The element among other content: under a strict policy, in a frame, and in two frameworks.

import { build } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../www/tools/install.mjs";
import { expect, hosted } from "./page.mjs";
import { Tool } from "./tool.mjs";

// Chromium before 97 lets no wasm be compiled under a policy without 'unsafe-eval'.
const isTooOld = ({ browserName, browser }) =>
  browserName === "chromium" && parseInt(browser.version(), 10) < 97;

hosted.describe("under the policy of a portal", () => {
  hosted.use({ path: "portal-example.html" });
  hosted.skip(isTooOld, "this browser has no 'wasm-unsafe-eval'");

  hosted("it is written in, corrected, searched and sent", async ({ host, heard, http }) => {
    const tool = new Tool(host);
    await tool.isReady();
    await tool.outline.click();
    await host.keyboard.type("## 甲，，乙");
    await host.keyboard.press("Enter");
    await tool.element.getByRole("tab", { name: "成文" }).click();
    await tool.shows(["一、甲，，乙"]);
    await tool.element.getByRole("tab", { name: "提纲" }).click();
    await tool.button("问题 1").click();
    await tool.panel.getByRole("listitem").getByRole("button").last().click();
    await host.keyboard.press("Escape");
    await tool.outline.press("Control+f");
    await tool.element.getByRole("textbox", { name: "查找" }).pressSequentially("乙");
    await host.keyboard.press("Enter");
    await expect.poll(() => tool.selected()).toBe("乙");
    await host.getByRole("button", { name: "报送" }).click();
    await expect(host.locator("#sent")).toHaveText("已报送：提纲 7 字符，成文 5 字");
    const asked = heard.map((words) => words.replace(http, ""));
    const files = ["", "css", "js"].map((end) => `portal-example.${end || "html"}`);
    expect([...new Set(asked)].sort()).toEqual(["outline-summary.js", ...files].sort());
  });
});

hosted.describe("in a frame", () => {
  hosted.use({ path: "examples/iframe.html" });

  hosted("the host takes the text from it", async ({ host }) => {
    const frame = host.frameLocator("iframe");
    await frame.getByRole("textbox", { name: "提纲" }).focus();
    await host.keyboard.type("## 甲");
    await expect(frame.locator(".group > *, .area > *")).toHaveText("一、甲");
    await host.getByRole("button", { name: "取回成文" }).click();
    await expect(host.locator("#text")).toHaveText("一、甲");
  });
});

for (const framework of ["vue", "react"]) {
  hosted.describe(`in ${framework}`, () => {
    hosted.use({ path: `.cache/${framework}.html` });

    hosted.beforeAll(async () => {
      const folder = join(root, "tests/browser/pages/.cache");
      mkdirSync(folder, { recursive: true });
      await build({
        entryPoints: [join(root, `www/examples/${framework}.js`)],
        bundle: true,
        format: "esm",
        target: "chrome83",
        outfile: join(folder, `${framework}.js`),
        nodePaths: [join(root, "tests/browser/node_modules")],
        alias: { "outline-summary": join(root, "dist/outline-summary.js") },
        define: { "process.env.NODE_ENV": '"production"' },
        logLevel: "error",
      });
      const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8" /><title>${framework}</title>
        <link rel="icon" href="data:," /><div id="app"></div><script type="module" src="${framework}.js"></script>`;
      writeFileSync(join(folder, `${framework}.html`), page);
    });

    hosted("the value follows the writer, and the text comes back", async ({ host }) => {
      const tool = new Tool(host);
      await tool.isReady();
      await tool.shows(["一、主要工作"]);
      await tool.select(7);
      await host.keyboard.type("甲乙");
      await expect(host.locator("#outline")).toHaveText("## 主要工作甲乙");
      await expect(host.locator("#text")).toHaveText("一、主要工作甲乙");
      await tool.isMarked("## 主要工作甲乙^");
    });
  });
}
