import { describe, expect, it } from "vitest";
import type { ChunkFilter } from "../../../src/store/chunk-filter.ts";
import { openStoreForWriting } from "../../../src/store/embedded/open-embedded-store.ts";
import { type OpenIndex, openIndex } from "../../../src/store/embedded/open-index.ts";
import { saveVectors } from "../../../src/store/embedded/vector-files.ts";
import { VectorIndex } from "../../../src/store/embedded/vector-index.ts";
import { articleFrom, entityIdIn, unitVector } from "../article-fixture.ts";
import { temporaryPlace } from "./temporary-place.ts";

const CHUNKS = 3_000;
const ARTICLE = articleFrom({
  key: "all",
  passages: Array.from({ length: CHUNKS }, (_, i) => ({
    words: `passage ${i}`,
    vector: unitVector(i),
    ...(i % 4 === 0 ? { by: "Ada Voss" } : {}),
  })),
  entities: [{ name: "Ada Voss" }],
});
const SAID: ChunkFilter = { speakers: [entityIdIn("all", "Ada Voss")] };

/** An index of the article whose saved graph was made from these vectors, the graph loaded. */
async function indexWithGraph(vectorAt: (i: number) => Float32Array): Promise<OpenIndex> {
  const place = temporaryPlace();
  const writer = await openStoreForWriting(place);
  await writer.put(ARTICLE);
  await writer.save();
  await writer.close();
  const { connection, vectors } = openIndex(place);
  await vectors.follow();
  const graph = VectorIndex.empty(place.dimensions, vectors.index?.position.generation ?? "");
  for (let i = 0; i < CHUNKS; i++) graph.add(i + 1, vectorAt(i));
  await saveVectors(place.directory, graph, place);
  connection.close();
  const index = openIndex(place);
  await index.vectors.follow();
  return index;
}

/** Which share of the ten nearest that comparing with all finds is found, over twenty questions. */
function recall({ chunks }: OpenIndex, filter: ChunkFilter): number {
  const through = ARTICLE.chunks.filter(({ chunk }) => filter.speakers === undefined || chunk.kind === "QUOTE");
  let found = 0;
  for (let seed = 10_000; seed < 10_020; seed++) {
    const query = unitVector(seed);
    const cosine = (vector: Float32Array) => vector.reduce((sum, x, i) => sum + x * (query[i] ?? 0), 0);
    const nearest = through
      .map(({ chunk, vector }) => ({ id: chunk.id, score: cosine(vector) }))
      .sort((a, b) => b.score - a.score);
    const ids = new Set(chunks.nearest(query, 10, filter).map(({ chunkId }) => chunkId));
    found += nearest.slice(0, 10).filter(({ id }) => ids.has(id)).length;
  }
  return found / 200;
}

describe("the nearest by the graph", () => {
  it("are nearly all that comparing with all finds, under a filter as well", async () => {
    const index = await indexWithGraph(unitVector);
    expect(recall(index, {})).toBeGreaterThanOrEqual(0.98);
    expect(recall(index, SAID)).toBeGreaterThanOrEqual(0.98);
    index.connection.close();
  });

  it("are the graph's: one in which every point has the vector of another misses them", async () => {
    const index = await indexWithGraph((i) => unitVector((i + CHUNKS / 2) % CHUNKS));
    expect(recall(index, {})).toBeLessThan(0.5);
    index.connection.close();
  });
});
