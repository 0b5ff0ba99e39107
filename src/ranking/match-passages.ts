import { leastScore } from "./ranking-model.ts";
import type { RowRange, SignalReader } from "./signal-reader.ts";

/** 1 for each row that counts, 0 for the others. */
type RowMask = Uint8Array;

/** Rows, and for each of them its score. */
export interface ScoredRows {
  readonly rows: readonly number[];
  readonly scores: readonly number[];
}

/** Rows that match, in order. */
export interface MatchedPassages extends ScoredRows {
  /** The highest score of the rows that reach the floor of their model or hold every word, whatever the filter. */
  readonly best: number;
}

export interface PassagesAsked {
  /** The rows that a filter lets through. */
  readonly mask: RowMask;
  /** The rows that there are. */
  readonly present: RowMask;
  /** The rows that hold every word of the query. */
  readonly holdsAll: RowMask;
  /** The best score when the first page was asked for; null for that page. */
  readonly best: number | null;
}

/**
 * Of the rows let through those whose score is enough beside the best of all, whatever the filter, so that a filter never decides
 * whether a row matches, and those that hold every word of the query.
 */
export function matchPassages(
  reader: SignalReader,
  articles: readonly RowRange[],
  { mask, present, holdsAll, best: known }: PassagesAsked,
): MatchedPassages {
  const isNear: IsWanted = (row, score) => holdsAll[row] === 1 || score >= reader.modelOf(row).floor;
  const near = scoreRows(reader, articles, known === null ? present : mask, isNear);
  const best = known ?? highest(near.scores);
  const isEnough = (row: number, score: number) =>
    holdsAll[row] === 1 || score >= leastScore(reader.modelOf(row), best);
  return { ...only(near, (row, score) => mask[row] === 1 && isEnough(row, score)), best };
}

type IsWanted = (row: number, score: number) => boolean;

/** Of the rows of some articles that a mask lets through those that are wanted. */
export function scoreRows(
  reader: SignalReader,
  articles: readonly RowRange[],
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
