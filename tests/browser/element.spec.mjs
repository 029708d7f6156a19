// The element in a page of its host.

import { expect, hosted as test } from "./page.mjs";
import { Tool, tools } from "./tool.mjs";

test("the attribute gives the first value, and a property set before the element is defined counts", async ({
  host,
}) => {
  const { first, early } = tools(host);
  await first.shows(["一、甲"]);
  await early.shows(["一、早"]);
});

test("two elements keep to themselves", async ({ host }) => {
  const { first, early } = tools(host);
  await first.begin("## 甲^");
  await host.keyboard.type("乙");
  await first.shows(["一、甲乙"]);
  await early.shows(["一、早"]);
  await early.select(4);
  await host.keyboard.press("Control+z");
  await first.shows(["一、甲乙"]);
});

test("value, outline, summary and detail", async ({ host }) => {
  const { first } = tools(host);
  await first.isReady();
  const face = (action) => host.evaluate(action);
  expect(await face(() => document.querySelector("#first").outline.sections[0].heading)).toBe("甲");
  await face(() => {
    const point = (text) => ({ text, points: [] });
    const points = { kind: "points", layout: "runOn", points: [point("修渠"), point("护林")] };
    const section = { level: 1, heading: "乙", body: [points], sections: [] };
    document.querySelector("#first").outline = { opening: [], sections: [section], closing: [] };
  });
  await first.hasValue("## 乙\n\n- 修渠\n- 护林\n");
  const summary = () => face(() => document.querySelector("#first").summary.text);
  expect(await summary()).toBe("一、乙\n一是修渠；二是护林。\n");
  await face(() => void (document.querySelector("#first").detail = "headings"));
  expect(await summary()).toBe("一、乙\n");
  expect(await face(() => document.querySelector("#first").getAttribute("detail"))).toBe("headings");
  const refused = await face(() => {
    try {
      document.querySelector("#first").detail = "long";
    } catch (error) {
      return error.message;
    }
  });
  expect(refused).toBe('detail: expected "full", "brief" or "headings", got "long"');
});

test("the value is given back as it was put in, until the first key", async ({ host }) => {
  const { first } = tools(host);
  await first.write("甲\r\n\r\n乙\r\n");
  expect(await first.value()).toBe("甲\r\n\r\n乙\r\n");
  await first.select(1);
  await host.keyboard.type("。");
  await first.hasValue("甲。\n\n乙\n");
});

test("input, change and summary-change are told, and nothing of the inside", async ({ host }) => {
  const { first } = tools(host);
  await first.isReady();
  await host.evaluate(() => {
    window.heard = [];
    for (const type of ["input", "change", "summary-change"]) {
      document.addEventListener(type, (event) => window.heard.push(`${event.type} ${event.target.id}`));
    }
  });
  const heard = () => host.evaluate(() => window.heard.splice(0));
  await first.begin("## 甲^");
  expect(await heard()).toEqual([]);
  await first.write("## 丙");
  expect(await heard()).toEqual(["summary-change first"]);
  await first.select(4);
  await host.keyboard.type("乙");
  await first.shows(["一、丙乙"]);
  expect(await heard()).toEqual(["input first", "summary-change first"]);
  await host.locator("#other").focus();
  expect(await heard()).toEqual(["change first"]);
  await first.length.selectOption("headings");
  await expect.poll(heard).toEqual(["summary-change first"]);
});

test("what the host puts in is no change of the writer's", async ({ host }) => {
  const { first } = tools(host);
  await first.isReady();
  await host.evaluate(() => {
    window.changes = 0;
    document.addEventListener("change", () => window.changes++);
  });
  const changes = () => host.evaluate(() => window.changes);
  await first.outline.focus();
  await first.write("## 丙");
  await host.locator("#other").focus();
  expect(await changes()).toBe(0);
  await first.outline.focus();
  await first.write("## 丁");
  await first.select(4);
  await host.keyboard.type("乙");
  // What a framework gives back as it was heard is nothing new.
  await first.write(await first.value());
  await host.locator("#other").focus();
  expect(await changes()).toBe(1);
});

