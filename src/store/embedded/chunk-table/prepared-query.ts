import type { ChunkQuery } from "../../chunk-query.ts";
import type { ChunkFilter } from "../../quote-store.ts";
import { wordStem } from "../../word-stem.ts";
import type { Connection } from "../connection.ts";
import type { ChunkTable } from "./chunk-table.ts";
import { filterRows, type KeysOf, type RowMask } from "./filter-rows.ts";
import { rowsWithPhrase, rowsWithWord } from "./held-phrases.ts";
import { scoreNearWords, scoreOwnWords, type WeightedWords, weighWords } from "./score-words.ts";

/** What a query asks of a table, as far as it can be told before its meaning is known: while the model reads it. */
export interface PreparedQuery {
  readonly query: ChunkQuery;
  readonly filter: ChunkFilter;
  readonly words: WeightedWords;
  /** Of each row, by the words that it holds. */
  readonly ownWords: Float64Array;
  /** The same with what the title and passages close by hold. */
  readonly nearWords: Float64Array;
  /** The rows that the filter lets through, that hold all phrases and nothing that is excluded. */
  readonly mask: RowMask;
  /** The rows of those who should speak; null where that is nobody in particular. */
  readonly preferred: RowMask | null;
  /** Whether the table is the one that it was made for, and holds the same chunks still. */
  isOf(table: ChunkTable): boolean;
}

export function prepareQuery(
  connection: Connection,
  table: ChunkTable,
  keysOf: KeysOf,
  { query, filter }: Pick<PreparedQuery, "query" | "filter">,
): PreparedQuery {
  const words = weighWords(table, [...new Set(query.words.map(wordStem))], query.statistics);
  const speakers = query.preferredSpeakers;
  const { rowCount, count } = table;
  return {
    query,
    filter,
    words,
    ownWords: scoreOwnWords(table, words),
    nearWords: scoreNearWords(table, words),
    mask: eligibleRows(connection, table, query, filterRows(table, filter, keysOf)),
    preferred: speakers.length === 0 ? null : filterRows(table, { speakers }, keysOf),
    isOf: (other) => other === table && other.rowCount === rowCount && other.count === count,
  };
}

function eligibleRows(
  connection: Connection,
  table: ChunkTable,
  { phrases, excluded }: ChunkQuery,
  mask: RowMask,
): RowMask {
  const rowsHolding = (phrase: readonly string[]) => rowsWithPhrase(connection, table, phrase);
  const rowsHoldingAnyForm = ([word = ""]: readonly string[]) => rowsWithWord(table, word);
  for (const phrase of phrases) keepOnly(mask, rowsHolding(phrase));
  for (const words of excluded) {
    for (const row of words.length === 1 ? rowsHoldingAnyForm(words) : rowsHolding(words)) mask[row] = 0;
  }
  return mask;
}

function keepOnly(mask: RowMask, rows: readonly number[]): void {
  const kept = new Set(rows);
  for (let row = 0; row < mask.length; row++) if (!kept.has(row)) mask[row] = 0;
}
