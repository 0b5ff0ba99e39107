import type { ChunkQuery, FoundChunks } from "../../chunk-query.ts";
import type { ArticleRows, ChunkTable } from "./chunk-table.ts";
import { Evidence, promisingArticles } from "./evidence.ts";
import type { RowMask } from "./filter-rows.ts";
import { scoreNearWords, scoreOwnWords, type WeightedWords } from "./score-words.ts";

/** What a query asks of the rows of a table. */
export interface RowsAsked {
  readonly words: WeightedWords;
  /** The rows that are let through. */
  readonly mask: RowMask;
  /** The rows of those who should speak; null where that is nobody in particular. */
  readonly preferred: RowMask | null;
}

/** Rows that match a query, in order, and for each of them what the signals say. */
export interface MatchedRows {
  readonly rows: Int32Array;
  readonly signals: FoundChunks["signals"];
}

/**
 * Of the rows let through, those whose evidence is enough; all of them where the query asks for phrases, which decide by
 * themselves, or for nothing.
 */
export function matchRows(table: ChunkTable, query: ChunkQuery, { words, mask, preferred }: RowsAsked): MatchedRows {
  const asksForAll = query.phrases.length > 0 || (query.words.length === 0 && query.vector === null);
  const cosines = query.vector && table.vectors.cosines(query.vector);
  const ownWords = scoreOwnWords(table, words);
  const own = { words: ownWords, cosines, preferred };
  const promising = asksForAll ? allArticles(table) : promisingArticles(table, own, words.stems);
  const evidence = new Evidence(table, own, scoreNearWords(table, words, promising));
  const isWanted = (row: number) => mask[row] === 1 && (asksForAll || evidence.suffices(row));
  const { rows, meaning, around } = collect(articlesToRead(table, promising, mask), evidence, isWanted);
  return {
    rows,
    signals: {
      ...(cosines && { DENSE: pick(rows, cosines), DENSE_CONTEXT: Float64Array.from(meaning) }),
      ...(query.words.length > 0 && { LEXICAL: pick(rows, ownWords), LEXICAL_CONTEXT: Float64Array.from(around) }),
      ...(preferred && { SPEAKER: pick(rows, preferred) }),
    },
  };
}

const allArticles = ({ articles }: ChunkTable): Uint8Array => new Uint8Array(articles.length).fill(1);

/** The articles to look at closely: of those that nothing is let through of there is nothing to find. */
function articlesToRead({ articles }: ChunkTable, promising: Uint8Array, mask: RowMask): readonly ArticleRows[] {
  const closely: ArticleRows[] = [];
  for (let place = 0; place < articles.length; place++) {
    const article = articles[place] as ArticleRows;
    if (promising[place] === 1 && letsThrough(mask, article)) closely.push(article);
  }
  return closely;
}

function letsThrough(mask: RowMask, { first, end }: ArticleRows): boolean {
  for (let row = first; row < end; row++) if (mask[row] === 1) return true;
  return false;
}

/** The rows that are wanted, and for each of them its evidence by meaning and by words. */
function collect(articles: readonly ArticleRows[], evidence: Evidence, isWanted: (row: number) => boolean) {
  const rows: number[] = [];
  const meaning: number[] = [];
  const around: number[] = [];
  for (const article of articles) {
    evidence.read(article);
    for (let row = article.first; row < article.end; row++) {
      if (!isWanted(row)) continue;
      rows.push(row);
      meaning.push(evidence.meaningAt(row));
      around.push(evidence.wordsAt(row));
    }
  }
  return { rows: Int32Array.from(rows), meaning, around };
}

function pick(rows: Int32Array, scores: ArrayLike<number>): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) picked[place] = scores[rows[place] as number] as number;
  return picked;
}
