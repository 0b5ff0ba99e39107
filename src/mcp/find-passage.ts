import { VerbatimError } from "../errors.ts";
import type { Article } from "../model/article.ts";
import type { Chunk } from "../model/chunk.ts";
import { localIdOf, readGlobalId } from "../model/global-id.ts";
import { type Span, spansWithin } from "../model/span.ts";
import { loadStatements, type Statement } from "../search/load-statements.ts";
import type { QuoteStore } from "../store/quote-store.ts";

/** What an id leads to: an article, where in it, and the quote that stands there. */
export interface Passage {
  readonly article: Article;
  /** In text order; none for the article as a whole. */
  readonly spans: readonly Span[];
  readonly statement: Statement | null;
}

/**
 * By the id of a quote, of a hit, or of an article.
 * @throws VerbatimError BAD_ID for what is none of these, ARTICLE_NOT_FOUND for what has left the index.
 */
export async function findPassage(store: QuoteStore, id: string): Promise<Passage> {
  const localId = localIdOf(id, "Quote", "SearchHit", "Article");
  const passage = await passageOf(store, readGlobalId(id).type, localId);
  if (passage !== null) return passage;
  throw new VerbatimError(
    "ARTICLE_NOT_FOUND",
    "Nothing in the index has this id any more: its article was changed or removed. Search again for a new one.",
  );
}

async function passageOf(store: QuoteStore, type: string, localId: string): Promise<Passage | null> {
  if (type === "Article") return wholeArticle(store, localId);
  if (type === "Quote") return quotePassage(store, localId, null);
  const [chunk] = await store.chunks([localId]);
  if (!chunk) return null;
  const [quoteId] = chunk.quoteIds;
  return quoteId === undefined ? narration(store, chunk) : quotePassage(store, quoteId, chunk);
}

async function wholeArticle(store: QuoteStore, articleId: string): Promise<Passage | null> {
  const [article] = await store.articles([articleId]);
  return article ? { article, spans: [], statement: null } : null;
}

async function narration(store: QuoteStore, { articleId, spans }: Chunk): Promise<Passage | null> {
  const [article] = await store.articles([articleId]);
  return article ? { article, spans, statement: null } : null;
}

/** The quote as a whole, or the part of it that a chunk holds. */
async function quotePassage(store: QuoteStore, quoteId: string, part: Chunk | null): Promise<Passage | null> {
  const [statement] = await loadStatements(store, [quoteId]);
  if (!statement) return null;
  return {
    article: statement.article,
    spans: part === null ? statement.quote.spans : spansWithin(statement.quote.spans, part.spans),
    statement,
  };
}
