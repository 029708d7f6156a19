// The oldest browser in use: one build for all.

import { WAYS, test } from "./page.mjs";

for (const way of WAYS) {
  test.describe(`opened from ${way}`, () => {
    test.use({ way });

    test("what is typed is shown", async ({ tool, page }) => {
      await tool.outline.focus();
      await page.keyboard.type("## 甲\n\n- 修渠\n- 护林");
      await tool.shows(["一、甲", "一是修渠；二是护林。"]);
    });
  });
}
