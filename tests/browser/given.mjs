// Files that the page gives as downloads, of which Playwright hears only in today's Chromium.

/** Begins to note them; gives what tells the last one. */
export async function given(page) {
  await page.evaluate(() => {
    const { createObjectURL } = URL;
    let blob;
    URL.createObjectURL = (content) => createObjectURL.call(URL, (blob = content));
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      window.given = { name: this.download, blob };
      click.call(this);
    };
  });
  return () =>
    page.evaluate(
      async () => window.given && { name: window.given.name, text: await window.given.blob.text() },
    );
}