test("what the host puts in is not undone", async ({ host }) => {
  const { first } = tools(host);
  await first.isReady();
  const undo = async (times) => {
    await first.outline.focus();
    for (let time = 0; time < times; time++) await host.keyboard.press("Control+z");
  };
  const type = async (text) => {
    await first.select((await first.value()).length);
    await host.keyboard.type(text);
  };
  await undo(2);
  await first.hasValue("## 甲");
  await type("乙");
  await first.write("## 丙");
  await undo(2);
  await first.hasValue("## 丙");
  await type("丁");
  await first.hasValue("## 丙丁");
  await undo(2);
  await first.hasValue("## 丙");
  await host.getByRole("button", { name: "重置" }).click();
  await undo(2);
  await first.hasValue("## 甲");
  await first.element.evaluate((element) => (element.outline = { ...element.outline, title: "戊" }));
  await undo(2);
  await first.hasValue("# 戊\n\n## 甲\n");
  // What the browser does when the writer comes back to the page.
  await first.element.evaluate((element) => element.formStateRestoreCallback("己"));
  await undo(2);
  await first.hasValue("己");
});

test("readonly and disabled keep the outline as it is", async ({ host }) => {
  const { first } = tools(host);
  await first.isReady();
  await first.begin("## 甲^");
  await host.evaluate(() => (document.querySelector("#first").readonly = true));
  await first.outline.focus();
  await host.keyboard.type("乙");
  await expect(first.button("要点")).toBeDisabled();
  await first.hasValue("## 甲");
  await host.evaluate(() => {
    document.querySelector("#first").readonly = false;
    document.querySelector("#first").disabled = true;
  });
  await expect(first.copy).toBeDisabled();
  await expect(first.button("要点")).toBeDisabled();
  await host.evaluate(() => (document.querySelector("#first").disabled = false));
  await first.select(4);
  await host.keyboard.type("乙");
  await first.hasValue("## 甲乙");
});

test("how to begin is told only while it can be done", async ({ host }) => {
  const { first } = tools(host);
  await first.write("");
  await first.button("模板").click();
  const sample = first.element.locator(".sample");
  const set = (name, is) => first.element.evaluate((element, [name, is]) => (element[name] = is), [name, is]);
  for (const name of ["readonly", "disabled"]) {
    await expect(sample).toBeVisible();
    await expect(first.empty).toBeVisible();
    await set(name, true);
    await expect(first.panel).toBeHidden();
    await expect(sample).toBeHidden();
    await expect(first.empty).toBeHidden();
    await first.write("甲");
    await set(name, false);
    await expect(sample).toBeHidden();
    await first.shows(["甲"]);
    await first.write("");
  }
});

test("readonly holds against templates and fixes, too", async ({ host }) => {
  const { first } = tools(host);
  await first.write("甲，，乙");
  await host.evaluate(() => (document.querySelector("#first").readonly = true));
  await expect(first.button("要点")).toBeDisabled();
  await first.button("问题 1").click();
  await first.panel.getByRole("listitem").getByRole("button").last().click();
  expect(await first.value()).toBe("甲，，乙");
});

test("a host may change the element when it hears of a key", async ({ host }) => {
  const { first } = tools(host);
  await first.begin("甲^");
  await host.evaluate(() => {
    window.heard = 0;
    const element = document.querySelector("#first");
    element.addEventListener("input", () => {
      window.heard++;
      if (element.value.length > 3) element.value = element.value.slice(0, 3);
    });
  });
  for (const key of "乙丙丁戊") await host.keyboard.type(key);
  await expect.poll(() => host.evaluate(() => window.heard)).toBe(4);
  await first.shows([await first.value()]);
  expect((await first.value()).length).toBe(3);
});

test("of an outline that waits for the core and a value after it, the value holds", async ({ host }) => {
  await host.evaluate(() => {
    const element = document.createElement("outline-summary");
    element.id = "late";
    document.body.append(element);
    element.outline = { opening: [{ kind: "paragraph", text: "先" }], sections: [], closing: [] };
    element.value = "后";
  });
  const late = new Tool(host, host.locator("#late"));
  await late.isReady();
  await late.shows(["后"]);
});

