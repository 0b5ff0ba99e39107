import type { ChunkFilter } from "../../chunk-filter.ts";
import type { ChunkQuery } from "../../rank-request.ts";
import type { Connection } from "../connection.ts";
import type { ChunkTable } from "./chunk-table.ts";
import { type Filtered, filterRows, type KeysOf, type RowMask } from "./filter-rows.ts";
import { rowsWithPhrase, rowsWithWord } from "./held-phrases.ts";

/** The rows that the filter lets through, that hold all phrases and nothing that is excluded. */
export function eligibleRows(
  connection: Connection,
  table: ChunkTable,
  { phrases, excluded }: ChunkQuery,
  { filter, keysOf }: { readonly filter: ChunkFilter; readonly keysOf: KeysOf },
): Filtered {
  const through = filterRows(table, filter, keysOf);
  const holding = (words: readonly string[]) => rowsWithPhrase(connection, table, words);
  for (const phrase of phrases) keepOnly(through.rows, holding(phrase));
  for (const words of excluded) {
    const [word = ""] = words;
    for (const row of words.length === 1 ? rowsWithWord(table, word) : holding(words)) through.rows[row] = 0;
  }
  return through;
}

function keepOnly(mask: RowMask, rows: readonly number[]): void {
  const kept = new Set(rows);
  for (let row = 0; row < mask.length; row++) if (!kept.has(row)) mask[row] = 0;
}
