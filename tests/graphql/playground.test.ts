import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXAMPLE_TABS } from "../../src/graphql/playground/example-tabs.ts";
import { PLAYGROUND_DIRECTORY } from "../../src/graphql/playground-routes.ts";
import { articleFrom } from "../store/article-fixture.ts";
import { type GraphqlServer, startGraphqlServer } from "./graphql-server.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const IN_CI = process.env.CI === "true";

const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const TALKS = articleFrom({
  key: "talks",
  title: "Officers meet in Velmora",
  entities: [{ name: "Teodor Maravin", titles: ["President"] }],
  passages: [
    { words: "Tomorrow you will sit down for a meeting with the NATO commanders.", by: "Teodor Maravin" },
    { words: "The weather over the gulf was fine." },
  ],
});

if (!CHROMIUM && !IN_CI) console.log("The Playground is not tried in a browser: no Chromium in /usr/bin.");

describe.skipIf(!CHROMIUM && !IN_CI)("the Playground in a browser", () => {
  let server: GraphqlServer;
  let browser: Browser;

  beforeAll(async () => {
    if (!CHROMIUM) throw new Error("No Chromium in /usr/bin: install the package chromium.");
    await buildOnce();
    server = await startGraphqlServer([TALKS]);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("opens with the worked examples, and answers the first", async () => {
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

/** `npm run build`, where it was not run yet. */
async function buildOnce(): Promise<void> {
  if (existsSync(join(PLAYGROUND_DIRECTORY, "index.html"))) return;
  const configFile = fileURLToPath(new URL("../../src/graphql/playground/vite.config.ts", import.meta.url));
  await build({ configFile, logLevel: "warn" });
}

/** What the page asks for, and what goes wrong on it. */
function watch(page: Page) {
  const urls: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => void urls.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => void complaints.push(String(error)));
  const hosts = () => [...new Set(urls.filter((url) => url.startsWith("http")).map((url) => new URL(url).host))];
  return { complaints, hosts };
}
