import type { ChunkFilter, ScoredChunk } from "../quote-store.ts";
import { chunkFilterSql } from "./chunk-filter-sql.ts";
import type { Connection } from "./connection.ts";

/** A chunk's own words weigh 1. Those around it help to find it, but must not outweigh a passage that says them. */
const CONTEXT_WEIGHT = 0.3;
const BM25 = `bm25(chunk_words, 1.0, ${CONTEXT_WEIGHT})`;

/** A long paragraph has about as many different words; each costs a pass over all that hold it. */
const MAX_WORDS = 64;
/** In UTF-16 code units; no word is longer, and a pasted page is no word. */
const MAX_WORD_LENGTH = 100;

/** The chunks that hold any of the words, by BM25; equal scores in the order of the ids. Words past the 64th different one are left out. */
export function findMatching(
  connection: Connection,
  words: readonly string[],
  limit: number,
  filter: ChunkFilter,
): readonly ScoredChunk[] {
  const expression = anyOfWords(words);
  if (expression === null || limit < 1) return [];
  const where = chunkFilterSql(filter);
  // Ordering by the function takes half the time of FTS5's own `ORDER BY rank`, which sorts all before it limits.
  return connection.all<ScoredChunk>(
    `SELECT c.id AS chunkId, -${BM25} AS score FROM chunk_words CROSS JOIN chunk c ON c.label = chunk_words.rowid
     WHERE chunk_words MATCH ? AND ${where.sql} ORDER BY score DESC, c.id LIMIT ?`,
    expression,
    ...where.params,
    limit,
  );
}

/** The same scores for given chunks, 0 for one that holds none of the words. */
export function readRelevance(
  connection: Connection,
  words: readonly string[],
  chunkIds: readonly string[],
): readonly number[] {
  const expression = anyOfWords(words);
  if (expression === null) return chunkIds.map(() => 0);
  // The plus keeps FTS5 from starting the whole query again for each of the rowids.
  const rows = connection.all<ScoredChunk>(
    `SELECT c.id AS chunkId, -${BM25} AS score FROM chunk_words JOIN chunk c ON c.label = chunk_words.rowid
     WHERE chunk_words MATCH ? AND +chunk_words.rowid IN (
       SELECT label FROM chunk WHERE id IN (SELECT value FROM json_each(?)))`,
    expression,
    JSON.stringify(chunkIds),
  );
  const scores = new Map(rows.map(({ chunkId, score }) => [chunkId, score]));
  return chunkIds.map((id) => scores.get(id) ?? 0);
}

/** An FTS5 expression for chunks that hold any of these words or phrases in their own text. Null when none is left. */
export function ownWordsExpression(phrases: readonly string[]): string | null {
  const expression = anyOfWords(phrases);
  return expression === null ? null : `{text} : (${expression})`;
}

/** An FTS5 expression in which every word is a string: nothing in it is syntax. Null when no word is left. */
function anyOfWords(words: readonly string[]): string | null {
  const strings = words
    // FTS5 reads the expression up to the first NUL.
    .map((word) => word.replaceAll("\0", " ").slice(0, MAX_WORD_LENGTH).trim().toLowerCase())
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => `"${word.replaceAll('"', '""')}"`);
  const different = [...new Set(strings)].slice(0, MAX_WORDS);
  return different.length === 0 ? null : different.join(" OR ");
}
