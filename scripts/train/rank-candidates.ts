/** A feature's number, from 0, and its value. Features that are not given are 0. */
export type FeatureValue = readonly [feature: number, value: number];

/** A choice among candidates of which at least one is right. */
export interface RankingExample {
  readonly candidates: readonly (readonly FeatureValue[])[];
  readonly isRight: readonly boolean[];
}

/** How strongly weights are pulled towards zero, in examples. */
export interface RankingOptions {
  readonly l2: number;
}

const STEPS = 200;
const RATE = 0.1;

/** Fits weights so that the right candidates outweigh the others: conditional log-likelihood by Adam (Kingma and Ba 2015). */
export function rankCandidates(
  examples: readonly RankingExample[],
  features: number,
  { l2 }: RankingOptions,
): readonly number[] {
  const weights: number[] = new Array(features).fill(0);
  const mean = [...weights];
  const square = [...weights];
  for (let step = 1; step <= STEPS; step++) {
    gradientOf(examples, weights, l2).forEach((slope, i) => {
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * slope;
      square[i] = 0.99 * (square[i] ?? 0) + 0.01 * slope ** 2;
      const size = Math.sqrt((square[i] ?? 0) / (1 - 0.99 ** step)) + 1e-8;
      weights[i] = (weights[i] ?? 0) + (RATE * (mean[i] ?? 0)) / (1 - 0.9 ** step) / size;
    });
  }
  return weights;
}

/** The sum of a candidate's features by their weights. */
export const weigh = (candidate: readonly FeatureValue[], weights: readonly number[]): number =>
  candidate.reduce((sum, [feature, value]) => sum + value * (weights[feature] ?? 0), 0);

function gradientOf(examples: readonly RankingExample[], weights: readonly number[], l2: number): readonly number[] {
  const slopes = weights.map((weight) => -l2 * weight);
  for (const { candidates, isRight } of examples) {
    const odds = candidates.map((candidate) => Math.exp(weigh(candidate, weights)));
    const all = odds.reduce((sum, one) => sum + one, 0);
    const right = odds.reduce((sum, one, c) => sum + (isRight[c] ? one : 0), 0);
    candidates.forEach((candidate, c) => {
      const pull = (isRight[c] ? (odds[c] ?? 0) / right : 0) - (odds[c] ?? 0) / all;
      for (const [feature, value] of candidate) slopes[feature] = (slopes[feature] ?? 0) + pull * value;
    });
  }
  return slopes.map((slope) => slope / examples.length);
}
