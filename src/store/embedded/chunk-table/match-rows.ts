import { matchPassages, type ScoredRows, scoreRows } from "../../../ranking/match-passages.ts";
import type { RankingModel } from "../../../ranking/ranking-model.ts";
import { type RowSignals, SignalReader } from "../../../ranking/signal-reader.ts";
import type { WeightedWords } from "../../../ranking/word-evidence.ts";
import { asksForAll, type ChunkQuery } from "../../rank-request.ts";
import type { ChunkTable } from "./chunk-table.ts";
import type { RowMask } from "./filter-rows.ts";
import { promisingArticles } from "./promising-articles.ts";
import { rowsWithAllWords, scoreNearWords, scoreOwnWords } from "./score-words.ts";

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
  const wantsAll = asksForAll(query);
  const cosines = query.vector && table.vectors.cosines(query.vector);
  const holdsAll = rowsWithAllWords(table, wantsAll ? [] : words.stems);
  const promising = wantsAll
    ? allArticles(table)
    : promisingArticles(table, model, { cosines, words, preferred, holdsAll });
  const evidence = { cosines, ...wordEvidence(table, words, promising), preferred };
  const reader = new SignalReader(table.passageRows, evidence, model);
  const articles = table.articles.filter((_, place) => promising[place] === 1);
  const signalsOf = (row: number) => reader.signalsOf(row);
  if (wantsAll) return { ...scoreRows(reader, articles, mask, () => true), best: null, signalsOf };
  const present = table.present.values;
  return { ...matchPassages(reader, articles, { mask, present, holdsAll, best: asked.best }), signalsOf };
}

const allArticles = ({ articles }: ChunkTable): Uint8Array => new Uint8Array(articles.length).fill(1);

function wordEvidence(table: ChunkTable, words: WeightedWords, articles: Uint8Array) {
  if (words.stems.length === 0) return { words: null, nearWords: null };
  return { words: scoreOwnWords(table, words), nearWords: scoreNearWords(table, words, articles) };
}
