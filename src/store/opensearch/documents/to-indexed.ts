import type { ArticleReading } from "../../corrections/article-reading.ts";
import type { IndexedArticle } from "../../quote-store.ts";
import type { WholeArticle } from "./documents-of-article.ts";

/** An article as it was put in. */
export function toIndexed(whole: WholeArticle | null): IndexedArticle | null {
  if (whole === null) return null;
  const { article, origin, sample, chunks } = whole;
  const found = foundIn(whole);
  const foundChunks = new Map(found.chunks.map((chunk) => [chunk.id, chunk]));
  return {
    ...{ article, origin, sample, quotes: found.quotes, entities: found.entities },
    chunks: chunks.map(({ chunk, vector, contextVector }) => ({
      chunk: { ...chunk, ...foundChunks.get(chunk.id) },
      vector: Float32Array.from(vector),
      contextVector: Float32Array.from(contextVector),
    })),
  };
}

/** What the extraction found in an article. */
export function foundIn({ article, found, members, quotes, chunks }: WholeArticle): ArticleReading {
  if (found !== null) return { article, ...found };
  const entities = members.map(({ id, kind, name, aliases, titles, mentions, linkKey, person }) => ({
    ...{ id, kind, name, aliases, titles, mentions, linkKey, person },
    articleId: article.id,
  }));
  return { article, quotes, entities, chunks: chunks.map(({ chunk }) => chunk) };
}
