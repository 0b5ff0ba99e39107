import { phraseEnd } from "../../find-phrase.ts";
import { HAS_SPECIAL_WORDS } from "../../search-terms.ts";
import { textWords, wordForms } from "../../text-words.ts";
import { wordStem } from "../../word-stem.ts";
import { readTexts } from "../chunk-texts.ts";
import type { Connection } from "../connection.ts";
import type { ChunkTable } from "./chunk-table.ts";
import { rowsWithAllWords } from "./score-words.ts";

/** Shorter words may stand within another ("19" in "COVID-19"), and most texts hold them: they do not choose what is read. */
const TELLING_LENGTH = 3;

/** The rows whose text holds these words in this order, letter case, accents and noise aside. */
export function rowsWithPhrase(connection: Connection, table: ChunkTable, words: readonly string[]): readonly number[] {
  const phrase = words.flatMap(wordForms);
  if (phrase.length === 0) return [];
  const labels = phrase.every((word) => LETTERS.test(word))
    ? [...labelsByFullText(connection, phrase), ...labelsWithAll(table, [HAS_SPECIAL_WORDS, ...telling(phrase)])]
    : labelsWithAll(table, telling(phrase));
  const places = connection.all<{ readonly label: number; readonly article_id: string; readonly spans: string }>(
    "SELECT c.label, c.article_id, c.spans FROM json_each(?) j CROSS JOIN chunk c ON c.label = j.value",
    JSON.stringify([...new Set(labels)]),
  );
  const texts = readTexts(connection, places);
  return places.flatMap(({ label }, i) => (holds(texts[i] as string, phrase) ? (table.rowOf(label) ?? []) : []));
}

const LETTERS = /^[a-z]+$/;

/** FTS5 knows where words stand, so that it finds a phrase of common words, too; but it knows runs of letters alone, by stem. */
const labelsByFullText = (connection: Connection, phrase: readonly string[]): readonly number[] =>
  connection.column<number>("SELECT rowid FROM chunk_words WHERE chunk_words MATCH ?", `"${phrase.join(" ")}"`);

/** The rows whose text holds any form of a word. */
export function rowsWithWord(table: ChunkTable, word: string): readonly number[] {
  const rows: number[] = [];
  table.words.forEach(wordStem(word), (row) => rows.push(row));
  return rows;
}

function telling(phrase: readonly string[]): readonly string[] {
  const long = phrase.filter(({ length }) => length >= TELLING_LENGTH);
  return long.length > 0 ? long : phrase;
}

/** Of the chunks in the index that hold all of these words, in any form. */
function labelsWithAll(table: ChunkTable, words: readonly string[]): readonly number[] {
  const held = rowsWithAllWords(table, [...new Set(words.map(wordStem))]);
  const labels: number[] = [];
  const present = table.present.values;
  for (let row = 0; row < held.length; row++) {
    if (held[row] === 1 && present[row] === 1) labels.push(table.labels.at(row));
  }
  return labels;
}

function holds(text: string, phrase: readonly string[]): boolean {
  const words = textWords(text);
  return words.some((_, start) => phraseEnd(words, start, phrase) >= 0);
}
