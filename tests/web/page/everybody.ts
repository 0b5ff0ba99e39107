import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { firstHit, QUESTION, type Site, searchFor, violations, widthOf } from "./site.ts";

/** The narrowest phone in wide use, in pixels. */
const PHONE = { viewport: { width: 360, height: 740 } };
/** Tabs that a reader may need from the box to the first hit: the filters stand between. */
const MAX_TABS = 80;

/** The page for those who do without a mouse, without colours, without sight, on a phone. */
export function everybody({ open }: Site): void {
  it("is used by the keyboard alone", async () => {
    const { page } = await open("/");
    await page.getByRole("heading", { name: "Latest articles" }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("flood defences");
    await page.keyboard.press("Enter");
    await firstHit(page).waitFor();
    const cite = firstHit(page).getByRole("button", { name: "Cite" });
    for (let tabs = 0; tabs < MAX_TABS && !(await hasFocus(cite)); tabs++) await page.keyboard.press("Tab");
    const outline = await cite.evaluate((button) => getComputedStyle(button).outlineStyle);
    expect(outline).not.toBe("none");
    await page.keyboard.press("Enter");
    await firstHit(page).getByRole("button", { name: "BibTeX" }).waitFor();
  });

  it("skips to the content", async () => {
    const { page } = await open(searchFor(QUESTION));
    await firstHit(page).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => hasFocus(page.getByRole("main"))).toBe(true);
  });

  it.each(["light", "dark"] as const)("has nothing that axe objects to on any page, %s", async (colorScheme) => {
    const { page } = await open(searchFor(QUESTION, { view: "SPEAKER" }), { colorScheme, bypassCSP: true });
    await firstHit(page).getByRole("button", { name: "Cite" }).click();
    await firstHit(page).getByRole("button", { name: "Text", exact: true }).click();
    await firstHit(page).getByRole("button", { name: "In context" }).click();
    await page.getByRole("region", { name: "The paragraphs around" }).waitFor();
    expect(await violations(page)).toEqual([]);

    await firstHit(page).locator(".source-title").click();
    await page.getByRole("heading", { name: "Close in meaning" }).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole("link", { name: "Teodor Maravin", exact: true }).first().click();
    await firstHit(page).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole("link", { name: "Check a quote" }).click();
    await page.getByLabel("The words").fill("We oppose this tax, and we will not oppose it in May");
    await page.getByRole("button", { name: "Check" }).click();
    await page.locator("#verdict").waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole("link", { name: "Verbatim", exact: true }).click();
    await page.getByRole("heading", { name: "Latest articles" }).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole("searchbox").fill("NATO ".repeat(300));
    await page.getByRole("alert").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("fits a phone, where the filters are folded", async () => {
    const { page } = await open(searchFor("flood defences"), PHONE);
    await firstHit(page).waitFor();
    expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.viewport.width);
    const chip = page.getByRole("button", { name: /^Karel Voss/ });
    expect(await chip.isVisible()).toBe(false);
    await page.getByText("Filters", { exact: true }).click();
    await chip.click();
    await page.getByText("Filters (1)").waitFor();
    await firstHit(page).locator(".source-title").click();
    await page.getByRole("region", { name: "The chosen quote" }).waitFor();
    expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.viewport.width);
  });
}

const hasFocus = (element: ReturnType<Page["locator"]>): Promise<boolean> =>
  element.evaluate((node) => node === document.activeElement);
