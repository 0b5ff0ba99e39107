/** BM25 (Robertson and Zaragoza 2009): how soon a repeated word adds no more. */
const SATURATION = 1.2;
/** How much a text longer than others is held against, 0..1: a turn may go on for pages, a passage of prose does not. */
const PASSAGE_LENGTH_PENALTY = 0.3;
const TURN_LENGTH_PENALTY = 0.65;

/** A word of the title, and one of a passage close by, counts as so much of one in the passage. */
export const NEAR_COUNT = 0.25;
/** How many passages either side are close by. */
export const NEAR = 2;

/** What the weight of words depends on beside the text they stand in. */
export interface WordStatistics {
  /** How many passages there are. */
  readonly passages: number;
  /** Words of a passage, on average. */
  readonly meanLength: number;
  /** For each of the query's words, how many passages hold it. */
  readonly holding: readonly number[];
}

/** Words to look for, by stem, each with its weight; the sum of the weights is 1. */
export interface WeightedWords {
  readonly stems: readonly string[];
  readonly weights: readonly number[];
  /** What the weights were divided by. */
  readonly total: number;
  readonly statistics: WordStatistics;
}

/** The weights of so many words by how rare they are, and what they were divided by. */
export function weighByRarity(statistics: WordStatistics, count: number): Pick<WeightedWords, "weights" | "total"> {
  const raw = Array.from({ length: count }, (_, i) => rarity(statistics, statistics.holding[i] ?? 0));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return { weights: raw.map((weight) => weight / (total || 1)), total };
}

/** The inverse document frequency, as Lucene has it: never below 0. */
const rarity = ({ passages }: WordStatistics, holding: number): number =>
  Math.log(1 + (Math.max(passages, holding) - holding + 0.5) / (holding + 0.5));

/** What BM25 divides by beside the count. @param length Of the text, as a multiple of the mean length. */
export function lengthNorm(length: number, isTurn: boolean): number {
  const penalty = isTurn ? TURN_LENGTH_PENALTY : PASSAGE_LENGTH_PENALTY;
  return SATURATION * (1 - penalty + penalty * length);
}

/** What a word adds that a text holds so often: its weight for about one, never more than `mostOfWord`. */
export const shareOfWord = (count: number, norm: number): number => ((SATURATION + 1) * count) / (count + norm);

/** The most that a word can add which stands so often in an article, its title counted. */
export const mostOfWord = (count: number): number =>
  shareOfWord(count, SATURATION * (1 - Math.max(PASSAGE_LENGTH_PENALTY, TURN_LENGTH_PENALTY)));
