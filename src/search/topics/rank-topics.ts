import type { TopicCandidate } from "./topic-candidates.ts";

/** What somebody speaks of. */
export interface Topic {
  readonly phrase: string;
  /** In how many of the quotes that were read. */
  readonly quotes: number;
  /** How much more often than others use it: a log-likelihood ratio, 0 and up. */
  readonly weight: number;
}

/** A candidate with how many chunks of the whole index have it. */
export interface CountedCandidate extends TopicCandidate {
  readonly chunks: number;
}

/**
 * The topics of somebody by Dunning's log-likelihood ratio (1993, "Accurate methods for the statistics of surprise and
 * coincidence") of their quotes against the index. A phrase goes before its words where it comes about as often, and no word
 * comes twice.
 * @param quotes How many quotes were read, `chunks` how many chunks there are.
 */
export function rankTopics(
  candidates: readonly CountedCandidate[],
  totals: { readonly quotes: number; readonly chunks: number },
  most: number,
): readonly Topic[] {
  const weighed = candidates
    .map((candidate) => ({ ...candidate, weight: surprise(candidate, totals) * bonus(candidate) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || b.stems.length - a.stems.length || (a.phrase < b.phrase ? -1 : 1));
  const taken = new Set<string>();
  const topics: Topic[] = [];
  for (const { phrase, stems, texts, weight } of weighed) {
    if (topics.length === most) break;
    if (stems.some((word) => taken.has(word))) continue;
    for (const word of stems) taken.add(word);
    topics.push({ phrase, quotes: texts, weight });
  }
  return topics;
}

/** A phrase that comes again says more than its words: each further word counts for half as much again. */
const PHRASE_BONUS = 0.5;

/** One that comes once may be chance; who keeps to a word within one speech speaks of it. */
const bonus = ({ stems, texts, uses }: TopicCandidate): number =>
  (texts > 1 ? 1 + PHRASE_BONUS * (stems.length - 1) : 1) * (1 + Math.log(uses));

/** Twice the log of how much likelier the counts are with a rate of one's own; 0 where others use it as often or more. */
function surprise(
  { texts, chunks }: CountedCandidate,
  totals: { readonly quotes: number; readonly chunks: number },
): number {
  const others = Math.max(0, chunks - texts);
  const [mine, theirs] = [totals.quotes, Math.max(1, totals.chunks - totals.quotes)];
  const rate = (texts + others) / (mine + theirs);
  if (texts / mine <= others / theirs) return 0;
  return 2 * (part(texts, mine * rate) + part(others, theirs * rate));
}

const part = (observed: number, expected: number): number =>
  observed === 0 ? 0 : observed * Math.log(observed / expected);
