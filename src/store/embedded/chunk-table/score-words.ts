import { TURN } from "../../../ranking/row-kinds.ts";
import {
  lengthNorm,
  NEAR,
  NEAR_COUNT,
  shareOfWord,
  type WeightedWords,
  type WordStatistics,
  weighByRarity,
} from "../../../ranking/word-evidence.ts";
import type { ArticleRows, ChunkTable } from "./chunk-table.ts";
import type { RowMask } from "./filter-rows.ts";

/** The weights of words by how rare they are, today or, given statistics, as they were. */
export function weighWords(
  table: ChunkTable,
  stems: readonly string[],
  statistics: WordStatistics | null,
): WeightedWords {
  const known = statistics ?? readStatistics(table, stems);
  return { stems, ...weighByRarity(known, stems.length), statistics: known };
}

/** BM25 of each row as a share of the words' weight: about 1 for a text that holds each word once. */
export function scoreOwnWords(table: ChunkTable, words: WeightedWords): Float64Array {
  return scoreCounts(table, words, (stem, tell) => table.words.forEach(stem, tell));
}

/** 1 for each row whose own text holds every one of some words, by stem; none where there are no words. */
export function rowsWithAllWords({ rowCount, words }: ChunkTable, stems: readonly string[]): RowMask {
  const all = new Uint8Array(rowCount);
  if (stems.length === 0) return all;
  const held = new Uint16Array(rowCount);
  stems.forEach((stem, i) => {
    words.forEach(stem, (row) => {
      if (held[row] === i) held[row] = i + 1;
    });
  });
  // `Uint8Array.from(held, ...)` takes 5 ms for 100,000 rows, as much as all else of a search.
  for (let row = 0; row < rowCount; row++) if (held[row] === stems.length) all[row] = 1;
  return all;
}

/**
 * The same for the rows of some articles (1 by their place in the table), where what the title or a passage close by holds counts a little, so that
 * words that a passage leaves unsaid are not missing in it. Turns of a transcript are left as they are: whole
 * exchanges are gathered around them anyway.
 */
export function scoreNearWords(table: ChunkTable, words: WeightedWords, articles: Uint8Array): Float64Array {
  const counter = new NearWordCounter(table, articles);
  return scoreCounts(table, words, (stem, tell) => counter.forEach(stem, tell));
}

type TellCount = (row: number, count: number) => void;

function scoreCounts(
  table: ChunkTable,
  { stems, weights, statistics }: WeightedWords,
  forEachCount: (stem: string, tell: TellCount) => void,
): Float64Array {
  const scores = new Float64Array(table.rowCount);
  const lengths = table.words.lengths;
  const kinds = table.kinds.values;
  stems.forEach((stem, i) => {
    const weight = weights[i] as number;
    forEachCount(stem, (row, count) => {
      const norm = lengthNorm((lengths[row] as number) / statistics.meanLength, kinds[row] === TURN);
      scores[row] = (scores[row] as number) + weight * shareOfWord(count, norm);
    });
  });
  return scores;
}

/** Counts a word in each row of some articles, with what the rows close by and the title hold of it. */
class NearWordCounter {
  readonly #table: ChunkTable;
  readonly #wanted: Uint8Array;
  /** Of each row, for one word at a time. */
  readonly #counts: Float32Array;
  readonly #kinds: Uint8Array;
  /** The rows counted so far, the first `#touchedCount`. */
  readonly #touched: Int32Array;
  #touchedCount = 0;

  constructor(table: ChunkTable, articles: Uint8Array) {
    this.#table = table;
    this.#touched = new Int32Array(table.rowCount);
    this.#counts = new Float32Array(table.rowCount);
    this.#kinds = table.kinds.values;
    this.#wanted = articles;
  }

  forEach(stem: string, tell: TellCount): void {
    const { words, titleWords, articles } = this.#table;
    const places = this.#table.articleOf.values;
    words.forEach(stem, (row, count) => {
      const place = places[row] as number;
      if (this.#wanted[place] === 0) return;
      this.#add(row, count);
      const { first, end } = articles[place] as ArticleRows;
      this.#addNear(Math.max(first, row - NEAR), row);
      this.#addNear(row + 1, Math.min(end, row + NEAR + 1));
    });
    titleWords.forEach(stem, (place) => {
      if (this.#wanted[place] === 0) return;
      const { first, end } = articles[place] as ArticleRows;
      this.#addNear(first, end);
    });
    for (const row of this.#touched.subarray(0, this.#touchedCount)) {
      tell(row, this.#counts[row] as number);
      this.#counts[row] = 0;
    }
    this.#touchedCount = 0;
  }

  #addNear(first: number, end: number): void {
    const kinds = this.#kinds;
    for (let row = first; row < end; row++) if (kinds[row] !== TURN) this.#add(row, NEAR_COUNT);
  }

  #add(row: number, count: number): void {
    if (this.#counts[row] === 0) this.#touched[this.#touchedCount++] = row;
    this.#counts[row] = (this.#counts[row] as number) + count;
  }
}

function readStatistics(table: ChunkTable, stems: readonly string[]): WordStatistics {
  const holding = stems.map((stem) => countHolding(table, stem));
  return { passages: table.count, meanLength: table.words.meanLength, holding };
}

function countHolding(table: ChunkTable, stem: string): number {
  const present = table.present.values;
  let count = 0;
  table.words.forEach(stem, (row) => {
    count += present[row] as number;
  });
  return count;
}
