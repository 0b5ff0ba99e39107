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
