import type { ArticleSource, PageResult, ReadFailure } from "../ingest/article-source.ts";
import { decodeCharset } from "../ingest/decode-charset.ts";
import { pageSource, readContentType } from "../ingest/page-source.ts";
import { readFailure } from "../ingest/read-failure.ts";
import { type FetchedBytes, Fetcher, type Validators } from "./fetch-bytes.ts";
import type { GuardOptions } from "./guarded-agent.ts";
import { Pace } from "./pace.ts";
import { type Feed, type FeedItem, parseFeed } from "./parse-feed.ts";
import { RobotRules } from "./robots.ts";

export interface WebOptions {
  readonly maxArticleBytes: number;
  /** What the user says of all pages. */
  readonly details: ArticleSource["details"];
  readonly signal: AbortSignal;
  /** Between two requests to one host, in seconds. */
  readonly leastSeconds: number;
  readonly guard?: GuardOptions;
}

/** A sitemap of sitemaps names the newest first: no more of them are read. */
const MAX_SITEMAPS = 5;

/**
 * Reads pages and feeds of the public web, politely: as robots.txt allows, a pause between requests to one host, and only what
 * has changed since it was read before.
 */
export class WebReader {
  readonly #options: WebOptions;
  readonly #fetcher: Fetcher;
  #robots: RobotRules;
  readonly #pace: Pace;
  readonly #seen = new Map<string, Validators>();

  constructor(options: WebOptions) {
    this.#options = options;
    this.#fetcher = new Fetcher(options.guard);
    this.#robots = new RobotRules(this.#fetcher);
    this.#pace = new Pace(options.leastSeconds);
  }

  /** The pages, then those that the feeds name, each once; what has not changed since the call before is left out. */
  async *read(pages: readonly string[], feeds: readonly string[]): AsyncGenerator<PageResult> {
    const read = new Set<string>();
    // Rules that were read days ago are none any more (RFC 9309, 2.4).
    this.#robots = new RobotRules(this.#fetcher);
    for (const url of pages) yield* this.#page({ url, publishedAt: null }, null, read);
    for (const url of feeds) yield* this.#feed(url, read, MAX_SITEMAPS);
  }

  close(): Promise<void> {
    return this.#fetcher.close();
  }

  async *#feed(url: string, read: Set<string>, sitemaps: number): AsyncGenerator<PageResult> {
    if (read.has(url)) return;
    read.add(url);
    const feed = await this.#attempt(url, async (fetched) => parseFeed(decoded(fetched), fetched.url));
    if (feed === null) return;
    if ("error" in feed) return yield feed;
    for (const item of feed.items) yield* this.#page(item, feed, read);
    for (const sitemap of feed.sitemaps.slice(0, sitemaps)) yield* this.#feed(sitemap, read, 0);
  }

  async *#page(item: FeedItem, feed: Feed | null, read: Set<string>): AsyncGenerator<PageResult> {
    if (read.has(item.url)) return;
    read.add(item.url);
    const { details } = this.#options;
    const fallback = { publisher: feed?.title, publishedAt: item.publishedAt };
    const result = await this.#attempt(item.url, async (fetched) => ({
      source: pageSource(fetched, details, fallback),
    }));
    if (result !== null) yield result;
  }

  /** Null for what has not changed, and once the signal has ended the work. */
  async #attempt<T>(url: string, use: (fetched: FetchedBytes) => Promise<T>): Promise<T | ReadFailure | null> {
    const { signal, maxArticleBytes } = this.#options;
    if (signal.aborted) return null;
    try {
      const permit = (address: URL) => this.#permit(address);
      const since = this.#seen.get(url);
      const fetched = await this.#fetcher.fetch({ url, maxBytes: maxArticleBytes, since, signal, permit });
      if (fetched === null) return null;
      const result = await use(fetched);
      this.#seen.set(url, fetched);
      return result;
    } catch (error) {
      return signal.aborted ? null : readFailure(url, error);
    }
  }

  async #permit(url: URL): Promise<void> {
    const { signal } = this.#options;
    await this.#robots.check(url, signal);
    await this.#pace.wait(url, await this.#robots.delay(url, signal), signal);
  }
}

/** Feeds are XML or JSON, which are UTF-8 unless they say otherwise. */
function decoded({ bytes, contentType }: FetchedBytes): string {
  const declared =
    readContentType(contentType).charset ??
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/.exec(Buffer.from(bytes.subarray(0, 200)).toString("latin1"))?.[1];
  try {
    return decodeCharset(bytes, declared ?? "utf-8");
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
