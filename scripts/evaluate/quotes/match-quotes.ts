import { type WordSet, wordOverlap } from "./word-set.ts";

/** From this share of common words on two contents are matched at all. */
const LOOSE_OVERLAP = 0.5;
/** From this share on a quote counts as found. */
export const GOOD_OVERLAP = 0.8;

export interface Match {
  /** Which of the annotated quotes, and which of the found ones, from 0. */
  readonly gold: number;
  readonly found: number;
  /** Intersection over union of their words. */
  readonly overlap: number;
}

/**
 * Matches each annotated content with at most one found content, the best overlap first (greedy); of equal ones the
 * annotated quote that comes first.
 */
export function matchQuotes(
  gold: readonly WordSet[],
  found: readonly WordSet[],
  atLeast = LOOSE_OVERLAP,
): readonly Match[] {
  const goldLeft = new Set(gold.keys());
  const foundLeft = new Set(found.keys());
  return candidates(gold, found, atLeast).filter((match) => {
    if (!goldLeft.has(match.gold) || !foundLeft.has(match.found)) return false;
    goldLeft.delete(match.gold);
    foundLeft.delete(match.found);
    return true;
  });
}

const candidates = (gold: readonly WordSet[], found: readonly WordSet[], atLeast: number): readonly Match[] =>
  gold
    .flatMap((words, i) => found.map((other, j) => ({ gold: i, found: j, overlap: wordOverlap(words, other) })))
    .filter(({ overlap }) => overlap >= atLeast)
    .sort((a, b) => b.overlap - a.overlap);
