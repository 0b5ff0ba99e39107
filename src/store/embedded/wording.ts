import type { PublicationFilter, ScoredChunk } from "../quote-store.ts";
import { TOO_COMMON, tellingWords, wordsToCount } from "../telling-words.ts";
import type { Connection } from "./connection.ts";
import { matchExpression } from "./full-text.ts";
import { publishedConditions } from "./spoken-conditions.ts";
import { allOf, isOneOf, type SqlCondition } from "./sql-condition.ts";

/**
 * The chunks whose own words are most like a text, by the BM25 of its rarest words; of a text without rare words, by
 * that of its phrases. Equal scores in the order of the ids.
 * @param words The text's words, all of them and in order.
 */
export function findWordedLike(
  connection: Connection,
  words: readonly string[],
  limit: number,
  filter: PublicationFilter,
): readonly ScoredChunk[] {
  const counted = wordsToCount(words).map((word) => ({ word, chunks: chunksWith(connection, word) }));
  const expression = matchExpression(tellingWords(words, counted));
  if (expression === null || limit < 1) return [];
  const within = articleCondition(filter);
  return connection.all<ScoredChunk>(
    `SELECT c.id AS chunkId, -bm25(chunk_words) AS score FROM chunk_words CROSS JOIN chunk c ON c.label = chunk_words.rowid
     WHERE chunk_words MATCH ? AND ${within.sql} ORDER BY score DESC, c.id LIMIT ?`,
    expression,
    ...within.params,
    limit,
  );
}

/** On the table `chunk` under the alias `c`. */
function articleCondition(filter: PublicationFilter): SqlCondition {
  const published = publishedConditions("a", filter);
  const inPublished = allOf(published);
  return allOf([
    ...(filter.articles === undefined ? [] : [isOneOf("c.article_id", filter.articles)]),
    ...(published.length === 0
      ? []
      : [{ sql: `c.article_id IN (SELECT a.id FROM article a WHERE ${inPublished.sql})`, params: inPublished.params }]),
  ]);
}

/** Counts no further than tells that a word is too common. */
function chunksWith(connection: Connection, word: string): number {
  const expression = matchExpression([word]);
  if (expression === null) return 0;
  const sql = "SELECT COUNT(*) AS n FROM (SELECT 1 FROM chunk_words WHERE chunk_words MATCH ? LIMIT ?)";
  return connection.get<{ readonly n: number }>(sql, expression, TOO_COMMON)?.n ?? 0;
}
