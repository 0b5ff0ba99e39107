import type { Signal } from "../../../model/hit.ts";
import type { SignalColumns } from "../../../ranking/candidates.ts";
import { leastScore, type RankingModel } from "../../../ranking/ranking-model.ts";
import type { ChunkQuery } from "../../rank-request.ts";
import type { ArticleRows, ChunkTable } from "./chunk-table.ts";
import type { RowMask } from "./filter-rows.ts";
import { promisingArticles } from "./promising-articles.ts";
import { rowsWithAllWords, scoreNearWords, scoreOwnWords, type WeightedWords } from "./score-words.ts";
import { SignalReader } from "./signal-reader.ts";

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

/** Rows that match a query, in order, and for each of them what the signals say and what the model makes of it. */
export interface MatchedRows {
  readonly rows: Int32Array;
  readonly signals: SignalColumns;
  readonly scores: Float64Array;
  /** The highest score in the table, whatever the filter; null where all match that are let through. */
  readonly best: number | null;
}

/**
 * Of the rows let through those whose score is enough beside the best of the table, whatever the filter, so that a filter never
 * decides whether a row matches, and those that hold every word of the query; all of them where the query asks for phrases, which decide by themselves, or for nothing.
 */
export function matchRows(table: ChunkTable, query: ChunkQuery, asked: RowsAsked): MatchedRows {
  const { model, words, mask, preferred } = asked;
  const asksForAll = query.phrases.length > 0 || (query.words.length === 0 && query.vector === null);
  const cosines = query.vector && table.vectors.cosines(query.vector);
  const holdsAll = rowsWithAllWords(table, words);
  const promising = asksForAll
    ? allArticles(table)
    : promisingArticles(table, model, { cosines, words, preferred, holdsAll });
  const hasWords = words.stems.length > 0;
  const evidence = {
    cosines,
    words: hasWords ? scoreOwnWords(table, words) : null,
    nearWords: hasWords ? scoreNearWords(table, words, promising) : null,
    preferred,
  };
  const reader = new SignalReader(table, evidence, model);
  const articles = table.articles.filter((_, place) => promising[place] === 1);
  if (asksForAll)
    return readRows(
      table,
      reader,
      rowsOf(articles, (row) => mask[row] === 1),
    );
  const near = scoredRows(table, articles, reader, holdsAll);
  const best = asked.best ?? near.best;
  const isEnough = (row: number, score: number) =>
    holdsAll[row] === 1 || score >= leastScore(reader.modelOf(row), best);
  const rows = near.rows.filter((row, i) => mask[row] === 1 && isEnough(row, near.scores[i] as number));
  return { ...readRows(table, reader, rows), best };
}

const allArticles = ({ articles }: ChunkTable): Uint8Array => new Uint8Array(articles.length).fill(1);

function rowsOf(articles: readonly ArticleRows[], isWanted: (row: number) => boolean): readonly number[] {
  const rows: number[] = [];
  for (const { first, end } of articles) for (let row = first; row < end; row++) if (isWanted(row)) rows.push(row);
  return rows;
}

/** The rows in the index that reach the floor of their model or hold all words, and the highest score of all. */
function scoredRows(
  { present }: ChunkTable,
  articles: readonly ArticleRows[],
  reader: SignalReader,
  holdsAll: RowMask,
) {
  const isPresent = present.values;
  const rows: number[] = [];
  const scores: number[] = [];
  let best = Number.NEGATIVE_INFINITY;
  for (const article of articles) {
    reader.open(article);
    for (let row = article.first; row < article.end; row++) {
      if (isPresent[row] === 0) continue;
      const score = reader.scoreOf(row);
      if (score > best) best = score;
      if (score < reader.modelOf(row).floor && holdsAll[row] === 0) continue;
      rows.push(row);
      scores.push(score);
    }
  }
  return { rows, scores, best };
}

/** What the signals say of some rows, in order, and their scores. */
function readRows({ articles, articleOf }: ChunkTable, reader: SignalReader, rows: readonly number[]): MatchedRows {
  const readers = Object.entries(reader.readers).map(([signal, read]) => ({ signal: signal as Signal, read }));
  const columns = readers.map(() => new Float64Array(rows.length));
  const scores = new Float64Array(rows.length);
  let opened = -1;
  rows.forEach((row, place) => {
    const article = articleOf.at(row);
    if (article !== opened) reader.open(articles[article] as ArticleRows);
    opened = article;
    scores[place] = reader.scoreOf(row);
    readers.forEach(({ read }, i) => {
      (columns[i] as Float64Array)[place] = read(row);
    });
  });
  const signals = Object.fromEntries(readers.map(({ signal }, i) => [signal, columns[i] as Float64Array]));
  return { rows: Int32Array.from(rows), signals, scores, best: null };
}
