import { VerbatimError } from "../errors.ts";
import type { ArticleFormat, ArticleSource, GivenDetails } from "./article-source.ts";
import { decodeCharset } from "./decode-charset.ts";
import { formatOf, holdsMany } from "./format-of.ts";

/** What a site gave at an address. */
export interface WebAnswer {
  readonly url: string;
  /** Such as `text/html; charset=utf-8`; empty for none. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

const FORMATS: Readonly<Record<string, ArticleFormat>> = {
  "text/html": "HTML",
  "application/xhtml+xml": "HTML",
  "text/plain": "TEXT",
  "text/markdown": "MARKDOWN",
  "text/vtt": "SUBTITLES",
  "application/x-subrip": "SUBTITLES",
  "application/pdf": "PDF",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
  "application/epub+zip": "EPUB",
  "message/rfc822": "EMAIL",
};

/** Types that say nothing: the ending of the path does. */
const UNTOLD: readonly string[] = ["", "application/octet-stream", "binary/octet-stream", "text/plain"];

/** Where readers came from; no part of which page it is. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid)$/;

/**
 * What was fetched, as a source of one article. Its address is the one that gave it in the end, whatever the page or the user says.
 * @param details What the user says of it, which wins over what the page says
 * @param fallback What a feed says of it, over which what the page says wins
 * @throws VerbatimError ARTICLE_UNREADABLE for a type that holds no article, BAD_INPUT for one that holds many
 */
export function pageSource(fetched: WebAnswer, details: GivenDetails, fallback: GivenDetails = {}): ArticleSource {
  const url = ownAddress(fetched.url);
  const { type, charset } = readContentType(fetched.contentType);
  const ending = formatOf(new URL(url).pathname);
  const format = UNTOLD.includes(type) && ending !== null ? ending : FORMATS[type];
  if (holdsMany(format ?? ending)) throw manyArticles(fetched.url);
  if (format === undefined) throw unknownType(fetched.url, type);
  return {
    name: fetched.url,
    format,
    bytes: once(inUtf8(fetched.bytes, charset, format)),
    details: { ...details, url },
    fallback,
    sourceKey: url,
  };
}

function ownAddress(address: string): string {
  const url = new URL(address);
  url.hash = "";
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
}

/** What a `Content-Type` says; the type in small letters. */
export function readContentType(contentType: string): { readonly type: string; readonly charset: string | null } {
  const [type = ""] = contentType.split(";");
  const charset = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1] ?? null;
  return { type: type.trim().toLowerCase(), charset };
}

/** What the site says of the encoding wins over what the page says (HTML Standard, 13.2.3.2); UTF-8 under its mark tells it on. */
function inUtf8(bytes: Uint8Array, charset: string | null, format: ArticleFormat): Uint8Array {
  if (charset === null || /^utf-?8$/i.test(charset) || !["HTML", "TEXT", "MARKDOWN", "SUBTITLES"].includes(format))
    return bytes;
  try {
    const text = decodeCharset(bytes, charset);
    return Buffer.from(`\ufeff${text}`);
  } catch {
    return bytes;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const manyArticles = (url: string): VerbatimError =>
  new VerbatimError(
    "BAD_INPUT",
    `${url} holds many articles, and an address is of one page. Download the file and index that.`,
  );

const unknownType = (url: string, type: string): VerbatimError =>
  new VerbatimError(
    "ARTICLE_UNREADABLE",
    `${url} is ${type === "" ? "of no type that it tells" : type}, which can't be read as an article. Give the address of the page or document itself.`,
  );
