import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import type { watch } from "../../chromium.ts";

/** The reading page on a server of its own, in a browser. */
export interface Site {
  /** Where it answers; known once the tests run. */
  readonly url: () => string;
  /** A page at an address of the server. Pages with the same options share what the browser keeps. */
  readonly open: (address: string, options?: BrowserContextOptions) => Promise<OpenPage>;
}

export interface OpenPage {
  readonly page: Page;
  /** What it has asked for, and what went wrong on it. */
  readonly seen: ReturnType<typeof watch>;
}

export const QUESTION = "what was said about NATO meetings";

export const searchFor = (query: string, more: Readonly<Record<string, string>> = {}): string =>
  `/?${new URLSearchParams({ q: query, ...more })}`;

export const firstHit = (page: Page) => page.locator(".hit").first();

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

/** What axe finds wrong, one line a rule. */
export async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  const run = "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))";
  return page.evaluate<string[]>(run);
}
