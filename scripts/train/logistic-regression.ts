import { type Derivatives, maximise, pullTowardsZero } from "./newton.ts";

/** Numbers that are known of a case, and whether it is so. */
export interface LogisticExample {
  readonly values: readonly number[];
  readonly isSo: boolean;
  /** How much the case counts beside the others; 1 where nothing is said. */
  readonly weight?: number;
}

/** Log-odds as `base` and the sum of the values, each times its weight. */
export interface LogOdds {
  readonly base: number;
  readonly weights: readonly number[];
}

/** As good as none: it only keeps the curvature from being 0. */
const PULL = 1e-6;

/** Fits the log-odds of what is so by so many values of each case. */
export function fitLogOdds(examples: readonly LogisticExample[], size: number): LogOdds {
  const [base = 0, ...weights] = maximise(size + 1, (point) => derivatives(examples, point));
  return { base, weights };
}

const logOddsOf = ({ base, weights }: LogOdds, values: readonly number[]): number =>
  values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), base);

function derivatives(examples: readonly LogisticExample[], point: Float64Array): Derivatives {
  const sums = pullTowardsZero(point, new Float64Array(point.length).fill(PULL));
  const [base = 0, ...weights] = point;
  for (const { values, isSo, weight = 1 } of examples) {
    const chance = 1 / (1 + Math.exp(-logOddsOf({ base, weights }, values)));
    addDerivatives(sums, [1, ...values], weight * (Number(isSo) - chance), weight * chance * (1 - chance));
  }
  return sums;
}

function addDerivatives(
  { slope, curvature }: Derivatives,
  values: readonly number[],
  lack: number,
  bend: number,
): void {
  values.forEach((one, i) => {
    slope[i] = (slope[i] as number) + lack * one;
    const row = curvature[i] as Float64Array;
    values.forEach((other, j) => {
      row[j] = (row[j] as number) + bend * one * other;
    });
  });
}
