import { foldedWords, wordStem } from "../../word-stem.ts";
import type { Connection } from "../connection.ts";
import { matchExpression } from "../full-text.ts";
import type { ChunkTable } from "./chunk-table.ts";

/** The rows whose text holds these words in this order, letter case and accents aside. */
export function rowsWithPhrase(connection: Connection, table: ChunkTable, words: readonly string[]): readonly number[] {
  const wanted = words.flatMap(foldedWords);
  const expression = matchExpression([wanted.join(" ")]);
  if (expression === null) return [];
  // FTS5 knows where words stand, but compares their stems: what it finds is read again.
  const rows = connection.all<{ readonly label: number; readonly text: string }>(
    "SELECT rowid AS label, text FROM chunk_words WHERE chunk_words MATCH ?",
    expression,
  );
  return rows.flatMap(({ label, text }) => (holds(foldedWords(text), wanted) ? (table.rowOf(label) ?? []) : []));
}

/** The rows whose text holds any form of a word. */
export function rowsWithWord(table: ChunkTable, word: string): readonly number[] {
  const rows: number[] = [];
  table.words.forEach(wordStem(word), (row) => rows.push(row));
  return rows;
}

const holds = (text: readonly string[], phrase: readonly string[]): boolean =>
  text.some((_, start) => phrase.every((word, i) => text[start + i] === word));
