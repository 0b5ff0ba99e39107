import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { firstHit, type Site, searchFor } from "./site.ts";

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

export function citing({ open }: Site): void {
  it("copies a citation in every format", async () => {
    const { page } = await open(searchFor("dredging would begin in October"), CLIPBOARD);
    await firstHit(page).getByRole("button", { name: "Cite" }).click();
    const copied = async (format: string) => {
      await firstHit(page).getByRole("button", { name: format, exact: true }).click();
      await expect.poll(() => firstHit(page).getByRole("status").textContent()).toMatch(new RegExp(format, "i"));
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const source = /Port Ansel adopts lower harbour fee.*Kestrian News Agency, 2 May 2024/s;
    expect(await copied("Text")).toMatch(source);
    expect(await copied("Markdown")).toMatch(source);
    expect(await copied("BibTeX")).toMatch(/^@misc\{\w+2024ansel,\n {2}author = \{\{Kestrian News Agency\}\}/);
    expect(await copied("Link to the words")).toMatch(/^https?:\/\/\S+#(?::~:text=|quote-|paragraph-)\S+$/);
  });

  it.each([
    ["a search", searchFor("harbour fee", { publisher: "Kestrian News Agency" }), "search.csv", /harbour-fee/],
    ["an article", searchFor("who opposed the harbour fee"), "article.csv", /DIRECT.*Marta Selk/],
  ])("saves all quotes of %s as a file", async (name, address, file, row) => {
    const { page } = await open(address);
    await firstHit(page).waitFor();
    if (name === "an article") await firstHit(page).locator(".source-title").click();
    await page.locator(".export summary").click();
    const link = page.getByRole("link", { name: "CSV", exact: true });
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toBe(file);
    const text = await readFile(await download.path(), "utf8");
    expect(text).toMatch(/^\ufeffid,text,kind,/);
    expect(text).toMatch(row);
  });

  it("shows the citation to be copied by hand where the browser refuses", async () => {
    const { page } = await open(searchFor("dredging would begin in October"));
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await firstHit(page).getByRole("button", { name: "Cite" }).click();
    await firstHit(page).getByRole("button", { name: "Text", exact: true }).click();
    await expect.poll(() => firstHit(page).getByRole("status").textContent()).toMatch(/by hand/);
    const field = firstHit(page).getByRole("textbox", { name: "The citation" });
    const selected = await field.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart);
    expect(selected).toBe((await field.inputValue()).length);
  });
}
