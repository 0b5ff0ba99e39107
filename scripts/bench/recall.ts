import { dotProduct } from "../../src/model/dot-product.ts";
import type { InventedVectors } from "./invented-vectors.ts";

/** The same cosine added up in another order differs by rounding. */
const ROUNDING = 1e-5;

/** The first page of hits. */
const WANTED = 10;

/** What an exact scan finds for each query: the cosine of the tenth nearest, or of the last where there are fewer. */
export interface ExactTenths {
  readonly cosines: readonly number[];
  /** Ten, or as many as there are. */
  readonly wanted: number;
}

/** @param numbers Those of the vectors to compare with. */
export function exactTenths(
  vectors: InventedVectors,
  numbers: readonly number[],
  queries: readonly Float32Array[],
): ExactTenths {
  const best = queries.map(() => [] as number[]);
  for (const number of numbers) {
    const vector = vectors.at(number);
    queries.forEach((query, i) => {
      keepBest(best[i] as number[], dotProduct(query, vector));
    });
  }
  return { cosines: best.map((scores) => scores.at(-1) ?? 1), wanted: Math.min(WANTED, numbers.length) };
}

/**
 * The share of the ten nearest that were found, 0..1, over all queries. Those count whose vectors, unabridged, are at least as near as
 * the tenth of the exact scan, as in ann-benchmarks (arXiv:1807.05614), so that ties are no misses.
 * @param found For each query the numbers of the vectors that were found, the nearest first.
 */
export function recallAt10(
  found: readonly (readonly number[])[],
  queries: readonly Float32Array[],
  vectors: InventedVectors,
  { cosines, wanted }: ExactTenths,
): number {
  const hits = queries.map((query, i) => {
    const scores = (found[i] ?? []).slice(0, wanted).map((number) => dotProduct(query, vectors.at(number)));
    return scores.filter((score) => score >= (cosines[i] ?? 1) - ROUNDING).length;
  });
  return hits.reduce((sum, hit) => sum + hit, 0) / (found.length * wanted);
}

/** Puts a score into its place among the best, the highest first. */
function keepBest(best: number[], score: number): void {
  if (best.length === WANTED && score <= (best.at(-1) ?? -1)) return;
  const place = best.findIndex((other) => other < score);
  best.splice(place === -1 ? best.length : place, 0, score);
  if (best.length > WANTED) best.pop();
}
