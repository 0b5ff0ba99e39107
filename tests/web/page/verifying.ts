import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { Site } from "./site.ts";

export function verifying({ open }: Site): void {
  const verdict = (page: Page) => page.locator("#verdict");

  it("shows what was changed in a quote, in lines as well as in colours, and where it stands", async () => {
    const { page } = await open("/");
    await page.getByRole("link", { name: "Check a quote" }).click();
    await page.getByLabel("The words").fill("We oppose this tax, and we will not oppose it in May");
    await page.getByLabel(/^Said by/).fill("Marta Selk");
    await page.getByRole("button", { name: "Check" }).click();
    await expect.poll(() => verdict(page).textContent()).toContain("Said, but not in these words");
    const diff = page.locator(".diff blockquote");
    expect(await diff.locator("del").allTextContents()).toEqual(["tax", "not"]);
    expect(await diff.locator("ins").allTextContents()).toEqual(["fee"]);
    const lineOf = (tag: string) =>
      diff
        .locator(tag)
        .first()
        .evaluate((words) => getComputedStyle(words).textDecorationLine);
    expect([await lineOf("del"), await lineOf("ins")]).toEqual(["line-through", "underline"]);
    expect(await page.locator(".in-place mark").textContent()).toBe("We oppose this fee, and we will oppose it in May");
    await page.locator(".outcome .source-title").click();
    await page.locator(".said.is-sought", { hasText: "We oppose this fee" }).waitFor();
    await page.goBack();
    await expect.poll(() => verdict(page).textContent()).toContain("Said, but not in these words");
  });

  it("says so of words that were said, whatever marks they come in", async () => {
    const { page } = await open("/verify");
    await page.getByLabel("The words").fill('"There is no such thing as a free metre" - Feeney');
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => verdict(page).textContent()).toContain("Said in these words");
    await expect.poll(() => page.getByRole("status").textContent()).toBe("Said in these words");
    expect(await page.locator(".diff").count()).toBe(0);
  });

  it("says so of words that nobody said", async () => {
    const { page } = await open(
      `/verify?${new URLSearchParams({ text: "Bananas shall be legal tender from Tuesday" })}`,
    );
    await expect.poll(() => verdict(page).textContent()).toContain("Not found");
    expect(await page.getByLabel("The words").inputValue()).toMatch(/^Bananas/);
  });
}
