import type { PronounExample } from "./pronoun-examples.ts";

/** Pull of the weights towards zero, in examples. */
const L2 = 3;
const STEPS = 300;
const RATE = 0.1;

/** Fits weights so that the right candidates outweigh the others: conditional log-likelihood by Adam (Kingma and Ba 2015). */
export function rankCandidates(examples: readonly PronounExample[], features: number): readonly number[] {
  const weights: number[] = new Array(features).fill(0);
  const mean = [...weights];
  const square = [...weights];
  for (let step = 1; step <= STEPS; step++) {
    gradientOf(examples, weights).forEach((slope, i) => {
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * slope;
      square[i] = 0.99 * (square[i] ?? 0) + 0.01 * slope ** 2;
      const size = Math.sqrt((square[i] ?? 0) / (1 - 0.99 ** step)) + 1e-8;
      weights[i] = (weights[i] ?? 0) + (RATE * (mean[i] ?? 0)) / (1 - 0.9 ** step) / size;
    });
  }
  return weights;
}

function gradientOf(examples: readonly PronounExample[], weights: readonly number[]): readonly number[] {
  const slopes = weights.map((weight) => -L2 * weight);
  for (const { candidates, isRight } of examples) {
    const odds = candidates.map((values) =>
      Math.exp(values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)),
    );
    const all = odds.reduce((sum, one) => sum + one, 0);
    const right = odds.reduce((sum, one, c) => sum + (isRight[c] ? one : 0), 0);
    candidates.forEach((values, c) => {
      const pull = (isRight[c] ? (odds[c] ?? 0) / right : 0) - (odds[c] ?? 0) / all;
      for (const [i, value] of values.entries()) slopes[i] = (slopes[i] ?? 0) + pull * value;
    });
  }
  return slopes.map((slope) => slope / examples.length);
}
