import type { IndexedArticle } from "../../quote-store.ts";
import type { WholeArticle } from "./documents-of-article.ts";

/** An article as it was put in. */
export function toIndexed(whole: WholeArticle | null): IndexedArticle | null {
  if (whole === null) return null;
  const { article, origin, sample, members, quotes, chunks } = whole;
  return {
    ...{ article, origin, sample, quotes },
    entities: members.map(({ id, kind, name, aliases, titles, mentions, linkKey, person }) => ({
      ...{ id, kind, name, aliases, titles, mentions, linkKey, person },
      articleId: article.id,
    })),
    chunks: chunks.map(({ chunk, vector, contextVector }) => ({
      chunk,
      vector: Float32Array.from(vector),
      contextVector: Float32Array.from(contextVector),
    })),
  };
}
