import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleHead } from "../../src/export/article-head.ts";
import { toGlobalId } from "../../src/model/global-id.ts";
import { openRealIndex, type RealIndex } from "../real-index.ts";
import { articleFrom } from "../store/article-fixture.ts";

const QUAY = articleFrom({
  key: "quay",
  title: "The quay </script><b>closes</b>",
  publisher: "Ledger",
  publishedAt: "2024-05-01T00:00:00.000Z",
  entities: [{ name: "Greta Lund", linkKey: "greta lund" }],
  passages: [
    { words: 'Stones, "and" </script> no more.', by: "Greta Lund" },
    { words: "We sold the quay.", by: "Greta Lund", assertion: "DENIED" },
    { words: "Perhaps we stay.", by: "Greta Lund", confidence: 0.6 },
  ],
});
const PAGE_URL = "https://quotes.example";
const PAGE = { articleId: toGlobalId("Article", QUAY.article.id), quoteId: null, pageUrl: PAGE_URL };
const idOf = (place: number) => toGlobalId("Quote", QUAY.quotes[place]?.id ?? "");

describe("the head of an article's page", () => {
  let index: RealIndex;
  beforeAll(async () => {
    index = await openRealIndex([QUAY]);
  });
  afterAll(() => index?.close());

  const linked = (head: string) =>
    JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(head)?.[1] ?? "");
  const property = (head: string, name: string) => new RegExp(`property="${name}" content="([^"]*)"`).exec(head)?.[1];

  it("tells machines what was said by whom, and leaves out what was not", async () => {
    const graph = linked(await articleHead(index.store, PAGE))["@graph"];
    expect(graph).toEqual([
      {
        "@type": "Quotation",
        text: 'Stones, "and" </script> no more.',
        url: `${PAGE_URL}/article/${PAGE.articleId}?quote=${idOf(0)}#quote-${idOf(0)}`,
        spokenByCharacter: [{ "@type": "Person", name: "Greta Lund" }],
        isBasedOn: expect.objectContaining({
          "@type": "Article",
          headline: QUAY.article.title,
          datePublished: "2024-05-01T00:00:00.000Z",
        }),
      },
      expect.not.objectContaining({ spokenByCharacter: expect.anything() }),
    ]);
  });

  it("has a card of the quote that the address names, with what must not be left out", async () => {
    const head = await articleHead(index.store, { ...PAGE, quoteId: idOf(1) });
    expect(property(head, "og:title")).toBe("Greta Lund (denied that it was said): We sold the quay.");
    expect(property(head, "og:url")).toContain(`quote=${idOf(1)}#quote-${idOf(1)}`);
    const unsure = await articleHead(index.store, { ...PAGE, quoteId: idOf(2) });
    expect(property(unsure, "og:title")).toMatch(/^perhaps Greta Lund: /);
  });

  it("has a card of the article otherwise, whatever is no quote of it", async () => {
    for (const quoteId of [null, "nonsense", toGlobalId("Quote", "elsewhere")]) {
      const head = await articleHead(index.store, { ...PAGE, quoteId });
      expect(property(head, "og:title")).toBe("The quay &lt;/script&gt;&lt;b&gt;closes&lt;/b&gt;");
      expect(property(head, "og:description")).toMatch(/Ledger, 2024-05-01, 3 quotes$/);
    }
  });

  it("lets no words of an article out of their place", async () => {
    const head = await articleHead(index.store, { ...PAGE, quoteId: idOf(0) });
    expect(head.match(/<\/script>/g)).toHaveLength(1);
    expect(head).not.toContain("<b>");
  });

  it("is empty for an article that is unknown", async () => {
    expect(await articleHead(index.store, { ...PAGE, articleId: "nonsense" })).toBe("");
    expect(await articleHead(index.store, { ...PAGE, articleId: toGlobalId("Article", "elsewhere") })).toBe("");
  });
});
