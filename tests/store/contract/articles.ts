import { describe, expect, it } from "vitest";
import type { ArticleFilter, QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom, entityIdIn } from "../article-fixture.ts";
import { readAllPages } from "../read-all-pages.ts";

const HARBOUR: ArticleSketch = {
  key: "harbour",
  title: "Harbour-side talks reopen",
  publisher: "The Dáily Ledger",
  author: "Ruth Ebers",
  publishedAt: "2024-03-05T10:00:00.000Z",
  url: "https://ledger.example/harbour",
  passages: [{ words: "The talks 🚢 reopened.\r\nAt last." }],
  entities: [{ name: "Ada Voss", linkKey: "voss" }],
};
const MILL: ArticleSketch = {
  key: "mill",
  title: "The mill closes",
  publisher: "Hill Post",
  publishedAt: "2024-03-01T00:00:00.000Z",
  entities: [{ name: "A. Voss", linkKey: "voss" }],
};
const UNDATED: ArticleSketch = { key: "undated", title: "Talks about the mill", publisher: null };

export function describeArticles(store: () => QuoteStoreWriter): void {
  const keysOf = async (filter: ArticleFilter) => {
    const articles = await readAllPages((page) => store().listArticles(filter, page), 1);
    return articles.map(({ sourceKey }) => sourceKey);
  };
  const put = async (sketch: ArticleSketch) => {
    const indexed = articleFrom(sketch);
    await store().put(indexed);
    return indexed;
  };
  const putAll = async () => {
    for (const sketch of [UNDATED, MILL, HARBOUR]) await store().put(articleFrom(sketch));
  };

  describe("articles", () => {
    it("are given on one page, however many that may hold", async () => {
      const { article } = await put(MILL);
      const page = await store().listArticles({}, { first: 10_000, after: null });
      expect(page).toMatchObject({ items: [{ value: article }], total: 1, hasNext: false });
    });

    it("gives an article back to the letter, with null for an unknown id", async () => {
      await putAll();
      const { article } = articleFrom(HARBOUR);
      expect(await store().articles([article.id, "0".repeat(20), article.id])).toEqual([article, null, article]);
    });

    it("keeps where a recording is, and when each part of the text is heard", async () => {
      const { article } = await put({ ...HARBOUR, recordedAt: "https://ledger.example/harbour.mp4" });
      expect(article.recording?.times).toHaveLength(1);
      expect(await store().articles([article.id])).toEqual([article]);
    });

    it("finds an article by its url", async () => {
      await putAll();
      expect((await store().articleByUrl("https://ledger.example/harbour"))?.sourceKey).toBe("harbour");
      expect(await store().articleByUrl("https://ledger.example/other")).toBeNull();
    });

    it("lists the newest first and the undated last", async () => {
      await putAll();
      expect(await keysOf({})).toEqual(["harbour", "mill", "undated"]);
    });

    it("filters by publisher without letter case and accents", async () => {
      await putAll();
      expect(await keysOf({ publishers: ["the daily ledger"] })).toEqual(["harbour"]);
      expect(await keysOf({ publishers: [] })).toEqual([]);
    });

    it("filters by dates, both ends included, which no undated article is within", async () => {
      await putAll();
      expect(await keysOf({ publishedFrom: "2024-03-05T10:00:00.000Z" })).toEqual(["harbour"]);
      expect(await keysOf({ publishedTo: "2024-03-05T10:00:00.000Z" })).toEqual(["harbour", "mill"]);
      expect(await keysOf({ publishedTo: "2024-03-01" })).toEqual(["mill"]);
    });

    it("filters by the beginnings of words of the title", async () => {
      await putAll();
      expect(await keysOf({ title: "TALK mil" })).toEqual(["undated"]);
      expect(await keysOf({ title: "side" })).toEqual(["harbour"]);
      expect(await keysOf({ title: "alks" })).toEqual([]);
      expect(await keysOf({ title: "%" })).toEqual(["harbour", "mill", "undated"]);
    });

    it("filters by an entity that it mentions, under any of its ids", async () => {
      await putAll();
      expect(await keysOf({ mentions: entityIdIn("mill", "A. Voss") })).toEqual(["harbour", "mill"]);
    });

    it("refuses a position that is of another list or no position", async () => {
      await putAll();
      const entities = await store().listEntities({}, { first: 1, after: null });
      for (const after of [entities.items[0]?.position ?? "", "", "%%%", "bnVsbA", "WzFd"]) {
        const refused = store().listArticles({}, { first: 1, after });
        await expect(refused).rejects.toMatchObject({ code: "BAD_CURSOR" });
      }
    });
  });
}
