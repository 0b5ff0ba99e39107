/** As weights are kept: hundredths. */
export const rounded = (value: number): number => Math.round(100 * value) / 100;

/** Weights, rounded, by the names of what they weigh, in the same order. */
export const namedWeights = <Name extends string>(
  names: readonly Name[],
  weights: readonly number[],
): Readonly<Record<Name, number>> =>
  Object.fromEntries(names.map((name, i) => [name, rounded(weights[i] ?? 0)])) as Record<Name, number>;
