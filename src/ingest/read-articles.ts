import type { ReadableArticle } from "../model/article.ts";
import type { ArticleFormat, ArticleSource, ReadOptions, ReadResult } from "./article-source.ts";
import { buildArticle, emptyArticle, known } from "./build-article.ts";
import { collectBytes } from "./collect-bytes.ts";
import { decodeText } from "./decode-text.ts";
import { readHtml } from "./html.ts";
import { readJsonLines } from "./json-lines.ts";
import { layOutPlainText } from "./plain-text.ts";
import { readFailure } from "./read-failure.ts";

export type { ArticleFormat, ArticleSource, ReadOptions, ReadResult } from "./article-source.ts";

const FORMATS: Readonly<Record<string, ArticleFormat>> = {
  ".txt": "TEXT",
  ".html": "HTML",
  ".htm": "HTML",
  ".jsonl": "JSON_LINES",
};

/** The format that a path's ending tells, letter case aside; null for endings that are not read. */
export function formatOf(path: string): ArticleFormat | null {
  const ending = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? "";
  return FORMATS[ending] ?? null;
}

/**
 * The articles of a source, in order. Never throws for what the bytes hold or for a stream that breaks: each bad piece
 * is a failure with a sentence, and the rest goes on where it can (JSON Lines).
 */
export async function* readArticles(source: ArticleSource, options: ReadOptions): AsyncGenerator<ReadResult> {
  try {
    if (source.format === "JSON_LINES") yield* readJsonLines(source, options);
    else yield { article: await readOne(source, options), givenId: null };
  } catch (error) {
    yield readFailure(source.name, error);
  }
}

async function readOne(source: ArticleSource, { maxArticleBytes }: ReadOptions): Promise<ReadableArticle> {
  const bytes = await collectBytes(source.bytes, maxArticleBytes, source.name);
  return source.format === "HTML" ? readHtml(bytes, source) : readText(bytes, source);
}

function readText(bytes: Uint8Array, { name, details, sourceKey }: ArticleSource): ReadableArticle {
  const text = decodeText(bytes, name);
  if (text.trim() === "") throw emptyArticle(name);
  return buildArticle(text, layOutPlainText(text, known(details.title)), details, sourceKey, name);
}
