import { mostOfMeaning, mostOfWords } from "../../../ranking/exchange.ts";
import type { LinearModel, RankingModel } from "../../../ranking/ranking-model.ts";
import { mostOfWord } from "../../../ranking/word-evidence.ts";
import type { ChunkTable } from "./chunk-table.ts";
import type { RowMask } from "./filter-rows.ts";
import type { WeightedWords } from "./score-words.ts";

/** What an article's passages can have at most of each signal. */
interface Most {
  readonly cosine: number;
  readonly words: number;
  readonly speaker: number;
}

/**
 * 1, by the place of an article, unless none of its passages can have the score that a match needs, whatever stands around it: most
 * articles need no closer look.
 */
export function promisingArticles(
  table: ChunkTable,
  model: RankingModel,
  {
    cosines,
    words,
    preferred,
    holdsAll,
  }: {
    readonly cosines: Float32Array | null;
    readonly words: WeightedWords;
    readonly preferred: RowMask | null;
    /** The rows that match by holding all words. */
    readonly holdsAll: RowMask;
  },
): Uint8Array {
  const highest = cosines && highestCosines(table, cosines);
  const mostWords = words.stems.length > 0 ? mostOfWordsByArticle(table, words) : null;
  const sought = preferred && articlesOf(table, preferred);
  const matching = articlesOf(table, holdsAll);
  const transcripts = table.transcripts.values;
  return Uint8Array.from(table.articles, (_, place) => {
    const most = { cosine: highest?.[place] ?? 0, words: mostWords?.[place] ?? 0, speaker: sought?.[place] ?? 0 };
    const isPromising =
      matching[place] === 1 ||
      canPassageMatch(model.passage, most) ||
      (transcripts[place] === 1 && canTurnMatch(model.turn, most));
    return isPromising ? 1 : 0;
  });
}

function canPassageMatch(model: LinearModel, { cosine, words, speaker }: Most): boolean {
  return mostOf(model, { DENSE: cosine, LEXICAL: words, LEXICAL_CONTEXT: words, SPEAKER: speaker }) >= model.floor;
}

function canTurnMatch(model: LinearModel, { cosine, words, speaker }: Most): boolean {
  const signals = {
    ...{ DENSE: cosine, DENSE_CONTEXT: mostOfMeaning(cosine) },
    ...{ LEXICAL: words, LEXICAL_CONTEXT: mostOfWords(words), SPEAKER: speaker },
  };
  return mostOf(model, signals) >= model.floor;
}

/** Signals whose weight is below 0 may be 0; of those that a query says nothing of each is 1 at most. */
function mostOf({ base, weights }: LinearModel, signals: Readonly<Record<string, number>>): number {
  return Object.entries(weights).reduce(
    (sum, [signal, weight]) => sum + Math.max(0, weight * (signals[signal] ?? 1)),
    base,
  );
}

/** For each article the highest cosine in it, 0 or above. */
function highestCosines(table: ChunkTable, cosines: Float32Array): Float32Array {
  const highest = new Float32Array(table.articles.length);
  const places = table.articleOf.values;
  for (let row = 0; row < cosines.length; row++) {
    const place = places[row] as number;
    if ((cosines[row] as number) > (highest[place] as number)) highest[place] = cosines[row] as number;
  }
  return highest;
}

/** For each article the most that its words can give one of its passages. */
function mostOfWordsByArticle(table: ChunkTable, { stems, weights }: WeightedWords): Float32Array {
  const most = new Float32Array(table.articles.length);
  const counts = new Float32Array(table.articles.length);
  const places = table.articleOf.values;
  stems.forEach((stem, i) => {
    counts.fill(0);
    table.words.forEach(stem, (row, count) => {
      const place = places[row] as number;
      counts[place] = (counts[place] as number) + count;
    });
    table.titleWords.forEach(stem, (place) => {
      counts[place] = (counts[place] as number) + 1;
    });
    for (let place = 0; place < most.length; place++) {
      const count = counts[place] as number;
      if (count > 0) most[place] = (most[place] as number) + (weights[i] as number) * mostOfWord(count);
    }
  });
  return most;
}

/** 1, by the place of an article, where it has any of these rows. */
function articlesOf(table: ChunkTable, mask: RowMask): Uint8Array {
  const articles = new Uint8Array(table.articles.length);
  const places = table.articleOf.values;
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) articles[places[row] as number] = 1;
  return articles;
}