test("it can be moved, with all that was typed and can be undone", async ({ host }) => {
  const { first } = tools(host);
  await first.begin("## 甲^");
  await host.keyboard.type("乙");
  await host.evaluate(() => document.getElementById("elsewhere").append(document.getElementById("first")));
  await first.hasValue("## 甲乙");
  await first.shows(["一、甲乙"]);
  await first.outline.focus();
  await host.keyboard.press("Control+z");
  await first.shows(["一、甲"]);
});

test("taken out and put back it has its text", async ({ host }) => {
  const { first } = tools(host);
  await first.begin("## 甲^");
  await host.keyboard.type("乙");
  await host.evaluate(async () => {
    window.taken = document.getElementById("first");
    window.taken.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(await host.evaluate(() => [window.taken.value, window.taken.shadowRoot.childElementCount])).toEqual([
    "## 甲乙",
    0,
  ]);
  await host.evaluate(() => document.getElementById("elsewhere").append(window.taken));
  await first.shows(["一、甲乙"]);
});

test("where another script changed the summary, it is made anew", async ({ host, heard }) => {
  const { first } = tools(host);
  await first.inOneFlow();
  await first.begin("## 甲^");
  await first.shows(["一、甲"]);
  // As a translator in the browser may do.
  await first.element.locator(".group").evaluate((group) => (group.textContent = ""));
  await host.keyboard.type("乙");
  await first.shows(["一、甲乙"]);
  await host.keyboard.type("丙");
  await first.shows(["一、甲乙丙"]);
  const errors = heard.splice(0).filter((words) => !words.startsWith("http"));
  expect(errors).toEqual([expect.stringContaining("the preview was changed by another script")]);
});

test("where the summary cannot follow, the outline stays, and the element put in anew works", async ({
  host,
  heard,
}) => {
  const { first } = tools(host);
  await first.inOneFlow();
  await first.begin("## 甲^");
  await first.shows(["一、甲"]);
  await first.sheet.evaluate((sheet) => {
    sheet.querySelector(".group").textContent = "";
    sheet.insertBefore = null;
  });
  await host.keyboard.type("乙");
  await expect(first.status).toContainText("您写的提纲还在");
  await host.keyboard.type("丙");
  await first.hasValue("## 甲乙丙");
  await expect(first.status).toContainText("您写的提纲还在，照样可以写");
  expect(await first.element.evaluate((element) => element.summary)).toBeUndefined();
  // Nothing wipes the warning, and nothing is told of a summary that is not there.
  await expect(first.copy).toBeDisabled();
  expect(await first.element.evaluate((element) => element.copy())).toBe(false);
  await host.evaluate(() => {
    window.changes = 0;
    const element = document.getElementById("first");
    element.addEventListener("summary-change", () => window.changes++);
    for (const is of [true, false]) element.readonly = is;
    element.lang = "en";
  });
  await expect(first.status).toContainText("Your outline is still here");
  await host.evaluate(() => document.getElementById("first").removeAttribute("lang"));
  await expect(first.status).toContainText("您写的提纲还在");
  await expect(first.copy).toBeDisabled();
  await first.outline.focus();
  await host.keyboard.press("Control+End");
  await host.keyboard.type("丁");
  await first.hasValue("## 甲乙丙丁");
  await expect(first.status).toContainText("您写的提纲还在");
  expect(await host.evaluate(() => window.changes)).toBe(0);
  await host.evaluate(async () => {
    const element = document.getElementById("first");
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.getElementById("elsewhere").append(element);
  });
  await first.shows(["一、甲乙丙丁"]);
  const errors = heard.splice(0).filter((words) => !words.startsWith("http"));
  expect(errors.length).toBeGreaterThan(1);
});

test("keys act only with the focus inside", async ({ host }) => {
  const { first } = tools(host);
  await first.begin("甲，，乙^");
  await expect(first.element.locator(".cm-finding")).toHaveCount(1);
  await host.locator("#other").focus();
  for (const key of ["F8", "Control+Enter", "Alt+ArrowUp", "Escape"]) await host.keyboard.press(key);
  await expect(host.locator("#other")).toBeFocused();
  await first.hasValue("甲，，乙");
});

test("focus() and copy()", async ({ host }) => {
  const { first } = tools(host);
  await first.isReady();
  await host.evaluate(() => document.querySelector("#first").focus());
  await expect(first.outline).toBeFocused();
  await host.evaluate(() => {
    const button = document.createElement("button");
    button.id = "copier";
    button.onclick = () => (window.isCopied = document.querySelector("#first").copy());
    document.body.append(button);
  });
  await host.locator("#copier").click();
  expect(await host.evaluate(() => window.isCopied)).toBe(true);
  await first.write("");
  await first.outline.focus();
  await host.keyboard.press("Control+v");
  await first.hasValue("一、甲");
});

test("lang chooses the language", async ({ host }) => {
  const { first } = tools(host);
  await first.isReady();
  await host.evaluate(() => (document.querySelector("#first").lang = "en-GB"));
  await expect(first.button("Copy")).toBeVisible();
  await expect(first.button("中文")).toBeHidden();
  await host.evaluate(() => document.querySelector("#first").removeAttribute("lang"));
  await expect(first.copy).toBeVisible();
});

test("an outline that is none is refused", async ({ host }) => {
  const { first } = tools(host);
  await first.isReady();
  const refused = await host.evaluate(() => {
    try {
      document.querySelector("#first").outline = { sections: 3 };
    } catch (error) {
      return error instanceof TypeError;
    }
  });
  expect(refused).toBe(true);
  expect(await first.value()).toBe("## 甲");
});

test("a document that cannot be opened is no browser that is too old", async ({ host, heard }) => {
  await host.evaluate(() => {
    const element = document.createElement("outline-summary");
    element.id = "late";
    element.value = "甲";
    document.body.append(element);
    element.shadowRoot.querySelector(".sheet").insertBefore = null;
  });
  const late = new Tool(host, host.locator("#late"));
  await expect(late.status).toContainText("您写的提纲还在");
  // Once, and once more with a fresh core.
  const errors = () => heard.filter((words) => !words.startsWith("http"));
  await expect.poll(() => errors().length).toBe(2);
  heard.splice(0);
});

test("an empty outline cannot be copied, whatever the host turns on and off", async ({ host }) => {
  const { first } = tools(host);
  await first.write("");
  await expect(first.copy).toBeDisabled();
  for (const name of ["readonly", "disabled"]) {
    for (const is of [true, false])
      await first.element.evaluate((element, [name, is]) => (element[name] = is), [name, is]);
    await expect(first.copy).toBeDisabled();
  }
  await first.write("甲");
  await expect(first.copy).toBeEnabled();
});

test("what is disabled takes no focus, and has none", async ({ host }) => {
  const { first } = tools(host);
  await first.isReady();
  await first.outline.click();
  await host.keyboard.press("Control+f");
  await expect(first.element.locator(".cm-search")).toBeVisible();
  await host.evaluate(() => (document.querySelector("#first").disabled = true));
  await expect(first.element.locator(".cm-search")).toBeHidden();
  const focused = () => host.evaluate(() => document.activeElement.id);
  expect(await focused()).toBe("");
  await host.evaluate(() => document.querySelector("#first").focus());
  for (const part of [".cm-content", ".desk", ".status"])
    await first.element.locator(part).click({ position: { x: 20, y: 5 }, force: true });
  await host.keyboard.press("Control+f");
  expect(await focused()).toBe("");
  await host.locator("#send").focus();
  await host.keyboard.press("Shift+Tab");
  expect(await focused()).not.toBe("first");
  await host.evaluate(() => (document.querySelector("#first").disabled = false));
  await first.outline.click();
  expect(await focused()).toBe("first");
});
