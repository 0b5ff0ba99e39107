import type { ChunkFilter } from "../chunk-filter.ts";
import type { ScoredChunk } from "../quote-store.ts";
import { MAX_WINDOW } from "./index-definitions.ts";
import type { Indices } from "./indices.ts";
import { cosineScore, toCosine } from "./rank/candidate-query.ts";
import { chunksWith, statementQuery } from "./rank/filter-query.ts";

/** The chunks whose own words are nearest to a unit vector, exactly; equal ones in the order of their ids. */
export async function findNearest(
  indices: Indices,
  vector: Float32Array,
  limit: number,
  filter: ChunkFilter,
): Promise<readonly ScoredChunk[]> {
  const statements = await statementQuery(indices, filter);
  if (limit < 1) return [];
  const { hits } = await indices.search<unknown>({
    kind: "chunks",
    body: {
      query: cosineScore(vector, "vector", chunksWith(statements)),
      size: Math.min(limit, MAX_WINDOW),
      sort: [{ _score: "desc" }, { id: "asc" }],
      track_scores: true,
      _source: false,
    },
  });
  return hits.hits.map(({ _id, _score }) => ({ chunkId: _id, score: toCosine(_score ?? 0) }));
}
