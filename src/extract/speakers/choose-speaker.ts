import type { ChooseSpeaker } from "./resolve-speakers.ts";
import { sourceForm } from "./source-form.ts";
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
/** For descriptions ("the senator", "his letter"), of which cross-validated one name in four is wrong, and one in twelve for he and she. */
const MIN_FOR_DESCRIPTION = 0.6;

/** From this probability on somebody is one of several who speak. */
const MIN_OF_SEVERAL = 0.1;
/** More than these hardly speak with one voice. */
const MAX_SEVERAL = 4;

/**
 * Chooses the likeliest of the candidates and nobody by a conditional log-linear model (McFadden 1974), whose probabilities are those of the
 * person being right: cross-validated, of the names given at a probability about that share is right.
 */
export const chooseBy =
  (weigh: (features: readonly Feature[]) => number): ChooseSpeaker =>
  (candidates, quote) => {
    const shares = probabilities(allFeatures(candidates, quote).map(weigh));
    const likeliest = shares.indexOf(Math.max(...shares));
    const least = isDescription(quote) ? MIN_FOR_DESCRIPTION : MIN_PROBABILITY;
    if ((shares[likeliest] ?? 0) >= least) return choice([likeliest], shares);
    const several = meansSeveral(quote) ? likeliestOf(shares) : [];
    return choice(several.length > 1 ? several : [0], shares);
  };

const isDescription = ({ source }: SpokenQuote): boolean =>
  /^(?:DEFINITE|INDEFINITE|POSSESSED)$/.test(sourceForm(source));

/** Nobody is at 0, the candidates behind it. */
const choice = (chosen: readonly number[], shares: readonly number[]): ReturnType<ChooseSpeaker> => ({
  place: (chosen[0] ?? 0) - 1,
  together: chosen.slice(1).map((one) => one - 1),
  probability: chosen.reduce((sum, one) => sum + (shares[one] ?? 0), 0),
});

/** "They", "both men", "the two rivals": of whom each candidate is likely a part. */
const meansSeveral = ({ source }: SpokenQuote): boolean =>
  source !== null && (source.isPlural || sourceForm(source) === "THEY");

/** Those who together are as likely as a single one must be, the likeliest first; none where nobody is likelier than that leaves. */
function likeliestOf(shares: readonly number[]): readonly number[] {
  const likely = shares
    .map((share, at) => ({ share, at }))
    .filter(({ share, at }) => at > 0 && share >= MIN_OF_SEVERAL)
    .sort((a, b) => b.share - a.share)
    .slice(0, MAX_SEVERAL);
  return likely.reduce((sum, { share }) => sum + share, 0) >= MIN_PROBABILITY ? likely.map(({ at }) => at) : [];
}

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
