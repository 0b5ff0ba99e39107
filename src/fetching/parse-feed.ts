import { Parser, parseFeed as parseXmlFeed } from "htmlparser2";
import { z } from "zod";
import { VerbatimError } from "../errors.ts";

/** A page that a feed or a sitemap names. */
export interface FeedItem {
  readonly url: string;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string | null;
}

export interface Feed {
  /** What it calls itself: the publication. */
  readonly title: string | null;
  readonly items: readonly FeedItem[];
  /** Other sitemaps that this one lists. */
  readonly sitemaps: readonly string[];
}

/** The newest that a feed names; an archive of years is no feed. */
const MAX_ITEMS = 1_000;

const JSON_FEED = z.object({
  title: z.string().nullish(),
  items: z.array(z.object({ url: z.string().nullish(), date_published: z.string().nullish() })),
});

/**
 * Reads RSS, Atom, JSON Feed and sitemaps, with what news sitemaps add. Entities that a document defines stay as they are.
 * @param url Of the feed, from which its addresses start
 * @throws VerbatimError ARTICLE_UNREADABLE for anything else
 */
export function parseFeed(text: string, url: string): Feed {
  const feed = text.trimStart().startsWith("{") ? fromJson(text) : (fromXml(text) ?? fromSitemap(text));
  if (feed === null) throw noFeed(url);
  const absolute = (address: string): string | null => (URL.canParse(address, url) ? new URL(address, url).href : null);
  const items = feed.items.flatMap((item) => {
    const address = absolute(item.url);
    return address === null ? [] : [{ ...item, url: address }];
  });
  return { ...feed, items: items.slice(0, MAX_ITEMS), sitemaps: feed.sitemaps.flatMap((map) => absolute(map) ?? []) };
}

function fromJson(text: string): Feed | null {
  try {
    const { title, items } = JSON_FEED.parse(JSON.parse(text));
    return {
      title: title ?? null,
      items: items.flatMap((item) => (item.url ? [{ url: item.url, publishedAt: isoDate(item.date_published) }] : [])),
      sitemaps: [],
    };
  } catch {
    return null;
  }
}

function fromXml(text: string): Feed | null {
  const feed = parseXmlFeed(text);
  if (feed === null) return null;
  return {
    title: feed.title ?? null,
    items: feed.items.flatMap(({ link, pubDate }) =>
      link ? [{ url: link.trim(), publishedAt: isoDate(pubDate?.toString()) }] : [],
    ),
    sitemaps: [],
  };
}

/** https://www.sitemaps.org/protocol.html and https://www.google.com/schemas/sitemap-news/0.9 */
function fromSitemap(text: string): Feed | null {
  const entries: { parent: string; fields: Map<string, string> }[] = [];
  let root = "";
  let field = "";
  const parser = new Parser(
    {
      onopentag(name) {
        if (root === "") root = name;
        if (name === "url" || name === "sitemap") entries.push({ parent: name, fields: new Map() });
        field = name;
      },
      ontext(words) {
        const fields = entries.at(-1)?.fields;
        fields?.set(field, (fields.get(field) ?? "") + words);
      },
      onclosetag: () => {
        field = "";
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  if (root !== "urlset" && root !== "sitemapindex") return null;
  const told = ({ fields }: (typeof entries)[number], name: string) => fields.get(name)?.trim() || null;
  const at = (parent: string) => entries.filter((entry) => entry.parent === parent && told(entry, "loc") !== null);
  return {
    title: entries.map((entry) => told(entry, "news:name")).find((name) => name !== null) ?? null,
    items: at("url").map((entry) => ({
      url: told(entry, "loc") ?? "",
      publishedAt: isoDate(told(entry, "news:publication_date")),
    })),
    sitemaps: at("sitemap").map((entry) => told(entry, "loc") ?? ""),
  };
}

/** Feeds write dates in every way that `Date` reads. */
function isoDate(date: string | null | undefined): string | null {
  const time = new Date(date ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

const noFeed = (url: string): VerbatimError =>
  new VerbatimError(
    "ARTICLE_UNREADABLE",
    `${url} is no feed: give the address of RSS, Atom, JSON Feed or a sitemap, or the page itself without --feed.`,
  );
