import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PublicationFilter, QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom } from "../article-fixture.ts";

const COMMON = Array.from({ length: 12 }, (_, i) => ({ words: `We will do it for them all, number ${i}.` }));
const SKETCH: ArticleSketch = {
  key: "sketch",
  passages: [
    { words: "The herring fleet sails at dawn on Monday.", by: "Ada Voss" },
    { words: "Herring is dear." },
    { words: "We will do it tomorrow, and not before." },
    ...COMMON,
  ],
  entities: [{ name: "Ada Voss" }],
};

export function describeWording(store: () => QuoteStoreWriter): void {
  const likest = async (text: string, limit = 5) =>
    (await store().wordedLike(text.split(" "), limit, {})).map(({ chunkId }) => chunkId);
  const putSketch = async () => {
    const indexed = articleFrom(SKETCH);
    await store().put(indexed);
    return indexed.chunks.map(({ chunk }) => chunk.id);
  };

  describe("words like a text's", () => {
    it("are found though some were changed, by a chunk's own words alone", async () => {
      const [fleet, dear] = await putSketch();
      expect(await likest("The herring boats sail at dusk on Monday")).toEqual([fleet, dear]);
      expect(await likest("dawn")).toEqual([fleet]);
    });

    it("are found for a text without rare words by its phrases", async () => {
      const [, , tomorrow] = await putSketch();
      expect((await likest("We will do it and not"))[0]).toBe(tomorrow);
    });

    it("are looked for in the articles that a filter lets through, and in no others", async () => {
      const early = articleFrom({
        ...SKETCH,
        key: "early",
        publisher: "Dawn Post",
        publishedAt: "2024-01-05T00:00:00.000Z",
      });
      const late = articleFrom({
        ...SKETCH,
        key: "late",
        publisher: "Dusk Post",
        publishedAt: "2024-02-05T00:00:00.000Z",
      });
      for (const article of [early, late]) await store().put(article);
      const articlesOf = async (filter: PublicationFilter) => {
        const found = await store().wordedLike(["herring", "fleet", "dawn"], 10, filter);
        const chunks = await store().chunks(found.map(({ chunkId }) => chunkId));
        return [...new Set(chunks.map((chunk) => chunk?.articleId))];
      };
      expect((await articlesOf({})).length).toBe(2);
      expect(await articlesOf({ publishers: ["DAWN post"] })).toEqual([early.article.id]);
      expect(await articlesOf({ publishedFrom: "2024-02-01T00:00:00.000Z" })).toEqual([late.article.id]);
      expect(await articlesOf({ publishedTo: "2024-02-01T00:00:00.000Z" })).toEqual([early.article.id]);
      expect(await articlesOf({ articles: [late.article.id] })).toEqual([late.article.id]);
      expect(await articlesOf({ articles: [] })).toEqual([]);
    });

    it("come with scores above 0, the likest first, no more than asked for", async () => {
      await putSketch();
      const found = await store().wordedLike("the herring fleet is dear".split(" "), 2, {});
      expect(found).toHaveLength(2);
      expect(found[0]?.score).toBeGreaterThanOrEqual(found[1]?.score ?? Number.POSITIVE_INFINITY);
      for (const { score } of found) expect(score).toBeGreaterThan(0);
      expect(await likest("herring", 0)).toEqual([]);
      expect(await likest("nowhere")).toEqual([]);
    });

    it("may be any words at all", async () => {
      await putSketch();
      await fc.assert(
        fc.asyncProperty(fc.array(fc.string({ unit: "binary" })), async (words) => {
          expect(await store().wordedLike(words, 5, {})).toBeInstanceOf(Array);
        }),
        { numRuns: 30 },
      );
    });
  });
}
