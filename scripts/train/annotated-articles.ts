import { readConfig } from "../../src/config.ts";
import type { DraftQuote } from "../../src/extract/quotes/draft-quote.ts";
import { readQuotes } from "../../src/extract/quotes/read-quotes.ts";
import { type Document, readDocument } from "../../src/extract/text/document.ts";
import { fileInput } from "../../src/indexing/index-input.ts";
import { readArticles } from "../../src/ingest/read-articles.ts";
import { NO_TAGS } from "../../src/model/article-tags.ts";
import { WORKING_DIRECTORY } from "../command-line.ts";
import { type GoldArticle, readGold } from "../evaluate/entities/gold-article.ts";

/** An annotated article as far as it is read before its names are. */
export interface AnnotatedArticle {
  readonly gold: GoldArticle;
  readonly document: Document;
  readonly drafts: readonly DraftQuote[];
}

/** @param path Of a file as `npm run eval:entities` takes it. @throws VerbatimError where it can't be read. */
export async function annotatedArticles(path: string): Promise<readonly AnnotatedArticle[]> {
  const gold = readGold(path);
  const { maxArticleBytes } = readConfig(process.env);
  const articles: AnnotatedArticle[] = [];
  for await (const result of readArticles(fileInput(path, {}, WORKING_DIRECTORY).source, { maxArticleBytes })) {
    if ("error" in result) throw result.error;
    const annotated = gold.get(result.givenId ?? "");
    if (annotated === undefined) continue;
    const document = readDocument(result.article);
    articles.push({ gold: annotated, document, drafts: readQuotes(document, NO_TAGS.statements) });
  }
  return articles;
}

/** Which of the parts an article is left out of when figures are cross-validated. */
export const PARTS = 5;
export const partOf = (place: number): number => place % PARTS;
