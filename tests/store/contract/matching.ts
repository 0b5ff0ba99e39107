import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom, entityIdIn } from "../article-fixture.ts";

const SKETCH: ArticleSketch = {
  key: "sketch",
  passages: [
    { words: "The ministers met the fishing council.", context: "herring quotas" },
    { words: "Herring quotas fall again, said José.", by: "Ada Voss", context: "the ministers met" },
    { words: "Rain fell on the quay all day long." },
  ],
  entities: [{ name: "Ada Voss" }],
};

export function describeMatching(store: () => QuoteStoreWriter): void {
  const found = async (words: readonly string[], limit = 10) =>
    (await store().matching(words, limit, {})).map(({ chunkId }) => chunkId);
  const putSketch = async () => {
    const indexed = articleFrom(SKETCH);
    await store().put(indexed);
    return indexed.chunks.map(({ chunk }) => chunk.id);
  };

  describe("matching", () => {
    it("finds any of the words, stemmed, letter case and accents aside", async () => {
      const [ministers, herring, rain] = await putSketch();
      expect(await found(["RAINS"])).toEqual([rain]);
      expect(await found(["jose"])).toEqual([herring]);
      expect(new Set(await found(["fish", "raining"]))).toEqual(new Set([ministers, rain]));
    });

    it("holds a chunk's own words above those around it", async () => {
      const [ministers, herring] = await putSketch();
      expect(await found(["herring"])).toEqual([herring, ministers]);
      expect(await found(["ministers"])).toEqual([ministers, herring]);
    });

    it("gives scores above 0, the highest first, and the same ones as relevance", async () => {
      const [ministers = "", herring = "", rain = ""] = await putSketch();
      const hits = await store().matching(["herring", "met"], 10, {});
      const scores = await store().relevance(["herring", "met"], [rain, ...hits.map(({ chunkId }) => chunkId), "none"]);
      expect(scores).toEqual([0, ...hits.map(({ score }) => score), 0]);
      expect(hits.map(({ chunkId }) => chunkId).sort()).toEqual([ministers, herring].sort());
      for (const { score } of hits) expect(score).toBeGreaterThan(0);
    });

    it("filters before it limits", async () => {
      const [, herring] = await putSketch();
      const filter = { speakers: [entityIdIn("sketch", "Ada Voss")] };
      const hits = await store().matching(["ministers"], 1, filter);
      expect(hits.map(({ chunkId }) => chunkId)).toEqual([herring]);
    });

    it("takes no word for syntax", async () => {
      const [, , rain] = await putSketch();
      for (const word of ['"', "*", "NEAR(", "rain*", "text:rain", "-rain", "rain\0", '"rain"', "(rain"]) {
        const ids = await found([word, "quay"]);
        expect(ids, word).toEqual([rain]);
      }
      for (const words of [[], [""], ["***"], ["\0"], ["AND"], ["text:herrings OR rain"]]) {
        expect(await found(words), String(words)).toEqual([]);
      }
    });

    it("takes any words at all", async () => {
      await putSketch();
      await fc.assert(
        fc.asyncProperty(fc.array(fc.string({ unit: "binary" })), async (words) => {
          const hits = await store().matching(words, 10, {});
          expect(
            await store().relevance(
              words,
              hits.map(({ chunkId }) => chunkId),
            ),
          ).toEqual(hits.map(({ score }) => score));
        }),
      );
    });

    it("takes 10,000 words and a word of 100,000 letters", async () => {
      const [, , rain] = await putSketch();
      expect(await found(["rain", ...Array.from({ length: 10_000 }, (_, i) => `word${i}`)])).toEqual([rain]);
      expect(await found(["x ".repeat(50_000), "rain"])).toEqual([rain]);
    });

    it("gives no more than asked for", async () => {
      await putSketch();
      expect(await found(["herring", "rain"], 1)).toHaveLength(1);
      expect(await found(["herring"], 0)).toEqual([]);
    });
  });
}
