import type { ArticleSource, ReadArticle, ReadFailure, ReadOptions } from "../../src/ingest/article-source.ts";
import { readArticles } from "../../src/ingest/read-articles.ts";
import type { Article, ReadableArticle } from "../../src/model/article.ts";
import { spanText } from "../../src/model/span.ts";
import { byteStream } from "./byte-stream.ts";

type Given = Partial<Omit<ArticleSource, "bytes">> & Partial<ReadOptions>;

export interface ReadAll {
  readonly articles: readonly ReadArticle[];
  readonly failures: readonly ReadFailure[];
}

/** Reads all of `content` (pieces of a stream, or the stream), named `story` unless told otherwise. */
export async function readAll(
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  { maxArticleBytes = 100_000, ...given }: Given = {},
): Promise<ReadAll> {
  const bytes = typeof content === "string" || content instanceof Uint8Array ? byteStream(content) : content;
  const source: ArticleSource = { name: "story", format: "TEXT", details: {}, sourceKey: "story", bytes, ...given };
  const articles: ReadArticle[] = [];
  const failures: ReadFailure[] = [];
  for await (const result of readArticles(source, { maxArticleBytes })) {
    if ("error" in result) failures.push(result);
    else articles.push(result);
  }
  return { articles, failures };
}

/** The only article of `content`. */
export async function readOne(content: string | Uint8Array, given: Given = {}): Promise<ReadableArticle> {
  const { articles, failures } = await readAll(content, given);
  if (failures[0] !== undefined) throw failures[0].error;
  if (articles.length !== 1 || articles[0] === undefined) throw new Error(`${articles.length} articles, not one`);
  return articles[0].article;
}

/** The only failure of `content`, as `CODE where: message`. */
export async function failureOf(content: string | Uint8Array, given: Given = {}): Promise<string> {
  const { articles, failures } = await readAll(content, given);
  const [failure] = failures;
  if (failures.length !== 1 || articles.length > 0 || failure === undefined) throw new Error("not exactly one failure");
  return `${failure.error.code} ${failure.where}: ${failure.error.message}`;
}

export const paragraphsOf = (article: Article): readonly string[] =>
  article.paragraphs.map((span) => spanText(article.text, span));
