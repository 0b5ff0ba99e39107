import type { RankingModel } from "../../../ranking/ranking-model.ts";
import { limitsOf, mostOfPassage, mostOfTurn } from "../../../ranking/score-limits.ts";
import { mostOfWord, type WeightedWords } from "../../../ranking/word-evidence.ts";
import type { ChunkTable } from "./chunk-table.ts";
import type { RowMask } from "./filter-rows.ts";

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
  const promising = new Uint8Array(table.articles.length);
  const [passage, turn] = [limitsOf(model.passage), limitsOf(model.turn)];
  for (let place = 0; place < promising.length; place++) {
    const cosine = highest?.[place] ?? 0;
    const share = mostWords?.[place] ?? 0;
    const speaker = sought?.[place] ?? 0;
    const isPromising =
      matching[place] === 1 ||
      mostOfPassage(passage, cosine, share, speaker) >= model.passage.floor ||
      (transcripts[place] === 1 && mostOfTurn(turn, cosine, share, speaker) >= model.turn.floor);
    promising[place] = isPromising ? 1 : 0;
  }
  return promising;
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
