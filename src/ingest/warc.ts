import { WARCParser, type WARCRecord } from "warcio";
import { VerbatimError } from "../errors.ts";
import type { ArticleSource, ReadOptions, ReadResult } from "./article-source.ts";
import { emptyArticle, isWebAddress, known } from "./build-article.ts";
import { pageSource } from "./page-source.ts";
import { readFailure } from "./read-failure.ts";
import { readBody } from "./warc-body.ts";

/** Kinds of records that hold what was on the web; others tell of requests, or of what had not changed. */
const CONTENT_TYPES: readonly (string | undefined)[] = ["response", "resource"];

/** What sites consist of besides pages and documents. */
const NO_DOCUMENT =
  /^(?:image|video|audio|font|text\/(?:css|javascript)|application\/(?:javascript|x-javascript|json|ld\+json|xml|rss\+xml|atom\+xml|manifest\+json|font.*|octet-stream|wasm|x-www-form-urlencoded)|text\/xml)(?:$|\/|;)/i;

/**
 * The articles of a web archive (WARC 1.0 and 1.1, ISO 28500; gzipped or not), record by record: no more than one page is held at a
 * time. Pictures, scripts and pages that hold no article are passed over.
 * @param readOne Reads what one record holds
 */
export async function* readWarc(
  source: ArticleSource,
  options: ReadOptions,
  readOne: (source: ArticleSource, options: ReadOptions) => AsyncIterable<ReadResult>,
): AsyncGenerator<ReadResult> {
  refuseDetailsOfOne(source);
  let count = 0;
  let told = 0;
  for await (const record of new WARCParser(source.bytes)) {
    if (!record.warcHeaders.statusline.startsWith("WARC/")) throw damaged(source.name, count);
    count += 1;
    const page = await pageOf(record, source, options).catch((error: unknown) =>
      readFailure(placeOf(record, source), error),
    );
    if (page === null) continue;
    const results = "error" in page ? [page] : withoutMenus(readOne(page, options));
    for await (const result of results) {
      told += 1;
      yield result;
    }
  }
  if (count === 0) throw emptyArticle(source.name);
  if (told === 0) throw noArticles(source.name);
}

function damaged(where: string, count: number): VerbatimError {
  const found = count === 0 ? "is no web archive (WARC)" : `is damaged behind its record ${count}`;
  return new VerbatimError("ARTICLE_UNREADABLE", `${where} ${found}. Save it again, or its pages as .html.`);
}

const noArticles = (where: string): VerbatimError =>
  new VerbatimError(
    "NO_ARTICLE_IN_PAGE",
    `${where} holds no article: none of its records is a page or document with one, as far as the file goes.`,
  );

function refuseDetailsOfOne({ name, details }: ArticleSource): void {
  if ((known(details.url) ?? known(details.title)) === null) return;
  throw new VerbatimError("BAD_INPUT", `${name} holds many pages, each with its own address and title: give neither.`);
}

/** Null for what is no document. */
async function pageOf(record: WARCRecord, source: ArticleSource, options: ReadOptions): Promise<ArticleSource | null> {
  const url = record.warcTargetURI ?? "";
  const contentType = record.httpHeaders?.headers.get("content-type") ?? record.warcContentType ?? "";
  const isAnswer = record.httpHeaders === null || Number(record.httpHeaders.statusCode) === 200;
  if (!CONTENT_TYPES.includes(record.warcType) || !isAnswer || !isWebAddress(url) || NO_DOCUMENT.test(contentType))
    return null;
  const where = placeOf(record, source);
  const bytes = await readBody(record, options.maxArticleBytes, where);
  return { ...pageSource({ url, contentType, bytes }, source.details), name: where };
}

const placeOf = (record: WARCRecord, { name }: ArticleSource): string =>
  `${name}: ${record.warcTargetURI ?? "a record"}`;

/** An archive of a site has hundreds of menus: that they hold no article is no failure. */
async function* withoutMenus(results: AsyncIterable<ReadResult>): AsyncGenerator<ReadResult> {
  for await (const result of results) {
    if (!("error" in result) || result.error.code !== "NO_ARTICLE_IN_PAGE") yield result;
  }
}
