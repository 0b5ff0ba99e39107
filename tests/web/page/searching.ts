import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { PAGE_SIZE } from "../../../src/web/page/navigation/parameters.ts";
import { firstHit, QUESTION, type Site, searchFor } from "./site.ts";

export function searching({ url, open }: Site): void {
  it("answers as one types, with the words, the speaker and the article, and asks no other host", async () => {
    const { page, seen } = await open("/");
    await page.getByRole("searchbox").pressSequentially(QUESTION);
    await expect.poll(() => firstHit(page).textContent()).toMatch(/Viktor Orlanov.*NATO Military Committee/s);
    expect(await firstHit(page).locator("mark").allTextContents()).toContain("NATO");
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe(QUESTION);
    expect(seen.hosts()).toEqual([new URL(url()).host]);
    expect(seen.complaints).toEqual([]);
  });

  it("tells those who listen how many passages there are", async () => {
    const { page } = await open(searchFor("the"));
    await expect.poll(() => page.getByRole("status").first().textContent()).toMatch(/^The best 10 of \d+ passages$/);
  });

  it("shows the paragraphs around a hit, keeps them in the address, and hides them again", async () => {
    const { page } = await open(searchFor("terrorism in the desert"));
    await firstHit(page).getByRole("button", { name: "In context" }).click();
    const around = firstHit(page).getByRole("region", { name: "The paragraphs around" });
    await expect.poll(() => around.textContent()).toMatch(/chairman of the NATO Military Committee/);
    await page.reload();
    await around.waitFor();
    await firstHit(page).getByRole("button", { name: "In context" }).click();
    await expect.poll(() => around.count()).toBe(0);
  });

  it("keeps one speaker's words by a chip that says how many there are, and goes back to all", async () => {
    const { page } = await open(searchFor("what do the night trains cost"));
    const speakers = page.getByRole("group", { name: "Who said it" }).getByRole("button");
    const chip = speakers.filter({ hasText: "Liv Hartmann" });
    const count = Number((await chip.locator(".chip-count").textContent()) ?? "");
    await chip.click();
    const shown = Math.min(count, PAGE_SIZE);
    await expect.poll(() => speakersOf(page)).toEqual(Array.from({ length: shown }, () => "Liv Hartmann"));
    // What other speakers would add stands beside: their numbers are those without this filter.
    expect(await speakers.count()).toBeGreaterThan(1);
    await page.goBack();
    await expect.poll(async () => new Set(await speakersOf(page)).size).toBeGreaterThan(1);
  });

  it("keeps the article's own words or the speakers', as one chooses", async () => {
    const { page } = await open(searchFor("the harbour fee"));
    await page.getByRole("button", { name: /^The article’s own words/ }).click();
    const voices = () => page.locator(".hit .voice").allTextContents();
    await expect.poll(async () => new Set(await voices())).toEqual(new Set(["The article’s own words"]));
    await page.getByRole("button", { name: /^Verbatim ?, \d/ }).click();
    await expect.poll(async () => new Set(await voices())).toEqual(new Set(["The article’s own words", "Verbatim"]));
  });

  it("keeps one month by its bar, reached by the arrow keys", async () => {
    const { page } = await open(searchFor("town"));
    await page.getByRole("button", { name: /^May 2024: \d/ }).focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    const months = async () =>
      new Set((await page.locator(".hit time").allTextContents()).map((date) => date.slice(-10)));
    await expect.poll(months).toEqual(new Set(["March 2024"]));
    await expect.poll(() => new URL(page.url()).search).toContain("from=2024-03&to=2024-03");
    await page.getByRole("button", { name: "All time" }).click();
    await expect.poll(() => new URL(page.url()).search).not.toContain("from=");
  });

  it("says how it understood a question with conditions in it", async () => {
    const { page } = await open(searchFor('"free metre" -mussel speaker:Feeney'));
    await expect
      .poll(() => page.locator(".reading-line").textContent())
      .toBe("Understood as: only words of Rosalind Feeney; with “free metre” word for word; without “mussel”.");
    expect(await firstHit(page).locator("mark").allTextContents()).toContain("free metre");
  });

  it("keeps to the time that a question names, by a chip that takes it out of the question", async () => {
    const { page } = await open(searchFor("harbour fee in May 2024"));
    const chip = page.getByRole("button", { name: /^Published 2024-05-01 to 2024-05-31/ });
    await chip.waitFor();
    const months = async () =>
      new Set((await page.locator(".hit time").allTextContents()).map((date) => date.slice(-8)));
    await expect.poll(months).toEqual(new Set(["May 2024"]));
    await chip.click();
    await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("harbour fee");
    expect(new URL(page.url()).searchParams.get("q")).toBe("harbour fee");
    await chip.waitFor({ state: "detached" });
  });

  it("puts hits together by speaker, by the arrow keys", async () => {
    const { page } = await open(searchFor("the harbour fee"));
    await page.getByRole("radio", { name: "Best first" }).focus();
    await page.keyboard.press("ArrowRight");
    const group = page.getByRole("region", { name: "Marta Selk" });
    await expect.poll(() => group.locator(".hit").count()).toBeGreaterThan(1);
    expect(await group.getByRole("heading", { level: 2 }).textContent()).toBe("Marta Selk");
    await expect.poll(() => new URL(page.url()).searchParams.get("view")).toBe("SPEAKER");
  });

  it("says so when filters leave nothing, and takes them away", async () => {
    const { page } = await open(searchFor("harbour fee", { from: "1999-01", to: "1999-12" }));
    await page.getByRole("heading", { name: "Nothing found" }).waitFor();
    await page.getByRole("link", { name: "Search without them" }).click();
    await firstHit(page).waitFor();
  });

  it("makes one step back of a question, however it was typed", async () => {
    const { page } = await open(searchFor("harbour fee"));
    await firstHit(page).waitFor();
    await page.getByRole("searchbox").fill("");
    // Slower than the pause that makes a question: each key is one.
    await page.getByRole("searchbox").pressSequentially("flood", { delay: 250 });
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("flood");
    await page.goBack();
    await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("harbour fee");
  });

  it("finds its place again when one comes back from an article", async () => {
    const { page } = await open(searchFor("harbour fee"));
    await page.locator(".hit").nth(6).locator(".source-title").click();
    await page.locator(".reading-text").waitFor();
    await page.goBack();
    await firstHit(page).waitFor();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(200);
  });

  it("opens its query in the Playground, variables filled in", async () => {
    const { page } = await open(searchFor(QUESTION, { publisher: "Velmora Courier" }));
    await page.getByRole("link", { name: "Open in the Playground" }).click();
    const [query, variables] = [page.locator(".graphiql-editor").first(), page.locator(".graphiql-editor").nth(1)];
    await expect.poll(() => query.textContent(), { timeout: 20_000 }).toMatch(/search\(/);
    await expect.poll(() => variables.textContent()).toMatch(/NATO.*Velmora.Courier/s);
  });
}

const speakersOf = (page: Page): Promise<readonly string[]> => page.locator(".hit .byline-name").allTextContents();
