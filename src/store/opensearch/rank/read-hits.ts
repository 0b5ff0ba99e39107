import type { RankedHit } from "../../rank-request.ts";
import type { Query } from "../cluster/cluster.ts";
import type { ChunkDocument } from "../documents/chunk-document.ts";
import { MAX_STATEMENTS, MAX_WINDOW } from "../index-definitions.ts";
import type { Found, Indices } from "../indices.ts";

interface ReadChunk extends Pick<ChunkDocument, "chunk"> {
  /** Absent where nobody is known to say anything. */
  readonly statements?: readonly { readonly speakers?: readonly string[] }[];
}

type ReadHit = Pick<RankedHit, "chunk" | "quoteIds">;

/** Chunks by their ids, with those of their quotes that a filter lets through, by the preferred speakers first. */
export async function readHits(
  indices: Indices,
  ids: readonly string[],
  statements: Query | null,
  preferred: readonly string[],
): Promise<ReadonlyMap<string, ReadHit>> {
  if (ids.length === 0) return new Map();
  const through = statements && {
    nested: { path: "statements", query: statements, inner_hits: { size: MAX_STATEMENTS, _source: false } },
  };
  const { hits } = await indices.search<ReadChunk>({
    kind: "chunks",
    body: {
      query: { bool: { filter: [{ ids: { values: ids } }], should: through === null ? [] : [through] } },
      size: Math.min(ids.length, MAX_WINDOW),
      _source: ["chunk", "statements.speakers"],
    },
  });
  return new Map(hits.hits.map((found) => [found._id, toHit(found, preferred)]));
}

function toHit({ _source, inner_hits }: Found<ReadChunk>, preferred: readonly string[]): ReadHit {
  const { chunk, statements = [] } = _source;
  const through = inner_hits?.statements?.hits.hits.map(({ _nested }) => _nested.offset).sort((a, b) => a - b);
  const isFirst = (place: number) => Number(statements[place]?.speakers?.some((id) => preferred.includes(id)) ?? false);
  const places = [...(through ?? chunk.quoteIds.keys())].sort((a, b) => isFirst(b) - isFirst(a));
  return { chunk, quoteIds: places.flatMap((place) => chunk.quoteIds[place] ?? []) };
}
