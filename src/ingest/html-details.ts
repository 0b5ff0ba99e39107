import type { GivenDetails } from "./article-source.ts";
import { isWebAddress, known } from "./build-article.ts";
import { toIsoUtc } from "./published-at.ts";

/** schema.org's kinds of article end so: NewsArticle, ReportageNewsArticle, BlogPosting. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report)$/;

/** Where pages without either have the date. */
const DATE_FIELDS = [
  ...["date", "pubdate", "publish-date", "publishdate", "dc.date", "DC.date.issued", "dcterms.created"],
  ...["parsely-pub-date", "sailthru.date", "article.published", "cXenseParse:recs:publishtime"],
];

/** Where pages without JSON-LD have who signed. */
const AUTHOR_FIELDS = [
  ...["author", "article:author", "byl", "dc.creator", "DC.creator", "dcterms.creator"],
  ...["parsely-author", "sailthru.author", "twitter:creator"],
];
/** The same shown on the page, in the order of how sure it is. */
const AUTHOR_ELEMENTS = [
  "[itemprop=author] [itemprop=name], [itemprop=author]:not(:has(*))",
  "[rel~=author]",
  "[class~=byline i], [class*=byline__name i], [class~=author-name i]",
];
/** What stands before a name that is printed. */
const BY = /^by[:\s]\s*/i;
/** A longer line is no name, nor is one with figures: by-lines have dates and places beside the name. */
const MAX_AUTHOR_CHARACTERS = 80;
const NO_AUTHOR = /^@|[\d|•·@]/;

type JsonObject = Readonly<Record<string, unknown>>;

/** An article in JSON-LD, with the objects that it may refer to by their `@id`. */
type LinkedArticle = JsonObject & { readonly objects: ReadonlyMap<string, JsonObject> };

export interface PageDetails extends GivenDetails {
  /** The heading that shows the title on the page. */
  readonly headline: string | null;
  /** The article's words, where the page tells them to search engines. */
  readonly articleBody: string | null;
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
    articleBody: text(linked?.articleBody),
    title: declared ?? headline ?? named,
    publisher: meta(document, "og:site_name") ?? nameOf(linked?.publisher, linked) ?? publisherInPage(document),
    author: authors(document, linked),
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
const shownText = (element: Element | null): string | null =>
  known(element?.textContent?.replace(/[\u00ad\u200b]/g, "").replace(/\s+/g, " "));

function publishedAt(document: Document, linked: JsonObject | null): string | null {
  const dates = [
    meta(document, "article:published_time"),
    text(linked?.datePublished),
    ...DATE_FIELDS.map((name) => meta(document, name)),
    attribute(document, "[itemprop=datePublished]", "content"),
    attribute(document, "[itemprop=datePublished]", "datetime"),
    attribute(document, "time[datetime]", "datetime"),
  ];
  return dates.map((date) => (date === null ? null : toIsoUtc(date))).find((date) => date !== null) ?? null;
}

const publisherInPage = (document: Document): string | null =>
  meta(document, "publisher") ??
  attribute(document, "[itemprop=publisher] [itemprop=name]", "content") ??
  meta(document, "application-name");

/** Everybody who signed, as JSON-LD or plain HTML tells; an address in their place is none. */
function authors(document: Document, linked: LinkedArticle | null): string | null {
  const names = [linked?.author ?? linked?.creator].flat().flatMap((author) => nameOf(author, linked) ?? []);
  const given = [...new Set(names)].filter((name) => !isWebAddress(name));
  return known(listed(given)) ?? authorInFields(document) ?? shownAuthor(document);
}

const authorInFields = (document: Document): string | null =>
  AUTHOR_FIELDS.map((field) => meta(document, field)?.replace(BY, "") ?? null).find(isAuthor) ?? null;

/** The first on the page, and who stands beside them; further down other stories are signed. */
function shownAuthor(document: Document): string | null {
  for (const selector of AUTHOR_ELEMENTS) {
    const [first, ...others] = Array.from(document.querySelectorAll(selector));
    if (first === undefined) continue;
    const together = [first, ...others.filter(({ parentElement }) => parentElement === first.parentElement)];
    const names = together.map((element) => shownText(element)?.replace(BY, "") ?? null).filter(isAuthor);
    if (names.length > 0) return listed([...new Set(names)]);
  }
  return null;
}

const isAuthor = (name: string | null): name is string =>
  name !== null && name.length <= MAX_AUTHOR_CHARACTERS && !isWebAddress(name) && !NO_AUTHOR.test(name);

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** Of somebody in JSON-LD: text, an object with a name, or the `@id` of one elsewhere on the page. */
function nameOf(value: unknown, linked: LinkedArticle | null): string | null {
  const [first] = [value].flat();
  if (!isObject(first)) return text(first);
  const id = text(first["@id"]);
  return text([first.name].flat()[0]) ?? (id === null ? null : text(linked?.objects.get(id)?.name));
}

/** The first object of the page's JSON-LD that is an article. */
function linkedArticle(document: Document): LinkedArticle | null {
  const scripts = Array.from(document.querySelectorAll('script[type="application/ld+json"]'));
  const objects = scripts.flatMap((script) => linkedObjects(script.textContent ?? ""));
  const article = objects.find((object) => [object["@type"]].flat().some((type) => ARTICLE_TYPE.test(String(type))));
  if (article === undefined) return null;
  const named = objects.filter((object) => text(object.name) !== null);
  return { ...article, objects: new Map(named.map((object) => [String(object["@id"]), object])) };
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
