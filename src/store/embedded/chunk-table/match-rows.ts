import { leastScore, type RankingModel } from "../../../ranking/ranking-model.ts";
import type { ChunkQuery } from "../../rank-request.ts";
import type { ArticleRows, ChunkTable } from "./chunk-table.ts";
import type { RowMask } from "./filter-rows.ts";
import { promisingArticles } from "./promising-articles.ts";
import { rowsWithAllWords, scoreNearWords, scoreOwnWords, type WeightedWords } from "./score-words.ts";
import { type RowSignals, SignalReader } from "./signal-reader.ts";

/** What a query asks of the rows of a table. */
export interface RowsAsked {
  readonly model: RankingModel;
  readonly words: WeightedWords;
  /** The rows that are let through. */
  readonly mask: RowMask;
  /** The rows of those who should speak; null where that is nobody in particular. */
  readonly preferred: RowMask | null;
  /** The best score when the first page was asked for; null for that page. */
  readonly best: number | null;
}

/** Rows, and for each of them its score. */
interface ScoredRows {
  readonly rows: readonly number[];
  readonly scores: readonly number[];
}

/** The rows that match a query, in order. */
export interface MatchedRows extends ScoredRows {
  /**
   * The highest score of the rows that reach the floor of their model or hold every word, whatever the filter; null where all
   * match that are let through.
   */
  readonly best: number | null;
  /** What the signals say of one of the rows. */
  signalsOf(row: number): RowSignals;
}

/**
 * Of the rows let through those whose score is enough beside the best of the table, whatever the filter, so that a filter never
 * decides whether a row matches, and those that hold every word of the query; all of them where the query asks for phrases, which
 * decide by themselves, or for nothing.
 */
export function matchRows(table: ChunkTable, query: ChunkQuery, asked: RowsAsked): MatchedRows {
  const { model, words, mask, preferred } = asked;
  const asksForAll = query.phrases.length > 0 || (query.words.length === 0 && query.vector === null);
  const cosines = query.vector && table.vectors.cosines(query.vector);
  const holdsAll = rowsWithAllWords(table, asksForAll ? [] : words.stems);
  const promising = asksForAll
    ? allArticles(table)
    : promisingArticles(table, model, { cosines, words, preferred, holdsAll });
  const reader = new SignalReader(table, { cosines, ...wordEvidence(table, words, promising), preferred }, model);
  const articles = table.articles.filter((_, place) => promising[place] === 1);
  const signalsOf = (row: number) => reader.signalsOf(row);
  if (asksForAll) return { ...scoreRows(articles, reader, mask, () => true), best: null, signalsOf };
  const near = scoreRows(
    articles,
    reader,
    table.present.values,
    (row, score) => holdsAll[row] === 1 || score >= reader.modelOf(row).floor,
  );
  const best = asked.best ?? highest(near.scores);
  const isEnough = (row: number, score: number) =>
    holdsAll[row] === 1 || score >= leastScore(reader.modelOf(row), best);
  return { ...only(near, (row, score) => mask[row] === 1 && isEnough(row, score)), best, signalsOf };
}

const allArticles = ({ articles }: ChunkTable): Uint8Array => new Uint8Array(articles.length).fill(1);

function wordEvidence(table: ChunkTable, words: WeightedWords, articles: Uint8Array) {
  if (words.stems.length === 0) return { words: null, nearWords: null };
  return { words: scoreOwnWords(table, words), nearWords: scoreNearWords(table, words, articles) };
}

type IsWanted = (row: number, score: number) => boolean;

/** Of the rows of some articles that a mask lets through those that are wanted. */
function scoreRows(
  articles: readonly ArticleRows[],
  reader: SignalReader,
  through: RowMask,
  isWanted: IsWanted,
): ScoredRows {
  const rows: number[] = [];
  const scores: number[] = [];
  for (const article of articles) {
    for (let row = article.first; row < article.end; row++) {
      if (through[row] === 0) continue;
      reader.open(article);
      const score = reader.scoreOf(row);
      if (!isWanted(row, score)) continue;
      rows.push(row);
      scores.push(score);
    }
  }
  return { rows, scores };
}

function only({ rows, scores }: ScoredRows, isWanted: IsWanted): ScoredRows {
  const kept = (_: number, i: number) => isWanted(rows[i] as number, scores[i] as number);
  return { rows: rows.filter(kept), scores: scores.filter(kept) };
}

const highest = (scores: readonly number[]): number =>
  scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
