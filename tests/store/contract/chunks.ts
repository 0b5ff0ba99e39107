import { describe, expect, it } from "vitest";
import { dotProduct } from "../../../src/model/dot-product.ts";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom } from "../article-fixture.ts";

const SKETCH: ArticleSketch = {
  key: "sketch",
  passages: [{ words: "The first words." }, { words: "The second.", quoteKind: "DIRECT" }, { words: "The third." }],
};

const cosine = (a: Float32Array | null, b: Float32Array | undefined): number => (a && b ? dotProduct(a, b) : 0);

export function describeChunks(store: () => QuoteStoreWriter): void {
  describe("chunks", () => {
    it("gives chunks and their vectors back in the order of the ids, with null for the unknown ones", async () => {
      const indexed = articleFrom(SKETCH);
      await store().put(indexed);
      const [first, second] = indexed.chunks;
      const ids = [second?.chunk.id ?? "", "none", first?.chunk.id ?? ""];
      expect(await store().chunks(ids)).toEqual([second?.chunk, null, first?.chunk]);
      const [vectorOfSecond = null, none, vectorOfFirst = null] = await store().vectors(ids);
      expect(none).toBeNull();
      // They may be kept in 8 bits a number.
      expect(cosine(vectorOfSecond, second?.vector)).toBeCloseTo(1, 2);
      expect(cosine(vectorOfFirst, first?.vector)).toBeCloseTo(1, 2);
    });

    it("gives the chunks of articles in reading order, in whatever order they were put", async () => {
      const indexed = articleFrom(SKETCH);
      await store().put({ ...indexed, chunks: [...indexed.chunks].reverse() });
      const inOrder = indexed.chunks.map(({ chunk }) => chunk);
      expect(await store().chunksOfArticles(["none", indexed.article.id])).toEqual([[], inOrder]);
    });
  });
}
