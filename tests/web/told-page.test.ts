import { pino } from "pino";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { launchChromium, skipsBrowser } from "../chromium.ts";
import { LEAFLET, QUARRY } from "../quarry-articles.ts";
import { openRealIndex, type RealIndex } from "../real-index.ts";
import { articleFrom } from "../store/article-fixture.ts";

const COUNCIL = articleFrom({
  key: "council",
  recordedAt: "https://media.example/council.mp4",
  entities: [{ name: "Edda Falk" }],
  passages: [{ words: "The meeting was opened." }, { words: "The swimming pool stays open.", by: "Edda Falk" }],
});

describe.skipIf(skipsBrowser("How the reading page tells quotes"))("on the reading page", () => {
  let index: RealIndex;
  let server: RunningServer;
  let browser: Browser;
  const pages: Page[] = [];

  beforeAll(async () => {
    index = await openRealIndex([QUARRY, LEAFLET, COUNCIL]);
    const config = readConfig({ VERBATIM_DATA_DIR: index.directory, VERBATIM_PORT: "0" });
    server = await startServer(config, pino({ level: "silent" }));
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await index?.close();
  });

  async function open(address: string): Promise<Page> {
    const page = await browser.newPage();
    pages.push(page);
    await page.goto(server.url + address);
    return page;
  }
  const hitFor = async (query: string) => {
    const hit = (await open(`/?${new URLSearchParams({ q: query })}`)).locator(".hit").first();
    await hit.waitFor();
    return hit;
  };

  it("a refused statement stands in the sentence that governs it, marked, with a word before it", async () => {
    const hit = await hitFor("sweep the square before Easter");
    expect(await hit.locator(".told").textContent()).toBe("refuses:");
    expect(await hit.locator(".words").textContent()).toBe(
      "Aksel Brink refused to promise to sweep the square before Easter.",
    );
    expect((await hit.locator(".statement").allTextContents()).join("")).toBe("to sweep the square before Easter");
    expect(await hit.locator(".is-verbatim").count()).toBe(0);
  });

  it("words that nobody said look like no quote, and are cited as denied", async () => {
    const page = await open(`/?${new URLSearchParams({ q: "swallow the chapel", assertion: "DENIED" })}`);
    const hit = page.locator(".hit").first();
    await expect.poll(() => hit.locator(".told").textContent()).toBe("denied that it was said:");
    expect(await hit.locator(".voice").textContent()).toBe("In quotation marks");
    expect(await hit.locator(".words").getAttribute("class")).toMatch(/in-sentence is-reported is-held-against/);
    await hit.getByRole("button", { name: "Cite" }).click();
    await hit.getByRole("button", { name: "Text", exact: true }).click();
    const cited = hit.getByRole("textbox", { name: "The citation" });
    expect(await cited.inputValue()).toMatch(
      /^Greta Lund never said “Let the quarry swallow the chapel whole”, as a leaflet has it\. – Greta Lund.* \(denied that it was said\), in: /,
    );
  });

  it("a quote of a recording opens it at the moment, from its card and from its citation", async () => {
    const hit = await hitFor("swimming pool");
    const moment = "https://media.example/council.mp4#t=10,20";
    expect(await hit.getByRole("link", { name: "Hear it at 0:10" }).getAttribute("href")).toBe(moment);
    await hit.getByRole("button", { name: "Cite" }).click();
    await hit.getByRole("button", { name: "Link to the words" }).click();
    expect(await hit.getByRole("textbox", { name: "The citation" }).inputValue()).toBe(moment);
  });

  it("everyone who said it is named, and for whom somebody unnamed speaks", async () => {
    const together = await hitFor("blast the granite only on Mondays");
    expect(await together.locator(".byline").textContent()).toMatch(/^Aksel Brink and Greta Lund/);
    const spokesman = await hitFor("the dust will settle on every roof");
    expect(await spokesman.locator(".byline").textContent()).toBe("a spokesman for Lundfor Greta Lund");
    expect(await spokesman.getByRole("link", { name: "Greta Lund" }).count()).toBe(1);
  });

  it("a speaker who is not sure is perhaps that one", async () => {
    const hit = await hitFor("old machines are tired of the stone");
    expect(await hit.locator(".byline").textContent()).toMatch(/^perhapsAksel Brink/);
  });

  it("the filters keep what was said, or asked, or wanted", async () => {
    const page = await open(`/?${new URLSearchParams({ q: 'publisher:"Osterby Echo"' })}`);
    const group = page.getByRole("group", { name: "Said or not" });
    await group.getByRole("button", { name: /^Refused/ }).waitFor();
    await group.getByRole("button", { name: /^Asked/ }).click();
    await expect.poll(() => page.locator(".hit .told").allTextContents()).toEqual(["asks:"]);
    await page.getByRole("group", { name: "Said for" }).waitFor({ state: "detached" });
  });

  it("an article marks what is denied in words, and shows the chosen one in its sentence", async () => {
    const hit = await hitFor("sweep the square before Easter");
    await hit.locator(".source-title").click();
    const page = hit.page();
    const mark = page.locator(".said.is-held-against", { hasText: "to sweep the square" });
    await mark.waitFor();
    expect(await mark.locator(".initials").textContent()).toMatch(/^AB refuses:Aksel Brink, refuses, paraphrase$/);
    const chosen = page.getByRole("region", { name: "The chosen quote" });
    await expect.poll(() => chosen.locator(".words").textContent()).toMatch(/^Aksel Brink refused to promise to sweep/);
  });

  it("a person's page has what others said for them apart", async () => {
    const hit = await hitFor("the dust will settle on every roof");
    await hit.getByRole("link", { name: "Greta Lund" }).click();
    const apart = hit.page().getByRole("region", { name: "Said for Greta Lund" });
    await apart.waitFor();
    expect(await apart.locator(".words").allTextContents()).toEqual(["The dust will settle on every roof in Osterby"]);
    const told = hit.page().locator(".said-part .told");
    await expect.poll(() => told.allTextContents()).toContain("denied that it was said:");
  });

  it("checking a quote shows who has it and who denies it", async () => {
    const page = await open(`/verify?${new URLSearchParams({ text: "Let the quarry swallow the chapel whole" })}`);
    await expect.poll(() => page.locator("#verdict").textContent()).toContain("Disputed");
    const against = page.getByRole("region", { name: "Against it" });
    expect(await against.locator(".told").textContent()).toBe("denied that it was said:");
    expect(await page.getByRole("region", { name: "In the source" }).locator(".source-title").textContent()).toBe(
      "A leaflet against the councillor",
    );
  });
});
