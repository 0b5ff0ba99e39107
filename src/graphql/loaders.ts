import DataLoader from "dataloader";
import { VerbatimError } from "../errors.ts";
import type { Article } from "../model/article.ts";
import type { Chunk } from "../model/chunk.ts";
import type { Entity } from "../model/entity.ts";
import type { Quote } from "../model/quote.ts";
import type { QuoteStore } from "../store/quote-store.ts";

/** What one request has loaded by id. Whatever is asked for at once goes to the store in one call. */
export interface Loaders {
  readonly articles: DataLoader<string, Article | null>;
  readonly quotes: DataLoader<string, Quote | null>;
  readonly entities: DataLoader<string, Entity | null>;
  readonly chunks: DataLoader<string, Chunk | null>;
}

/** One set for each request, so that an answer is of one moment and nothing old outlives it. */
export const createLoaders = (store: QuoteStore): Loaders => ({
  articles: new DataLoader((ids) => store.articles(ids)),
  quotes: new DataLoader((ids) => store.quotes(ids)),
  entities: new DataLoader((ids) => store.entities(ids)),
  chunks: new DataLoader((ids) => store.chunks(ids)),
});

/** The article of a quote or hit at hand. @throws VerbatimError ARTICLE_NOT_FOUND when it was removed meanwhile. */
export async function loadArticle(loaders: Loaders, id: string): Promise<Article> {
  const article = await loaders.articles.load(id);
  if (article !== null) return article;
  throw new VerbatimError(
    "ARTICLE_NOT_FOUND",
    "An article left the index while the answer was put together. Ask again.",
  );
}
