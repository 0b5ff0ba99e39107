import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { firstHit, type OpenPage, type Site, searchFor } from "./site.ts";

export function reading({ open }: Site): void {
  /** The article of the harbour fee, from a question. */
  async function openArticle(): Promise<OpenPage> {
    const opened = await open(searchFor("who opposed the harbour fee"));
    await firstHit(opened.page).locator(".source-title").click();
    await opened.page.getByRole("heading", { name: /^Port Ansel puts off/ }).waitFor();
    return opened;
  }
  const chosen = (page: Page) => page.getByRole("region", { name: "The chosen quote" });

  it("brings the words of a hit into view, and tells who said them", async () => {
    const { page } = await openArticle();
    const sought = page.locator(".said.is-sought").first();
    await expect.poll(() => sought.textContent()).toMatch(/We oppose this fee/);
    expect((await sought.boundingBox())?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
    await expect.poll(() => chosen(page).textContent()).toMatch(/Marta Selk.*The article has “Selk … said”/s);
  });

  it("puts marks around the words of what is close in meaning, and not around the article's", async () => {
    const { page } = await open(searchFor("my grandfather drained that field"));
    await firstHit(page).locator(".source-title").click();
    const close = page.getByRole("region", { name: "Close in meaning" }).getByRole("link");
    await close.first().waitFor();
    const quoted = (await close.allTextContents()).filter((words) => words.startsWith("“"));
    expect(quoted.length).toBeGreaterThan(0);
    for (const words of quoted) expect(words.slice(1, -1)).not.toMatch(/["“”]|\bsaid\b/);
  });

  it("shows the article to the letter, each part of a split quote marked", async () => {
    const { page } = await openArticle();
    const [, id = ""] = /article\/(\w+)/.exec(page.url()) ?? [];
    expect(await shownParagraphs(page)).toEqual(await paragraphsOf(id, page));
    const [first, second] = await page.locator(".said", { hasText: /one bell|already cracked/ }).all();
    expect(await first?.getAttribute("data-quote")).toBe(await second?.getAttribute("data-quote"));
  });

  it("chooses a quote by its words, and steps to the next", async () => {
    const { page } = await openArticle();
    await page.locator(".said", { hasText: "one bell" }).click({ position: { x: 60, y: 10 } });
    await expect.poll(() => chosen(page).textContent()).toMatch(/Jon Arvid/);
    await chosen(page).getByRole("button", { name: "Next quote" }).click();
    await expect.poll(() => chosen(page).textContent()).toMatch(/Piet Osterman/);
  });

  it("chooses a quote by the keyboard, and Escape leads back to it", async () => {
    const { page } = await openArticle();
    const link = page.getByRole("link", { name: "Jon Arvid, verbatim" });
    await link.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => chosen(page).evaluate((card) => card === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => link.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => new URL(page.url()).hash).toBe("");
  });

  it("sets off the quotes of one speaker, and keeps that in the address", async () => {
    const { page } = await openArticle();
    await page.getByRole("button", { name: /^\d quotes of Rosalind Feeney/ }).click();
    const clear = page.locator(".said:not(.is-muted)");
    await expect.poll(() => clear.count()).toBeGreaterThan(2);
    for (const label of await clear.locator(".initials > [aria-hidden]").allTextContents()) expect(label).toBe("RF");
    await expect.poll(() => new URL(page.url()).searchParams.has("speaker")).toBe(true);
    await page.goBack();
    await expect.poll(() => page.locator(".said.is-muted").count()).toBe(0);
  });

  it("leads on to the speaker, whose quotes stand under their articles in the order of time", async () => {
    const { page } = await openArticle();
    await page.getByRole("link", { name: "Henrike Dahl", exact: true }).first().click();
    await page.getByRole("heading", { level: 1, name: "Henrike Dahl" }).waitFor();
    const titles = () => page.locator(".occasion .source-title").allTextContents();
    await expect.poll(async () => (await titles())[0]).toBe("Port Ansel adopts lower harbour fee");
    await page.getByRole("radio", { name: "Oldest first" }).check();
    await expect.poll(() => page.url()).toContain("order=OLDEST");
    await page.getByRole("searchbox").fill("rubbish of the guests");
    await expect.poll(() => firstHit(page).textContent()).toMatch(/rubbish of 900,000 guests/);
  });

  it("keeps what a speaker said in one month", async () => {
    const { page } = await open("/");
    await page.getByRole("link", { name: "Casimir Holt" }).click();
    await page.getByRole("heading", { level: 1, name: "Casimir Holt" }).waitFor();
    await page.getByRole("button", { name: /^March 2024: \d/ }).click();
    await expect
      .poll(() => page.locator(".occasion").allTextContents())
      .toEqual([expect.stringContaining("11 March 2024")]);
  });
}

/** The text that the page shows, without the initials before each quote. */
const shownParagraphs = (page: Page): Promise<readonly string[]> =>
  page.locator(".reading-text").evaluate((text) => {
    const copy = text.cloneNode(true) as HTMLElement;
    for (const initials of Array.from(copy.querySelectorAll(".initials"))) initials.remove();
    return Array.from(copy.querySelectorAll("p"), ({ textContent }) => textContent ?? "");
  });

/** The article's text as the server has it. */
async function paragraphsOf(id: string, page: Page): Promise<readonly string[]> {
  const data = { query: "query ($id: ID!) { article(id: $id) { paragraphs { text } } }", variables: { id } };
  const answer = await page.request.post(new URL("/graphql", page.url()).href, { data });
  const { data: found } = (await answer.json()) as { data: { article: { paragraphs: { text: string }[] } } };
  return found.article.paragraphs.map(({ text }) => text);
}
