// The element in the colours and measures of its host.

import { expect, hosted as test } from "./page.mjs";
import { tools } from "./tool.mjs";

test("custom properties count on all that is around it", async ({ host }) => {
  const { first } = tools(host);
  await first.isReady();
  const seen = await host.evaluate(() => {
    const style = document.createElement("style");
    style.textContent = `:root { --os-surface: rgb(1, 2, 3); --os-quiet: rgb(9, 9, 9); --os-height: 400px }
      form { --os-ink: rgb(4, 5, 6) } outline-summary { --os-quiet: rgb(7, 8, 9) }`;
    document.head.append(style);
    const element = document.querySelector("#first");
    const inside = (part) => getComputedStyle(element.shadowRoot.querySelector(`[part=${part}]`));
    const colours = [inside("outline").backgroundColor, inside("frame").color, inside("status").color];
    return [...colours, element.offsetHeight];
  });
  expect(seen).toEqual(["rgb(1, 2, 3)", "rgb(4, 5, 6)", "rgb(7, 8, 9)", 400]);
});

test("it is light or dark as the page around it, whatever the system is", async ({ host }) => {
  const LIGHT = "rgb(242, 241, 238)";
  const DARK = "rgb(27, 27, 26)";
  const { first } = tools(host);
  await first.isReady();
  const groundIn = (scheme) =>
    host.evaluate((scheme) => {
      const around = document.getElementById("elsewhere");
      around.style.colorScheme = scheme;
      around.append(document.getElementById("first"));
      const frame = document.querySelector("#first").shadowRoot.querySelector(".frame");
      return getComputedStyle(frame).backgroundColor;
    }, scheme);
  for (const colorScheme of ["light", "dark"]) {
    await host.emulateMedia({ colorScheme });
    // Not every browser lets the test say what the system is.
    const isDark = await host.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
    const seen = [];
    for (const scheme of ["", "light", "dark", "light dark"]) seen.push(await groundIn(scheme));
    expect(seen).toEqual([LIGHT, LIGHT, DARK, isDark ? DARK : LIGHT]);
  }
});

test("it is styled by custom properties and parts", async ({ host }) => {
  const { first } = tools(host);
  await first.isReady();
  const colours = await host.evaluate(() => {
    const style = document.createElement("style");
    style.textContent = "#first { --os-surface: rgb(1, 2, 3) } #first::part(status) { color: rgb(4, 5, 6) }";
    document.head.append(style);
    const inside = (part) =>
      getComputedStyle(document.querySelector("#first").shadowRoot.querySelector(`[part=${part}]`));
    return [inside("outline").backgroundColor, inside("status").color];
  });
  expect(colours).toEqual(["rgb(1, 2, 3)", "rgb(4, 5, 6)"]);
});
