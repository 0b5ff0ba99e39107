import type { Chunk } from "../../model/chunk.ts";
import { byIds } from "../by-ids.ts";
import type { ChunkDocument } from "./documents/chunk-document.ts";
import { findByIds } from "./find-by-ids.ts";
import type { Indices } from "./indices.ts";

export async function readChunks(indices: Indices, ids: readonly string[]): Promise<readonly (Chunk | null)[]> {
  const found = await findByIds<Pick<ChunkDocument, "chunk">>(indices, "chunks", ids, ["chunk"]);
  return byIds(
    ids,
    found,
    ({ chunk }) => chunk.id,
    ({ chunk }) => chunk,
  );
}

/** In reading order, an empty list for an article that is unknown. */
export async function readChunksOfArticles(
  indices: Indices,
  articleIds: readonly string[],
): Promise<readonly (readonly Chunk[])[]> {
  const ofArticle = new Map<string, Chunk[]>(articleIds.map((id) => [id, []]));
  const body = {
    query: { terms: { articleId: articleIds } },
    sort: [{ articleId: "asc" }, { ordinal: "asc" }],
    _source: ["chunk"],
  };
  for await (const { _source } of indices.all<Pick<ChunkDocument, "chunk">>("chunks", body)) {
    ofArticle.get(_source.chunk.articleId)?.push(_source.chunk);
  }
  return articleIds.map((id) => ofArticle.get(id) ?? []);
}

/** Of the chunks' own words. */
export async function readVectors(indices: Indices, ids: readonly string[]): Promise<readonly (Float32Array | null)[]> {
  type Read = Pick<ChunkDocument, "chunk" | "vector">;
  const found = await findByIds<Read>(indices, "chunks", ids, ["chunk.id", "vector"]);
  return byIds(
    ids,
    found,
    ({ chunk }) => chunk.id,
    ({ vector }) => Float32Array.from(vector),
  );
}
