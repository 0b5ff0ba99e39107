import { describe, expect, it } from "vitest";
import type { ChunkFilter } from "../../../src/store/chunk-filter.ts";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { articleFrom, entityIdIn, unitVector } from "../article-fixture.ts";

/** Decimal places: vectors may be kept in 8 bits a number, and these have eight numbers. */
const AS_KEPT = 2;

export function describeNearest(store: () => QuoteStoreWriter): void {
  /** Chunks with vectors of seeds `from` to `to`, in one article; every tenth is said by Ada Voss. */
  const putSeeds = async (key: string, from: number, to: number) => {
    const passages = Array.from({ length: to - from }, (_, i) => ({
      words: `passage ${from + i}`,
      vector: unitVector(from + i),
      ...(i % 10 === 0 ? { by: "Ada Voss" } : {}),
    }));
    const indexed = articleFrom({ key, passages, entities: [{ name: "Ada Voss" }] });
    await store().put(indexed);
    return indexed.chunks;
  };
  /** How much of what brute force finds is found, 0..1. */
  const recall = async (chunks: Awaited<ReturnType<typeof putSeeds>>, filter: ChunkFilter) => {
    let found = 0;
    for (let seed = 1000; seed < 1050; seed++) {
      const query = unitVector(seed);
      const ids = new Set((await store().nearest(query, 10, filter)).map(({ chunkId }) => chunkId));
      found += exactly(chunks, query, 10).filter(({ id }) => ids.has(id)).length;
    }
    return found / 500;
  };
  const exactly = (chunks: Awaited<ReturnType<typeof putSeeds>>, query: Float32Array, limit: number) =>
    chunks
      .map(({ chunk, vector }) => ({ id: chunk.id, score: vector.reduce((sum, x, i) => sum + x * (query[i] ?? 0), 0) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);

  describe("nearest", () => {
    it("finds at least 98 of 100 of what brute force finds", async () => {
      const chunks = await putSeeds("all", 0, 600);
      expect(await recall(chunks, {})).toBeGreaterThanOrEqual(0.98);
    });

    it("finds as much among the many that a filter lets through", async () => {
      const chunks = await putSeeds("all", 0, 600);
      const narration = chunks.filter(({ chunk }) => chunk.kind === "PARAGRAPH");
      expect(await recall(narration, { chunkKinds: ["PARAGRAPH"] })).toBeGreaterThanOrEqual(0.98);
    });

    it("gives cosines, the highest first", async () => {
      const chunks = await putSeeds("all", 0, 50);
      const query = unitVector(7);
      const hits = await store().nearest(query, 5, {});
      const expected = exactly(chunks, query, 5);
      expect(hits.map(({ chunkId }) => chunkId)).toEqual(expected.map(({ id }) => id));
      for (const [i, { score }] of hits.entries()) expect(score).toBeCloseTo(expected[i]?.score ?? 0, AS_KEPT);
    });

    it("gives as many as match the filter, exactly, when they are few", async () => {
      const chunks = await putSeeds("all", 0, 300);
      const query = unitVector(999);
      const hits = await store().nearest(query, 50, { speakers: [entityIdIn("all", "Ada Voss")] });
      const said = chunks.filter(({ chunk }) => chunk.kind === "QUOTE");
      const expected = exactly(said, query, 50);
      expect(hits.map(({ chunkId }) => chunkId).sort()).toEqual(expected.map(({ id }) => id).sort());
      for (const [i, { score }] of hits.entries()) expect(score).toBeCloseTo(expected[i]?.score ?? 0, AS_KEPT);
      expect(hits).toHaveLength(30);
    });

    it("gives all when asked for more than there are, and none when asked for none", async () => {
      await putSeeds("all", 0, 40);
      expect(await store().nearest(unitVector(1), 1000, {})).toHaveLength(40);
      expect(await store().nearest(unitVector(1), 0, {})).toEqual([]);
    });

    it("finds nothing in an empty store", async () => {
      expect(await store().nearest(unitVector(1), 10, {})).toEqual([]);
    });

    it("never finds what was removed or replaced, and finds what came in its place", async () => {
      await putSeeds("gone", 0, 30);
      await putSeeds("changed", 30, 60);
      await store().nearest(unitVector(1), 5, {});
      const kept = await putSeeds("changed", 60, 70);
      await store().remove([articleFrom({ key: "gone" }).article.id]);
      const hits = await store().nearest(unitVector(1), 100, {});
      expect(hits.map(({ chunkId }) => chunkId).sort()).toEqual(kept.map(({ chunk }) => chunk.id).sort());
    });
  });
}
