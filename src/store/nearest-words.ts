import { distance } from "fastest-levenshtein";

/** From this length on a word may have one letter wrong, and from the next on two: shorter ones are other names. */
const ONE_WRONG_FROM = 5;
const TWO_WRONG_FROM = 8;

/** How many letters of a word may be wrong. */
export const allowedWrong = ({ length }: string): number =>
  length >= TWO_WRONG_FROM ? 2 : length >= ONE_WRONG_FROM ? 1 : 0;

/** Those of the words that are nearest to one by edit distance, if that is no more than allowed. */
export function nearestWords(word: string, words: readonly string[], allowed: number): readonly string[] {
  const distances = words.map((other) => distance(word, other));
  const least = Math.min(allowed, ...distances);
  return words.filter((_, i) => distances[i] === least);
}
