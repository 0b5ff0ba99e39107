import type { GivenDetails } from "./article-source.ts";
import { isWebAddress, known } from "./build-article.ts";
import { toIsoUtc } from "./published-at.ts";

/** schema.org's kinds of article end so: NewsArticle, ReportageNewsArticle, BlogPosting. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report)$/;

type JsonObject = Readonly<Record<string, unknown>>;

export interface PageDetails extends GivenDetails {
  /** The heading that shows the title on the page. */
  readonly headline: string | null;
}

/**
 * What a page tells of its article: Open Graph (ogp.me), then JSON-LD (schema.org), then plain HTML. What is malformed
 * there is taken as absent: it is not the reader's fault.
 */
export function htmlDetails(document: Document): PageDetails {
  const linked = linkedArticle(document);
  const declared = meta(document, "og:title") ?? text(linked?.headline);
  const named = shownText(document.querySelector("title"));
  const headline = shownHeadline(document, declared ?? named ?? "");
  return {
    headline,
    title: declared ?? headline ?? named,
    publisher: meta(document, "og:site_name") ?? publisherName(linked),
    url: [canonical(document), meta(document, "og:url"), text(linked?.url)].find(isAddress) ?? null,
    publishedAt: publishedAt(document, linked),
  };
}

/** The longest heading that shares its words with the title: some sites set their own name as a heading too. */
function shownHeadline(document: Document, title: string): string | null {
  const texts = Array.from(document.querySelectorAll("h1")).map((heading) => shownText(heading) ?? "");
  const telling = texts.filter((text) => text !== "" && (title.includes(text) || text.includes(title)));
  return telling.sort((a, b) => b.length - a.length)[0] ?? shownText(document.querySelector("article h1, main h1"));
}

/** The words of an element on one line; null for none. */
const shownText = (element: Element | null): string | null => known(element?.textContent?.replace(/\s+/g, " "));

function publishedAt(document: Document, linked: JsonObject | null): string | null {
  const dates = [
    meta(document, "article:published_time"),
    text(linked?.datePublished),
    attribute(document, "time[datetime]", "datetime"),
  ];
  return dates.map((date) => (date === null ? null : toIsoUtc(date))).find((date) => date !== null) ?? null;
}

function publisherName(linked: JsonObject | null): string | null {
  const [publisher] = [linked?.publisher].flat();
  return text(publisher) ?? (isObject(publisher) ? text(publisher.name) : null);
}

/** The first object of the page's JSON-LD that is an article. */
function linkedArticle(document: Document): JsonObject | null {
  const scripts = Array.from(document.querySelectorAll('script[type="application/ld+json"]'));
  const objects = scripts.flatMap((script) => linkedObjects(script.textContent ?? ""));
  return objects.find((object) => [object["@type"]].flat().some((type) => ARTICLE_TYPE.test(String(type)))) ?? null;
}

/** The objects at the top, in a list or under `@graph`; none for what is not JSON. */
function linkedObjects(json: string): readonly JsonObject[] {
  try {
    const top = [JSON.parse(json)].flat().filter(isObject);
    return top.flatMap((object) => [object, ...[object["@graph"]].flat().filter(isObject)]);
  } catch {
    return [];
  }
}

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null;

const text = (value: unknown): string | null => (typeof value === "string" ? known(value) : null);

const isAddress = (url: string | null): url is string => url !== null && isWebAddress(url);

const canonical = (document: Document): string | null => attribute(document, 'link[rel="canonical"]', "href");

const meta = (document: Document, property: string): string | null =>
  attribute(document, `meta[property="${property}"], meta[name="${property}"]`, "content");

const attribute = (document: Document, selector: string, name: string): string | null =>
  known(document.querySelector(selector)?.getAttribute(name));
