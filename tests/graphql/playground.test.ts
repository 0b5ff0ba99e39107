import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXAMPLE_TABS } from "../../src/graphql/playground/example-tabs.ts";
import { PLAYGROUND_DIRECTORY } from "../../src/graphql/playground-routes.ts";
import { buildIfStale, launchChromium, skipsBrowser, watch } from "../chromium.ts";
import { articleFrom } from "../store/article-fixture.ts";
import { type GraphqlServer, startGraphqlServer } from "./graphql-server.ts";

const TALKS = articleFrom({
  key: "talks",
  title: "Officers meet in Velmora",
  entities: [{ name: "Teodor Maravin", titles: ["President"] }],
  passages: [
    { words: "Tomorrow you will sit down for a meeting with the NATO commanders.", by: "Teodor Maravin" },
    { words: "The weather over the gulf was fine." },
  ],
});

describe.skipIf(skipsBrowser("The Playground"))("the Playground in a browser", () => {
  let server: GraphqlServer;
  let browser: Browser;

  beforeAll(async () => {
    await buildIfStale(PLAYGROUND_DIRECTORY, "src/graphql/playground/vite.config.ts");
    server = await startGraphqlServer([TALKS]);
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("opens with the worked examples and answers the first, with the network cut", async () => {
    const page = await browser.newPage();
    const seen = watch(page);
    await page.goto(`${server.url}/graphql`);
    await run(page);

    await expect
      .poll(() => page.locator(".result-window").textContent(), { timeout: 20_000 })
      .toMatch(/NATO\s+commanders/);
    expect(await page.locator(".graphiql-tab").count()).toBe(EXAMPLE_TABS.length);
    expect(seen.hosts()).toEqual([new URL(server.url).host]);
    expect(seen.complaints).toEqual([]);
  });

  it("has the words for every field, and remembers what was asked", async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/graphql`);
    await run(page);
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await page.getByRole("link", { name: "Query", exact: true }).click();
    await page.getByRole("link", { name: "verifyQuote", exact: true }).click();
    await expect
      .poll(() => page.locator(".graphiql-doc-explorer").textContent())
      .toMatch(/Paste a quote from anywhere/);
    await page.getByRole("button", { name: "Show History" }).click();
    await expect.poll(() => page.locator(".graphiql-history").textContent()).toMatch(/NatoMeetings/);
  });

  it("has the variables of each example filled in", async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/graphql`);
    await editors(page);
    await page.getByRole("tab", { name: "VerifyAQuote" }).click();
    await expect.poll(() => page.locator(".graphiql-editor-tool").textContent()).toMatch(/Marta.Selk/);
  });

  it("keeps its tabs when it is loaded again", async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/graphql`);
    await run(page);
    await page.reload();
    await editors(page);

    expect(await page.locator(".graphiql-tab").count()).toBe(EXAMPLE_TABS.length);
  });
});

/** The editors are there a moment after the page: they load the tab's query and variables first. */
async function editors(page: Page): Promise<void> {
  await page.locator(".graphiql-query-editor .view-line", { hasText: "NatoMeetings" }).waitFor();
  await page.locator(".graphiql-editor-tool .view-line", { hasText: "question" }).waitFor();
}

async function run(page: Page): Promise<void> {
  await editors(page);
  await page.getByRole("button", { name: /Execute query/ }).click();
}
