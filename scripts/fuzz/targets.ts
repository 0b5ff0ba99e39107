import { extractArticle } from "../../src/extract/extract-article.ts";
import type { ArticleFormat } from "../../src/ingest/article-source.ts";
import { readArticles } from "../../src/ingest/read-articles.ts";
import type { ReadableArticle } from "../../src/model/article.ts";
import type { Span } from "../../src/model/span.ts";
import { readDate } from "../../src/search/dates/read-dates.ts";
import { parseQuery } from "../../src/search/parse-query.ts";
import { align } from "../../src/search/verify/align.ts";
import { readClaim } from "../../src/search/verify/claim.ts";
import { wordsIn } from "../../src/search/verify/words.ts";

const FORMATS: readonly ArticleFormat[] = [
  "TEXT",
  "HTML",
  "MARKDOWN",
  "SUBTITLES",
  "JSON_LINES",
  "EMAIL",
  "PDF",
  "DOCX",
  "EPUB",
  "WARC",
];
const MAX_ARTICLE_BYTES = 1_000_000;
const SOME_DAY = Date.UTC(2024, 2, 5);
const LONGEST_QUERY = 1_000;
const LONGEST_CLAIM = 2_000;

/** What is given a text, and throws where it breaks a promise. */
export const TARGETS: Readonly<Record<string, (text: string) => Promise<void>>> = {
  ingest: async (text) => {
    for (const format of FORMATS) await readAs(format, text);
  },
  extract: async (text) => {
    for (const article of await readAs("TEXT", text)) checkExtraction(article);
  },
  query: async (text) => {
    const query = text.slice(0, LONGEST_QUERY);
    parseQuery(query);
    readDate(query, SOME_DAY);
  },
  verify: async (text) => {
    const claim = readClaim(text.slice(0, LONGEST_CLAIM));
    align(claim.words, wordsIn(text, { start: 0, end: Math.min(text.length, LONGEST_CLAIM) }));
  },
};

/** A reader tells of what it can't read, and never throws. */
async function readAs(format: ArticleFormat, text: string): Promise<readonly ReadableArticle[]> {
  const source = { name: "fuzz", format, bytes: bytesOf(text), details: {}, sourceKey: "fuzz" };
  const articles: ReadableArticle[] = [];
  for await (const result of readArticles(source, { maxArticleBytes: MAX_ARTICLE_BYTES })) {
    if ("article" in result) articles.push(result.article);
  }
  for (const { text: read, paragraphs } of articles) for (const span of paragraphs) checkSpan(read, span);
  return articles;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function checkExtraction(article: ReadableArticle): void {
  const { quotes, entities } = extractArticle(article);
  for (const { spans, sentence } of quotes) for (const span of [...spans, sentence]) checkSpan(article.text, span);
  for (const { mentions } of entities) for (const span of mentions) checkSpan(article.text, span);
}

function checkSpan(text: string, { start, end }: Span): void {
  if (!(0 <= start && start < end && end <= text.length)) {
    throw new Error(`A span from ${start} to ${end} lies outside a text of ${text.length}.`);
  }
}
