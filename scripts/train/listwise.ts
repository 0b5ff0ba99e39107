import { type Derivatives, maximise, pullTowardsZero } from "./newton.ts";
import { softmax } from "./softmax.ts";

/** Candidates with their features, and what share of the choice each of them should have: the shares add up to 1. */
export interface ListwiseExample {
  readonly candidates: readonly Float64Array[];
  readonly shares: Float64Array;
}

/**
 * Fits the weights of features so that the softmax of the candidates' sums comes as near as can be to the shares (ListNet: Cao et al. 2007).
 * @param l2 How strongly weights are pulled towards zero, in examples.
 */
export function fitListwise(examples: readonly ListwiseExample[], features: number, l2: number): readonly number[] {
  return [...maximise(features, (point) => derivatives(examples, point, l2))];
}

function derivatives(examples: readonly ListwiseExample[], point: Float64Array, l2: number): Derivatives {
  const sums = pullTowardsZero(point, new Float64Array(point.length).fill(l2));
  for (const example of examples) addDerivatives(sums, example, point);
  return sums;
}

function addDerivatives({ slope, curvature }: Derivatives, example: ListwiseExample, point: Float64Array): void {
  const { candidates, shares } = example;
  const chances = softmax(candidates.map((values) => dot(values, point)));
  const mean = new Float64Array(point.length);
  candidates.forEach((values, c) => {
    for (let i = 0; i < mean.length; i++)
      mean[i] = (mean[i] as number) + (chances[c] as number) * (values[i] as number);
  });
  candidates.forEach((values, c) => {
    const chance = chances[c] as number;
    for (let i = 0; i < mean.length; i++) {
      const own = values[i] as number;
      slope[i] = (slope[i] as number) + ((shares[c] as number) - chance) * own;
      const row = curvature[i] as Float64Array;
      const apart = chance * (own - (mean[i] as number));
      for (let j = 0; j < mean.length; j++)
        row[j] = (row[j] as number) + apart * ((values[j] as number) - (mean[j] as number));
    }
  });
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
