import { posix } from "node:path";
import { DOMParser, parseHTML } from "linkedom";
import { VerbatimError } from "../errors.ts";
import type { ReadableArticle } from "../model/article.ts";
import type { ArticleSource, GivenDetails } from "./article-source.ts";
import { buildArticle, emptyArticle, firstKnown, known } from "./build-article.ts";
import { decodeHtml } from "./decode-html.ts";
import { type HtmlBlock, htmlBlocks } from "./html-blocks.ts";
import { joinBlocks } from "./join-blocks.ts";
import { toIsoUtc } from "./published-at.ts";
import { refuseOversizedPage } from "./refuse-oversized-page.ts";
import { unpack } from "./unpack-zip.ts";

type Files = ReadonlyMap<string, Buffer>;

/** Where every book says what it is made of (EPUB Open Container Format, 3.5.2). */
const CONTAINER = "META-INF/container.xml";

const WORDS = /\.(?:xml|opf|xhtml|html?)$/i;

/** The paragraphs of a dozen long novels. */
const MAX_BLOCKS = 100_000;

/**
 * Reads a book as one article, its chapters in the order of the spine.
 * @throws VerbatimError ARTICLE_EMPTY, ARTICLE_UNREADABLE
 */
export async function readEpub(
  bytes: Uint8Array,
  { name, details, fallback = {}, sourceKey }: ArticleSource,
): Promise<ReadableArticle> {
  if (bytes.length === 0) throw emptyArticle(name);
  const files = await unpack(bytes, (path) => WORDS.test(path), name);
  const path = xmlOf(files, CONTAINER, name).querySelector("rootfile")?.getAttribute("full-path") ?? "";
  const book = xmlOf(files, path, name);
  const blocks = allBlocks(files, chapterPaths(book, path), name);
  const { text, layout } = joinBlocks(null, blocks);
  return buildArticle(text, layout, firstKnown(details, toldBy(book), fallback), sourceKey, name);
}

/** No chapter stands twice in a book, whatever its spine says (EPUB 3.3, 5.7.2). */
function allBlocks(files: Files, paths: readonly string[], where: string): readonly HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  for (const path of new Set(paths)) {
    for (const block of blocksOf(files, path, where)) blocks.push(block);
    if (blocks.length > MAX_BLOCKS) throw tooManyBlocks(where);
  }
  return blocks;
}

function xmlOf(files: Files, path: string, where: string): XMLDocument {
  const bytes = files.get(path);
  if (bytes === undefined) throw noBook(where);
  return new DOMParser().parseFromString(decodeHtml(bytes, where), "text/xml") as unknown as XMLDocument;
}

/** In reading order; the table of contents is no chapter. */
function chapterPaths(book: XMLDocument, bookPath: string): readonly string[] {
  const items = Array.from(book.querySelectorAll("manifest > item")).filter(
    (item) => !/\bnav\b/.test(item.getAttribute("properties") ?? ""),
  );
  const hrefs = new Map(items.map((item) => [item.getAttribute("id"), item.getAttribute("href") ?? ""]));
  const spine = Array.from(book.querySelectorAll("spine > itemref"));
  return spine.flatMap((reference) => {
    const href = hrefs.get(reference.getAttribute("idref"));
    return href === undefined ? [] : [posix.join(posix.dirname(bookPath), decoded(href))];
  });
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function blocksOf(files: Files, path: string, where: string): readonly HtmlBlock[] {
  const bytes = files.get(path);
  if (bytes === undefined) return [];
  const html = decodeHtml(bytes, where);
  refuseOversizedPage(html, where);
  const { document } = parseHTML(html.replace(/^\s*<\?xml[^>]*\?>/, ""));
  return document.body === null ? [] : htmlBlocks(document.body);
}

function toldBy(book: XMLDocument): GivenDetails {
  const told = (name: string): string | null => known(book.getElementsByTagName(`dc:${name}`)[0]?.textContent);
  return {
    title: told("title"),
    author: told("creator"),
    publisher: told("publisher"),
    publishedAt: toIsoUtc(told("date") ?? ""),
  };
}

const tooManyBlocks = (where: string): VerbatimError =>
  new VerbatimError(
    "ARTICLE_UNREADABLE",
    `${where} has more than ${MAX_BLOCKS} paragraphs, more than a book has. Give its parts as files of their own.`,
  );

const noBook = (where: string): VerbatimError =>
  new VerbatimError("ARTICLE_UNREADABLE", `${where} is damaged, or no EPUB. Save it again, or its text as .txt.`);
