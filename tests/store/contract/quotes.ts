import { describe, expect, it } from "vitest";
import type { QuoteFilter, QuoteOrder, QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom, entityIdIn } from "../article-fixture.ts";
import { readAllPages } from "../read-all-pages.ts";

const OLD: ArticleSketch = {
  key: "old",
  publisher: "Hill Post",
  publishedAt: "2023-01-01T00:00:00.000Z",
  passages: [
    { words: "old one", by: "Ada Voss", confidence: 0.5 },
    { words: "old two", by: "Bo Lind", quoteKind: "INDIRECT", confidence: 0.8 },
  ],
  entities: [{ name: "Ada Voss", linkKey: "voss" }, { name: "Bo Lind" }],
};
const NEW: ArticleSketch = {
  key: "new",
  publisher: "Ledger",
  publishedAt: "2024-01-01T00:00:00.000Z",
  passages: [
    { words: "new one", by: "General Voss", quoteKind: "TRANSCRIPT", confidence: 0.9 },
    { words: "narration" },
    { words: "new two", quoteKind: "MIXED", confidence: 0.8 },
  ],
  entities: [{ name: "General Voss", linkKey: "voss" }],
};
const UNDATED: ArticleSketch = { key: "undated", passages: [{ words: "undated one", quoteKind: "DIRECT" }] };

export function describeQuotes(store: () => QuoteStoreWriter): void {
  const wordsOf = async (filter: QuoteFilter, order: QuoteOrder = "NEWEST") => {
    const quotes = await readAllPages((page) => store().listQuotes(filter, order, page));
    const articles = await store().articles(quotes.map(({ articleId }) => articleId));
    return quotes.map(({ spans }, i) => articles[i]?.text.slice(spans[0]?.start, spans[0]?.end));
  };
  const putAll = async () => {
    for (const sketch of [NEW, UNDATED, OLD]) await store().put(articleFrom(sketch));
  };

  describe("quotes", () => {
    it("gives a quote back whole, said by the joined entity", async () => {
      await putAll();
      const [quote] = articleFrom(NEW).quotes;
      const query = { names: ["Ada Voss"], surnames: [], titles: [] };
      const [found] = await store().entitiesByNames([query]);
      expect(await store().quotes(["none", quote?.id ?? ""])).toEqual([
        null,
        { ...quote, speakerId: found?.named[0]?.id },
      ]);
    });

    it("lists by date both ways, the undated last, then by place in the article", async () => {
      await putAll();
      expect(await wordsOf({})).toEqual(["new one", "new two", "old one", "old two", "undated one"]);
      expect(await wordsOf({}, "OLDEST")).toEqual(["old one", "old two", "new one", "new two", "undated one"]);
    });

    it("lists the most confident first", async () => {
      await putAll();
      const words = await wordsOf({ minConfidence: 0.8 }, "CONFIDENCE");
      expect(words.slice(0, 2).sort()).toEqual(["new one", "undated one"]);
      expect(words.slice(2).sort()).toEqual(["new two", "old two"]);
    });

    it("filters by speaker under any of its ids, and by each other condition", async () => {
      await putAll();
      expect(await wordsOf({ speakers: [entityIdIn("old", "Ada Voss")] })).toEqual(["new one", "old one"]);
      expect(await wordsOf({ speakers: [entityIdIn("new", "General Voss")] })).toEqual(["new one", "old one"]);
      expect(await wordsOf({ speakers: [] })).toEqual([]);
      expect(await wordsOf({ quoteKinds: ["INDIRECT", "MIXED"] })).toEqual(["new two", "old two"]);
      expect(await wordsOf({ articles: [articleFrom(OLD).article.id] })).toEqual(["old one", "old two"]);
      expect(await wordsOf({ publishers: ["HILL post"], publishedTo: "2023-06-01" })).toEqual(["old one", "old two"]);
    });

    it("neither repeats nor skips when quotes come between two pages", async () => {
      await store().put(articleFrom(OLD));
      const page = await store().listQuotes({}, "NEWEST", { first: 1, after: null });
      await store().put(articleFrom(NEW));
      const after = page.items[0]?.position ?? null;
      const rest = await store().listQuotes({}, "NEWEST", { first: 9, after });
      expect(rest.items.map(({ value }) => value.kind)).toEqual(["INDIRECT"]);
    });

    it("refuses a position of another order", async () => {
      await putAll();
      const page = await store().listQuotes({}, "NEWEST", { first: 1, after: null });
      const refused = store().listQuotes({}, "OLDEST", { first: 1, after: page.items[0]?.position ?? null });
      await expect(refused).rejects.toMatchObject({ code: "BAD_CURSOR" });
    });
  });
}
