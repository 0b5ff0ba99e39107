import { dotProduct } from "../../model/dot-product.ts";
import type { Connection } from "./connection.ts";
import { readVector } from "./vector-blob.ts";
import type { ScoredLabel } from "./vector-index.ts";

/** The nearest of these chunks by comparing each: exact, in time that grows with their number. */
export function scanNearest(
  connection: Connection,
  vector: Float32Array,
  limit: number,
  labels: readonly number[],
): readonly ScoredLabel[] {
  if (labels.length === 0) return [];
  const rows = connection.all<{ readonly label: number; readonly vector: Uint8Array }>(
    "SELECT label, vector FROM chunk_vector WHERE label IN (SELECT value FROM json_each(?))",
    JSON.stringify(labels),
  );
  return rows
    .map((row) => ({ label: row.label, score: dotProduct(vector, readVector(row.vector)) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}
