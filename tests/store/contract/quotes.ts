import { describe, expect, it } from "vitest";
import type { QuoteFilter, QuoteOrder, QuoteStoreWriter } from "../../../src/store/quote-store.ts";
import { type ArticleSketch, articleFrom, entityIdIn, joinedId } from "../article-fixture.ts";
import { readAllPages } from "../read-all-pages.ts";

const OLD: ArticleSketch = {
  key: "old",
  publisher: "Hill Post",
  publishedAt: "2023-01-01T00:00:00.000Z",
  passages: [
    { words: "old one", by: "Ada Voss", confidence: 0.5 },
    { words: "old two", by: "Bo Lind", alongside: ["Ada Voss"], quoteKind: "INDIRECT", confidence: 0.8 },
  ],
  entities: [{ name: "Ada Voss", linkKey: "voss" }, { name: "Bo Lind" }],
};
const DENIED_WISH = { assertion: "DENIED", reports: "ATTITUDE" } as const;
const NEW: ArticleSketch = {
  key: "new",
  publisher: "Ledger",
  publishedAt: "2024-01-01T00:00:00.000Z",
  passages: [
    { words: "new one", by: "General Voss", quoteKind: "TRANSCRIPT", confidence: 0.9 },
    { words: "narration" },
    { words: "new two", quoteKind: "MIXED", confidence: 0.8, onBehalfOf: "General Voss", ...DENIED_WISH },
  ],
  entities: [{ name: "General Voss", linkKey: "voss" }],
};
const UNDATED: ArticleSketch = { key: "undated", passages: [{ words: "undated one", quoteKind: "DIRECT" }] };

/** Several of an article's entities in one quote, two of them one person. */
const TOGETHER: ArticleSketch = {
  key: "together",
  passages: [
    {
      words: "The three would not say they had met, their lawyer said.",
      statement: "they had met",
      by: "Bo Lind",
      alongside: ["General Voss", "Ada Voss"],
      onBehalfOf: "Cy Moor",
      quoteKind: "INDIRECT",
      assertion: "REFUSED",
      reports: "ATTITUDE",
    },
  ],
  entities: [
    { name: "Ada Voss", linkKey: "voss" },
    { name: "General Voss", linkKey: "voss" },
    { name: "Bo Lind" },
    { name: "Cy Moor" },
  ],
};

/** The first passage mentions Bo Lind beside the statement, the second in it. */
const HARBOUR: ArticleSketch = {
  key: "harbour",
  passages: [
    { words: "Lind met her. The fleet will sail, she said.", statement: "The fleet will sail", by: "Ada Voss" },
    { words: "Lind will not sail.", by: "Ada Voss" },
  ],
  entities: [
    { name: "Ada Voss", mentions: 0 },
    { name: "Bo Lind", linkKey: "lind", mentions: 0, mentionedIn: [0, 1] },
  ],
};

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

    it("gives back who said it together, each once, for whom, and what the article says of it", async () => {
      const indexed = articleFrom(TOGETHER);
      await store().put(indexed);
      const idOf = async (name: string) => {
        const [found] = await store().entitiesByNames([{ names: [name], surnames: [], titles: [] }]);
        return found?.named[0]?.id;
      };
      const [quote] = await store().quotes(indexed.quotes.map(({ id }) => id));
      expect(quote).toEqual({
        ...indexed.quotes[0],
        speakerId: await idOf("Bo Lind"),
        coSpeakerIds: [await idOf("Ada Voss")],
        onBehalfOfId: await idOf("Cy Moor"),
      });
      await store().remove([indexed.article.id]);
      expect(await store().listEntities({}, { first: 9, after: null })).toMatchObject({ total: 0 });
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
      expect(await wordsOf({ speakers: [entityIdIn("old", "Ada Voss")] })).toEqual(["new one", "old one", "old two"]);
      expect(await wordsOf({ speakers: [entityIdIn("new", "General Voss")] })).toEqual([
        "new one",
        "old one",
        "old two",
      ]);
      expect(await wordsOf({ speakers: [] })).toEqual([]);
      expect(await wordsOf({ onBehalfOf: [entityIdIn("old", "Ada Voss")] })).toEqual(["new two"]);
      expect(await wordsOf({ assertions: ["DENIED", "ASKED"] })).toEqual(["new two"]);
      expect(await wordsOf({ reports: ["ATTITUDE"], onBehalfOf: [] })).toEqual([]);
      expect(await wordsOf({ reports: ["WORDS"] })).toEqual(["new one", "old one", "old two", "undated one"]);
      expect(await wordsOf({ quoteKinds: ["INDIRECT", "MIXED"] })).toEqual(["new two", "old two"]);
      expect(await wordsOf({ articles: [articleFrom(OLD).article.id] })).toEqual(["old one", "old two"]);
      expect(await wordsOf({ publishers: ["HILL post"], publishedTo: "2023-06-01" })).toEqual(["old one", "old two"]);
    });

    it("finds who mentions somebody in the words of the quote, not those of the sentences around it", async () => {
      await store().put(articleFrom(HARBOUR));
      const lind = entityIdIn("harbour", "Bo Lind");
      expect(await wordsOf({ mentions: [lind] })).toEqual(["Lind will not sail."]);
      expect(await wordsOf({ places: [lind] })).toEqual(["Lind will not sail."]);
      const [ofLind] = await store().coMentions([lind], 9);
      expect(ofLind).toEqual([{ entityId: joinedId("ada voss"), spokenOf: 0, spokenBy: 1, articles: 1 }]);
      const [ofVoss] = await store().coMentions([entityIdIn("harbour", "Ada Voss")], 9);
      expect(ofVoss).toEqual([{ entityId: joinedId("lind"), spokenOf: 1, spokenBy: 0, articles: 1 }]);
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
