// Drafts in a page of a host: kept only where it asks for them, and what it sets wins.

import { expect, hosted as test } from "./page.mjs";
import { stored, texts } from "./storage.mjs";
import { Tool } from "./tool.mjs";

test.use({ path: "drafts.html" });

const plain = (host) => new Tool(host, host.locator("#plain"));
const kept = (host) => new Tool(host, host.locator("#kept"));

/** Would leaving the page ask? */
const asks = (host) => host.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));

test("without a key nothing is kept, and leaving asks only where the host wants it", async ({ host }) => {
  const tool = plain(host);
  await tool.isReady();
  await tool.outline.focus();
  await host.keyboard.type("甲");
  await expect(tool.button(/^文稿/)).toBeHidden();
  await kept(host).outline.focus();
  await host.keyboard.type("乙");
  await expect.poll(() => texts(host)).toEqual(["乙"]);
  expect(JSON.stringify(await stored(host))).not.toContain("甲");
  expect(await asks(host)).toBe(false);
  await tool.element.evaluate((element) => (element.askLeaving = true));
  expect(await asks(host)).toBe(true);
  await tool.element.evaluate((element) => (element.value = "丙"));
  expect(await asks(host)).toBe(false);
  await tool.element.evaluate((element) => element.remove());
  expect(await asks(host)).toBe(false);
});

test("the draft of a key is there again, and the host hears of it", async ({ host }) => {
  const tool = kept(host);
  await tool.outline.focus();
  await host.keyboard.type("## 甲");
  await host.reload();
  await tool.hasValue("## 甲");
  await expect.poll(() => host.evaluate(() => window.inputs)).toEqual(["## 甲"]);
  expect(await plain(host).value()).toBe("");
  expect(await tool.element.evaluate(({ draftName, unsaved }) => [draftName, unsaved])).toEqual(["甲", ""]);
});

test("a value that the host sets wins, and the draft is offered", async ({ host, http }) => {
  const tool = kept(host);
  await tool.outline.focus();
  await host.keyboard.type("甲");
  await expect.poll(() => texts(host)).toEqual(["甲"]);
  await host.goto(`${http}drafts.html?value=${encodeURIComponent("宿主")}`);
  await tool.hasValue("宿主");
  await expect(tool.notice).toContainText("的草稿，和现在的文字不同");
  await expect(tool.saved).toHaveText("");
  // Nothing is written over the draft before the writer writes.
  expect(await texts(host)).toEqual(["甲"]);
  await tool.button("换成草稿").click();
  await tool.hasValue("甲");
  await expect(tool.notice).toBeHidden();
  await tool.outline.press("Control+z");
  await tool.hasValue("宿主");
});

test("a value that the host sets late wins too, and the draft stays a version", async ({ host }) => {
  const tool = kept(host);
  await tool.outline.focus();
  await host.keyboard.type("甲");
  await host.reload();
  await tool.hasValue("甲");
  await tool.write("宿主");
  await tool.hasValue("宿主");
  await expect(tool.notice).toContainText("的草稿");
  await tool.outline.press("Control+End");
  await host.keyboard.type("乙");
  await expect.poll(() => texts(host)).toEqual(["宿主乙"]);
  const versions = async () =>
    Object.entries(await stored(host)).filter(([key]) => key.includes("/version/"));
  expect((await versions()).map(([, { text }]) => text)).toEqual(["甲"]);
});

test("a key that is set later keeps drafts from then on", async ({ host }) => {
  const tool = plain(host);
  await tool.isReady();
  await tool.outline.focus();
  await host.keyboard.type("甲");
  await tool.element.evaluate((element) => (element.draftKey = "later"));
  await tool.outline.press("Control+End");
  await host.keyboard.type("乙");
  await expect.poll(() => texts(host)).toEqual(["甲乙"]);
  await tool.element.evaluate((element) => (element.draftKey = null));
  await expect(tool.button(/^文稿/)).toBeHidden();
});

test("a value that the host sets in a window that follows stays there, and the draft is offered", async ({
  host,
}) => {
  await kept(host).outline.focus();
  await host.keyboard.type("甲");
  await expect.poll(() => texts(host)).toEqual(["甲"]);
  const other = await host.context().newPage();
  await other.goto(host.url());
  const second = kept(other);
  await expect(second.notice).toContainText("正在另一个窗口里写");
  await second.write("宿主");
  await expect(second.notice).toContainText("的草稿");
  // The first window saves once more, which the other does not follow.
  await kept(host).outline.press("Control+End");
  await host.keyboard.type("乙");
  await expect.poll(() => texts(host)).toEqual(["甲乙"]);
  await second.outline.press("Control+End");
  await other.keyboard.type("丙");
  await expect.poll(async () => (await texts(host)).sort()).toEqual(["宿主丙", "甲乙"]);
  await second.hasValue("宿主丙");
});

test("where nothing can be changed no draft is offered", async ({ host, http }) => {
  const tool = kept(host);
  await tool.outline.focus();
  await host.keyboard.type("甲");
  await expect.poll(() => texts(host)).toEqual(["甲"]);
  await host.addInitScript(() =>
    addEventListener("DOMContentLoaded", () => document.getElementById("kept").setAttribute("readonly", "")),
  );
  await host.goto(`${http}drafts.html?value=${encodeURIComponent("归档")}`);
  await tool.hasValue("归档");
  await tool.isReady();
  await expect(tool.button("换成草稿")).toHaveCount(0);
  expect(await texts(host)).toEqual(["甲"]);
});
