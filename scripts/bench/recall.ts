import { dotProduct } from "../../src/model/dot-product.ts";
import type { QuoteStore } from "../../src/store/quote-store.ts";
import type { InventedVectors } from "./invented-vectors.ts";

/** Scores of the graph and of the scan differ by rounding. */
const ROUNDING = 1e-5;

/** The first page of hits. */
const WANTED = 10;

/**
 * How many of the ten nearest chunks `store.nearest` finds, 0..1, over all queries, for each number of chunks asked
 * for. Those count that are at least as near as the tenth of an exact scan, as in ann-benchmarks (arXiv:1807.05614), so
 * that ties are no misses.
 */
export async function measureRecall(
  store: QuoteStore,
  vectors: InventedVectors,
  count: number,
  queries: readonly Float32Array[],
  limits: readonly number[],
): Promise<readonly number[]> {
  const tenths = exactTenths(vectors, count, queries);
  const found = limits.map(() => 0);
  for (const [i, query] of queries.entries()) {
    for (const [j, limit] of limits.entries()) {
      const nearest = await store.nearest(query, limit, {});
      const near = nearest.slice(0, WANTED).filter(({ score }) => score >= (tenths[i] ?? 1) - ROUNDING);
      found[j] = (found[j] ?? 0) + near.length;
    }
  }
  return found.map((hits) => hits / (queries.length * Math.min(WANTED, count)));
}

/** Each query's cosine with the tenth nearest of all vectors. */
function exactTenths(vectors: InventedVectors, count: number, queries: readonly Float32Array[]): readonly number[] {
  const best = queries.map(() => [] as number[]);
  for (let number = 0; number < count; number++) {
    const vector = vectors.at(number);
    queries.forEach((query, i) => {
      keepBest(best[i] as number[], dotProduct(query, vector));
    });
  }
  return best.map((scores) => scores.at(-1) ?? 1);
}

/** Puts a score into its place among the best, the highest first. */
function keepBest(best: number[], score: number): void {
  if (best.length === WANTED && score <= (best.at(-1) ?? -1)) return;
  const place = best.findIndex((other) => other < score);
  best.splice(place === -1 ? best.length : place, 0, score);
  if (best.length > WANTED) best.pop();
}
