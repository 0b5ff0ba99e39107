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

/** What was found in an article of which something else is told, as it is kept. */
export type KeptReading = Omit<ArticleReading, "article">;

export const toKept = ({ quotes, entities, chunks }: ArticleReading): KeptReading => ({
  quotes,
  entities,
  chunks: chunks.map(({ id, kind, quoteIds, spans }) => ({ id, kind, quoteIds, spans })),
});
