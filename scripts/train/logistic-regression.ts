import { type Derivatives, maximise, pullTowardsZero } from "./newton.ts";

/** A number that is known of a case, and whether it is so. */
export interface LogisticExample {
  readonly value: number;
  readonly isSo: boolean;
}

/** As good as none: it only keeps the curvature from being 0. */
const PULL = [1e-6, 1e-6];

/** Fits the log-odds of what is so as `base + slope * value`. */
export function fitLogOdds(examples: readonly LogisticExample[]): { readonly base: number; readonly slope: number } {
  const [base = 0, slope = 0] = maximise(2, (point) => derivatives(examples, point));
  return { base, slope };
}

function derivatives(examples: readonly LogisticExample[], point: Float64Array): Derivatives {
  const [base, slope] = [point[0] as number, point[1] as number];
  const sums = pullTowardsZero(point, PULL);
  for (const { value, isSo } of examples) {
    const chance = 1 / (1 + Math.exp(-base - slope * value));
    const values = [1, value];
    values.forEach((one, i) => {
      sums.slope[i] = (sums.slope[i] as number) + (Number(isSo) - chance) * one;
      const row = sums.curvature[i] as Float64Array;
      values.forEach((other, j) => {
        row[j] = (row[j] as number) + chance * (1 - chance) * one * other;
      });
    });
  }
  return sums;
}
