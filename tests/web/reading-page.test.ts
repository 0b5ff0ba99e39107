import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { type RunningServer, startServer } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { launchChromium, skipsBrowser, watch } from "../chromium.ts";
import { citing } from "./page/citing.ts";
import { drafting } from "./page/drafting.ts";
import { everybody } from "./page/everybody.ts";
import { failing } from "./page/failing.ts";
import { reading } from "./page/reading.ts";
import { safety } from "./page/safety.ts";
import { searching } from "./page/searching.ts";
import type { OpenPage, Site } from "./page/site.ts";
import { verifying } from "./page/verifying.ts";

describe.skipIf(skipsBrowser("The reading page"))("the reading page in a browser", () => {
  const directory = mkdtempSync(join(tmpdir(), "verbatim-web-"));
  const contexts = new Map<string, BrowserContext>();
  const pages: Page[] = [];
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    const config = readConfig({ VERBATIM_DATA_DIR: directory, VERBATIM_PORT: "0" });
    server = await startServer(config, pino({ level: "silent" }));
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function open(address: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
    const key = JSON.stringify(options);
    const context = contexts.get(key) ?? (await browser.newContext(options));
    contexts.set(key, context);
    const page = await context.newPage();
    pages.push(page);
    const seen = watch(page);
    await page.goto(server.url + address);
    return { page, seen };
  }

  const site: Site = { url: () => server.url, open };
  describe("searching", () => searching(site));
  describe("reading", () => reading(site));
  describe("citing", () => citing(site));
  describe("verifying", () => verifying(site));
  describe("checking a draft", () => drafting(site));
  describe("failing", () => failing(site));
  describe("for everybody", () => everybody(site));
  describe("safety", () => safety(site));
});
