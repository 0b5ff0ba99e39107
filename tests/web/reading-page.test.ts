import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { pino } from "pino";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { WEB_DIRECTORY } from "../../src/web/web-routes.ts";
import { buildBundle, launchChromium, skipsBrowser, watch } from "../chromium.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const QUESTION = "what was said about NATO meetings";

describe.skipIf(skipsBrowser("The reading page"))("the reading page in a browser", () => {
  const directory = mkdtempSync(join(tmpdir(), "verbatim-web-"));
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    await buildBundle("src/web/vite.config.ts");
    const config = readConfig({ VERBATIM_DATA_DIR: directory, VERBATIM_PORT: "0" });
    server = await startServer(config, pino({ level: "silent" }));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  /** A page at an address of the server, in a context of its own. */
  async function open(address: string, options: BrowserContextOptions = {}) {
    const page = await (await browser.newContext(options)).newPage();
    const seen = watch(page);
    await page.goto(server.url + address);
    return { page, seen };
  }

  const searchAddress = (query: string) => `/?${new URLSearchParams({ q: query })}`;
  const firstHit = (page: Page) => page.locator(".hit").first();

  it("answers as one types, with the words, the speaker and the article, and asks no other host", async () => {
    const { page, seen } = await open("/");
    await page.getByRole("searchbox").pressSequentially(QUESTION);
    await expect.poll(() => firstHit(page).textContent()).toMatch(/Viktor Orlanov.*NATO Military Committee/s);
    expect(await firstHit(page).locator("mark").allTextContents()).toContain("NATO");
    expect(new URL(page.url()).searchParams.get("q")).toBe(QUESTION);
    expect(seen.hosts()).toEqual([new URL(server.url).host]);
    expect(seen.complaints).toEqual([]);
  });

  it("shows the paragraphs around a hit, and hides them again", async () => {
    const { page } = await open(searchAddress("terrorism in the desert"));
    const toggle = firstHit(page).getByRole("button", { name: "In context" });
    await toggle.click();
    const around = firstHit(page).getByRole("region", { name: "The paragraphs around" });
    await expect.poll(() => around.textContent()).toMatch(/chairman of the NATO Military Committee/);
    await toggle.click();
    await expect.poll(() => around.count()).toBe(0);
  });

  it("keeps one speaker's words by a chip, and the back button brings the others back", async () => {
    const { page } = await open(searchAddress("the harbour fee"));
    await page.getByRole("button", { name: /Marta Selk/ }).click();
    await expect
      .poll(async () => new Set(await page.locator(".hit .byline a").allTextContents()))
      .toEqual(new Set(["Marta Selk"]));
    await page.goBack();
    await expect
      .poll(async () => new Set(await page.locator(".hit .byline a").allTextContents()).size)
      .toBeGreaterThan(1);
  });

  it("leads to the article with its quotes marked, and to the speaker's page with their quotes", async () => {
    const { page } = await open(searchAddress("who opposed the harbour fee"));
    await firstHit(page).locator(".source-title").click();
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toMatch(/Port Ansel puts off/);
    await page.getByRole("link", { name: "Marta Selk" }).first().click();
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("Marta Selk");
    await expect.poll(() => page.locator("main").textContent()).toMatch(/We oppose this fee/);
  });

  it("is used by the keyboard alone", async () => {
    const { page } = await open("/");
    const isFocused = () => page.getByRole("searchbox").evaluate((box) => box === document.activeElement);
    await expect.poll(async () => (await isFocused()) || void (await page.keyboard.press("/"))).toBe(true);
    await page.keyboard.type("flood defences");
    await page.keyboard.press("Enter");
    await firstHit(page).waitFor();
    const toggle = firstHit(page).getByRole("button", { name: "In context" });
    for (
      let presses = 0;
      presses < 60 && !(await toggle.evaluate((button) => button === document.activeElement));
      presses++
    ) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await firstHit(page).getByRole("region", { name: "The paragraphs around" }).waitFor();
  });

  it("copies a citation in every format", async () => {
    const { page } = await open(searchAddress("who opposed the harbour fee"), {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const copied = async (format: string) => {
      await firstHit(page).getByRole("button", { name: format, exact: true }).click();
      await expect.poll(() => firstHit(page).getByRole("status").textContent()).toMatch(new RegExp(format, "i"));
      return page.evaluate(() => navigator.clipboard.readText());
    };
    await firstHit(page).getByRole("button", { name: "Cite" }).click();
    expect(await copied("Text")).toMatch(/“We oppose this fee.*Marta Selk.*Port Ansel puts off/s);
    expect(await copied("Markdown")).toMatch(/^> “We oppose this fee.*> — Marta Selk/s);
    expect(await copied("BibTeX")).toMatch(/^@misc\{selk.*We oppose this fee/s);
    expect(await copied("Link to the words")).toMatch(/\/article\/\w+#quote-\w+$/);
  });

  it("says so when nothing is there: an unknown article, a page that is none", async () => {
    const { page } = await open("/article/QXJ0aWNsZTpub25l");
    await expect.poll(() => page.locator("main").textContent()).toMatch(/not|no /i);
    const { page: stray } = await open("/person/no-id");
    await expect.poll(() => stray.locator("main").textContent()).toMatch(/is not an id|not/i);
  });

  it("repeats the server's sentence when a question can't be answered", async () => {
    const { page } = await open(searchAddress("NATO ".repeat(300)));
    await expect.poll(() => page.getByRole("alert").textContent()).toMatch(/has 1500 characters; at most 1000/);
    await page.getByRole("searchbox").fill("NATO");
    await firstHit(page).waitFor();
  });

  it("says so when the server is away, and goes on when it is back", async () => {
    const { page } = await open("/");
    await page.getByRole("heading", { name: "Latest articles" }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole("searchbox").fill("flood defences");
    await expect.poll(() => page.getByRole("alert").textContent()).toMatch(/does not answer/);
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await firstHit(page).waitFor();
  });

  it("says so when filters leave nothing, and takes them away", async () => {
    const { page } = await open(`${searchAddress("harbour fee")}&kind=PARAGRAPH`);
    await page.getByRole("button", { name: /Marta Selk/ }).click();
    await page.getByRole("heading", { name: "Nothing found" }).waitFor();
    await page.getByRole("link", { name: "Search without them" }).click();
    await firstHit(page).waitFor();
  });

  it("makes one step back of a question, however it was typed", async () => {
    const { page } = await open(searchAddress("harbour fee"));
    await firstHit(page).waitFor();
    await page.getByRole("searchbox").fill("");
    await page.getByRole("searchbox").pressSequentially("flood defences", { delay: 250 });
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("flood defences");
    await page.goBack();
    await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("harbour fee");
  });

  it("finds its place again when one comes back from an article", async () => {
    const { page } = await open(searchAddress("harbour fee"));
    await page.locator(".hit").nth(6).locator(".source-title").click();
    await page.locator(".reading-text").waitFor();
    await page.goBack();
    await firstHit(page).waitFor();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(200);
  });

  it("brings the words of a hit into view in the article", async () => {
    const { page } = await open(searchAddress("terrorism in the desert"));
    await firstHit(page).locator(".source-title").click();
    const sought = page.locator(".said.is-sought").first();
    await expect.poll(() => sought.textContent()).toMatch(/I thank you, Teodor/);
    const box = await sought.boundingBox();
    expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
  });

  it("opens its query in the Playground", async () => {
    const { page } = await open(searchAddress(QUESTION));
    await page.getByRole("link", { name: "Open in the Playground" }).click();
    const [query, variables] = [page.locator(".graphiql-editor").first(), page.locator(".graphiql-editor").nth(1)];
    await expect.poll(() => query.textContent(), { timeout: 20_000 }).toMatch(/search\(/);
    await expect.poll(() => variables.textContent()).toMatch(/NATO/);
  });

  it("needs less than 100 kB of script", () => {
    const assets = join(WEB_DIRECTORY, "assets");
    const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));
    const bytes = scripts.map((name) => gzipSync(readFileSync(join(assets, name))).length);
    expect(bytes.reduce((sum, length) => sum + length, 0)).toBeLessThan(100_000);
  });

  it.each(["light", "dark"] as const)("has nothing that axe objects to on any page, %s", async (colorScheme) => {
    const { page } = await open(searchAddress(QUESTION), { colorScheme, bypassCSP: true });
    await firstHit(page).waitFor();
    expect(await violations(page)).toEqual([]);
    await firstHit(page).locator(".source-title").click();
    await page.locator("article, .article").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(server.url);
    await page.getByRole("heading", { name: "Latest articles" }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("fits a phone without scrolling sideways", async () => {
    const { page } = await open(searchAddress("flood defences"), { viewport: { width: 360, height: 740 } });
    await firstHit(page).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

/** What axe finds wrong, one line a rule. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const run = "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))";
  return page.evaluate<string[]>(run);
}
