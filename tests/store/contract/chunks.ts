import { describe, expect, it } from "vitest";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom } from "../article-fixture.ts";

const SKETCH: ArticleSketch = {
  key: "sketch",
  passages: [
    { words: "The first words.", context: "Words around." },
    { words: "The second.", quoteKind: "DIRECT" },
    { words: "The third." },
  ],
};

export function describeChunks(store: () => QuoteStoreWriter): void {
  describe("chunks", () => {
    it("gives chunks and their vectors back in the order of the ids, with null for the unknown ones", async () => {
      const indexed = articleFrom(SKETCH);
      await store().put(indexed);
      const [first, second] = indexed.chunks;
      const ids = [second?.chunk.id ?? "", "none", first?.chunk.id ?? ""];
      expect(await store().chunks(ids)).toEqual([second?.chunk, null, first?.chunk]);
      expect(await store().vectors(ids)).toEqual([second?.vector, null, first?.vector]);
    });

    it("gives the chunks of articles in reading order, in whatever order they were put", async () => {
      const indexed = articleFrom(SKETCH);
      await store().put({ ...indexed, chunks: [...indexed.chunks].reverse() });
      const inOrder = indexed.chunks.map(({ chunk }) => chunk);
      expect(await store().chunksOfArticles(["none", indexed.article.id])).toEqual([[], inOrder]);
    });
  });
}
