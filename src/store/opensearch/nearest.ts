import type { ChunkFilter } from "../chunk-filter.ts";
import type { ScoredChunk } from "../quote-store.ts";
import { MAX_WINDOW } from "./index-definitions.ts";
import type { Indices } from "./indices.ts";
import { cosineScore, nearestByGraph, toCosine } from "./rank/candidate-query.ts";
import { chunksWith, statementQuery } from "./rank/filter-query.ts";

/**
 * The chunks whose own words are nearest to a unit vector, equal ones in the order of their ids: exactly, unless there are too many to
 * compare them all.
 */
export async function findNearest(
  indices: Indices,
  vector: Float32Array,
  limit: number,
  filter: ChunkFilter,
): Promise<readonly ScoredChunk[]> {
  const through = chunksWith(await statementQuery(indices, filter));
  if (limit < 1) return [];
  const size = Math.min(limit, MAX_WINDOW);
  const query = (await hasMany(indices))
    ? nearestByGraph(vector, "vector", size, through)
    : cosineScore(vector, "vector", through);
  const { hits } = await indices.search<unknown>({
    kind: "chunks",
    body: { query, size, sort: [{ _score: "desc" }, { id: "asc" }], track_scores: true, _source: false },
  });
  return hits.hits.map(({ _id, _score }) => ({ chunkId: _id, score: toCosine(_score ?? 0) }));
}

/** More chunks than are compared one by one. */
async function hasMany(indices: Indices): Promise<boolean> {
  const body = { size: 0, track_total_hits: indices.scansUpTo + 1, query: { match_all: {} } };
  const { hits } = await indices.search<unknown>({ kind: "chunks", body });
  return hits.total.value > indices.scansUpTo;
}
