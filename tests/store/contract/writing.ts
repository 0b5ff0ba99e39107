import { describe, expect, it } from "vitest";
import type { QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom } from "../article-fixture.ts";
import { findWords } from "../rank-all.ts";
import { readEverything } from "../read-everything.ts";

const SKETCH: ArticleSketch = {
  key: "sketch",
  title: "A sketch",
  sample: true,
  passages: [{ words: "I said so.", by: "Ada Voss" }, { words: "It rained." }],
  entities: [{ name: "Ada Voss" }, { name: "Quay Board", kind: "ORGANIZATION" }, { name: "Port Vell", kind: "PLACE" }],
};
const NOTHING = { articles: 0, quotes: 0, people: 0, organizations: 0, places: 0, chunks: 0, sampleArticles: 0 };

export function describeWriting(store: () => QuoteStoreWriter): void {
  describe("writing", () => {
    it("counts what it holds", async () => {
      expect(await store().info()).toMatchObject({ ...NOTHING, updatedAt: null });
      await store().put(articleFrom(SKETCH));
      await store().put(articleFrom({ key: "other" }));
      const counts = { articles: 2, quotes: 1, people: 1, organizations: 1, places: 1, chunks: 2, sampleArticles: 1 };
      const info = await store().info();
      expect(info).toMatchObject(counts);
      expect(new Date(info.updatedAt ?? "").toISOString()).toBe(info.updatedAt);
    });

    it("tells the state of each article, in the order of their ids", async () => {
      const indexed = [articleFrom(SKETCH), articleFrom({ key: "other" }), articleFrom({ key: "third" })];
      for (const each of indexed) await store().put(each);
      const states = indexed.map(({ article: { id, revision, title }, origin, sample }) => ({
        id,
        revision,
        title,
        origin,
        sample,
      }));
      expect(await store().states()).toEqual(states.sort((a, b) => (a.id < b.id ? -1 : 1)));
    });

    it("replaces an article as a whole", async () => {
      const before = articleFrom(SKETCH);
      await store().put(before);
      const after = articleFrom({ key: "sketch", passages: [{ words: "It snowed." }] });
      await store().put(after);
      expect(await store().articles([after.article.id])).toEqual([after.article]);
      expect(await store().info()).toMatchObject({ ...NOTHING, articles: 1, chunks: 1 });
      expect(await store().chunks(before.chunks.map(({ chunk }) => chunk.id))).toEqual([null, null]);
      expect(await store().quotes(before.quotes.map(({ id }) => id))).toEqual([null]);
      expect(await findWords(store(), ["rained", "said"])).toEqual([]);
    });

    it("changes nothing when a part of the article cannot be kept", async () => {
      const before = articleFrom(SKETCH);
      await store().put(before);
      const [quote] = before.quotes;
      const broken = { ...before, quotes: quote === undefined ? [] : [{ ...quote, speakerId: "nobody" }] };
      await expect(store().put(broken)).rejects.toThrow("nobody");
      expect(await store().info()).toMatchObject({ articles: 1, quotes: 1, people: 1, chunks: 2 });
      expect(await findWords(store(), ["rained"])).toHaveLength(1);
    });

    it("comes of puts that are asked for at once to the same as one after the other", async () => {
      const sketches = Array.from(
        { length: 12 },
        (_, i): ArticleSketch => ({ ...SKETCH, key: `sketch ${i % 9}`, title: `${i}` }),
      );
      const all = sketches.map(articleFrom);
      for (const indexed of all) await store().put(indexed);
      const before = await readEverything(store());
      await store().remove(all.map(({ article }) => article.id));
      await Promise.all(all.map((indexed) => store().put(indexed)));
      expect(await readEverything(store())).toEqual(before);
      expect(before.info).toMatchObject({ articles: 9, chunks: 18, people: 1 });
    });

    it("refuses of puts that are asked for at once those alone that cannot be kept", async () => {
      const all = Array.from({ length: 5 }, (_, i) => articleFrom({ ...SKETCH, key: `sketch ${i}` }));
      const broken = all.map((indexed, i) =>
        i === 2 ? { ...indexed, quotes: indexed.quotes.map((quote) => ({ ...quote, speakerId: "nobody" })) } : indexed,
      );
      const wide = articleFrom({ key: "wide", passages: [{ words: "wide", vector: new Float32Array(9) }] });
      const puts = await Promise.allSettled([...broken, wide].map((indexed) => store().put(indexed)));
      expect(puts.map(({ status }) => status === "fulfilled")).toEqual([true, true, false, true, true, false]);
      expect(await store().info()).toMatchObject({ articles: 4, quotes: 4, chunks: 8, people: 1 });
    });

    it("comes in the order in which it was asked for", async () => {
      const [first, second] = [articleFrom(SKETCH), articleFrom({ key: "second" })];
      await Promise.all([store().put(first), store().remove([first.article.id]), store().put(second)]);
      expect((await store().states()).map(({ id }) => id)).toEqual([second.article.id]);
    });

    it("removes articles, and counts those that were there", async () => {
      const { article } = articleFrom(SKETCH);
      await store().put(articleFrom(SKETCH));
      expect(await store().remove([article.id, "unknown", article.id])).toBe(1);
      expect(await store().remove([article.id])).toBe(0);
      expect(await store().info()).toMatchObject(NOTHING);
    });

    it("holds nothing after a reset, and takes articles again", async () => {
      await store().put(articleFrom(SKETCH));
      await store().reset();
      expect(await store().info()).toMatchObject({ ...NOTHING, updatedAt: null });
      await store().put(articleFrom(SKETCH));
      expect(await store().info()).toMatchObject({ articles: 1, chunks: 2 });
    });

    it("refuses vectors of other dimensions", async () => {
      const indexed = articleFrom({ key: "wide", passages: [{ words: "wide", vector: new Float32Array(9) }] });
      await expect(store().put(indexed)).rejects.toMatchObject({ code: "INDEX_INCOMPATIBLE" });
    });
  });
}
