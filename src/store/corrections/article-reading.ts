import type { Article } from "../../model/article.ts";
import type { Chunk } from "../../model/chunk.ts";
import type { Quote } from "../../model/quote.ts";
import type { LinkableEntity } from "../quote-store.ts";

/** What an extraction found in an article, and what people can put right in it. */
export interface ArticleReading {
  readonly article: Pick<Article, "id" | "text" | "paragraphs" | "publishedAt">;
  readonly quotes: readonly Quote[];
  readonly entities: readonly LinkableEntity[];
  readonly chunks: readonly Pick<Chunk, "id" | "kind" | "quoteIds" | "spans">[];
}
