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

/** The inverse document frequency, as Lucene has it: never below 0. */
export const rarity = ({ passages }: WordStatistics, holding: number): number =>
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
