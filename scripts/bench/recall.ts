import type { QuoteStore } from "../../src/store/quote-store.ts";
import type { InventedVectors } from "./invented-vectors.ts";

/** Scores of the graph and of the scan differ by rounding. */
const ROUNDING = 1e-5;

/**
 * How many of the `limit` nearest chunks `store.nearest` finds, 0..1, over all queries: those at least as near as the
 * last of the nearest that an exact scan finds, as ann-benchmarks counts (arXiv:1807.05614), so that ties are no misses.
 */
export async function measureRecall(
  store: QuoteStore,
  vectors: InventedVectors,
  count: number,
  queries: readonly Float32Array[],
  limit: number,
): Promise<number> {
  const thresholds = exactThresholds(vectors, count, queries, limit);
  let found = 0;
  for (const [i, query] of queries.entries()) {
    const nearest = await store.nearest(query, limit, {});
    found += nearest.filter(({ score }) => score >= (thresholds[i] ?? 1) - ROUNDING).length;
  }
  return found / (queries.length * Math.min(limit, count));
}

/** The cosine of each query's last one of the `limit` nearest of all vectors. */
function exactThresholds(
  vectors: InventedVectors,
  count: number,
  queries: readonly Float32Array[],
  limit: number,
): readonly number[] {
  const best = queries.map(() => [] as number[]);
  for (let number = 0; number < count; number++) {
    const vector = vectors.at(number);
    queries.forEach((query, i) => {
      keepBest(best[i] as number[], dot(query, vector), limit);
    });
  }
  return best.map((scores) => scores.at(-1) ?? 1);
}

/** Puts a score into its place among the best, the highest first. */
function keepBest(best: number[], score: number, limit: number): void {
  if (best.length === limit && score <= (best.at(-1) ?? -1)) return;
  const place = best.findIndex((other) => other < score);
  best.splice(place === -1 ? best.length : place, 0, score);
  if (best.length > limit) best.pop();
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
