import type { PublicationFilter, ScoredChunk } from "../quote-store.ts";
import type { Connection } from "./connection.ts";
import { matchExpression } from "./full-text.ts";
import { publishedConditions } from "./spoken-conditions.ts";
import { allOf, isOneOf, type SqlCondition } from "./sql-condition.ts";

/** Different words of a text whose rarity is looked up: a long paragraph's. */
const MAX_WORDS = 64;
/** How many of the rarest are looked for: half of them may have been changed. */
const RARE_WORDS = 8;
/** A word in more chunks than this is too common to look for alone: reading them all takes longer than an answer may. */
const TOO_COMMON = 3_000;
/** Fewer rare words than this may all have been changed. */
const ENOUGH_RARE_WORDS = 3;
/** Words of a phrase, enough to be rare together, and how many phrases of a text without rare words are looked for. */
const PHRASE_LENGTH = 3;
const MAX_PHRASES = 8;

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
  const rare = rarest(connection, words);
  const phrases = rare.length < ENOUGH_RARE_WORDS ? phrasesOf(words) : [];
  const expression = matchExpression([...rare, ...phrases]);
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

/** Words that are somewhere, and not everywhere; the rarest first. */
function rarest(connection: Connection, words: readonly string[]): readonly string[] {
  return [...new Set(words)]
    .slice(0, MAX_WORDS)
    .map((word) => ({ word, chunks: chunksWith(connection, word) }))
    .filter(({ chunks }) => chunks > 0 && chunks < TOO_COMMON)
    .sort((a, b) => a.chunks - b.chunks)
    .slice(0, RARE_WORDS)
    .map(({ word }) => word);
}

/** Counts no further than tells that a word is too common. */
function chunksWith(connection: Connection, word: string): number {
  const expression = matchExpression([word]);
  if (expression === null) return 0;
  const sql = "SELECT COUNT(*) AS n FROM (SELECT 1 FROM chunk_words WHERE chunk_words MATCH ? LIMIT ?)";
  return connection.get<{ readonly n: number }>(sql, expression, TOO_COMMON)?.n ?? 0;
}

/** Runs of words, spread over the text; the whole text where it is short. */
function phrasesOf(words: readonly string[]): readonly string[] {
  const starts = Math.max(1, words.length - PHRASE_LENGTH + 1);
  const step = Math.max(1, Math.ceil(starts / MAX_PHRASES));
  const count = Math.ceil(starts / step);
  return Array.from({ length: count }, (_, i) => words.slice(i * step, i * step + PHRASE_LENGTH).join(" "));
}
