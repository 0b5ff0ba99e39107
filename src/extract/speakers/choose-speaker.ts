import type { ChooseSpeaker } from "./resolve-speakers.ts";
import type { SpeakerCandidate, SpokenQuote } from "./speaker-candidates.ts";
import { candidateFeatures, type Feature, nobodyFeatures } from "./speaker-features.ts";
import MODEL from "./speaker-weights.json" with { type: "json" };

/** What each feature adds for whoever has it. */
const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(MODEL.weights));

/**
 * A name is given from this probability on; below it, nobody. A wrong name costs a reader more than a missing one: docs/quotes.md has
 * the two errors at each threshold.
 */
const MIN_PROBABILITY = 0.5;

/**
 * Chooses the likeliest of the candidates and nobody by a conditional log-linear model (McFadden 1974), whose probabilities are those of the
 * person being right: cross-validated, of the names given at a probability about that share is right.
 */
export const chooseBy =
  (weigh: (features: readonly Feature[]) => number): ChooseSpeaker =>
  (candidates, quote) => {
    const shares = probabilities(allFeatures(candidates, quote).map(weigh));
    const likeliest = shares.indexOf(Math.max(...shares));
    const chosen = (shares[likeliest] ?? 0) < MIN_PROBABILITY ? 0 : likeliest;
    return { place: chosen - 1, probability: shares[chosen] ?? 0 };
  };

/** What speaks for nobody, and for each candidate, in this order. */
export const allFeatures = (
  candidates: readonly SpeakerCandidate[],
  quote: SpokenQuote,
): readonly (readonly Feature[])[] => [
  nobodyFeatures(quote),
  ...candidates.map((candidate) => candidateFeatures(candidate, quote)),
];

/** Chooses by the learned weights. */
export const chooseSpeaker: ChooseSpeaker = chooseBy((features) =>
  features.reduce((sum, [name, value]) => sum + value * (WEIGHTS.get(name) ?? 0), 0),
);

function probabilities(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const all = odds.reduce((sum, one) => sum + one, 0);
  return odds.map((one) => one / all);
}
