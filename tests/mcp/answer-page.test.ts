import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Embedder } from "../../src/inference/embedder.ts";
import { toAnswerPage } from "../../src/mcp/answer-page.ts";
import { openRealIndex, type RealIndex } from "../real-index.ts";
import { articleFrom } from "../store/article-fixture.ts";
import { testEmbedder } from "../test-embedder.ts";
import { askTool } from "./ask-tool.ts";
import { connectOverHttp, serveMcp } from "./http-server.ts";

const entry = (length: number, cursor: string) => ({ item: "x".repeat(length), cursor });

describe("a page of an answer", () => {
  it("holds all items where they are short, and goes on where the list does", () => {
    const entries = [entry(10, "a"), entry(10, "b")];
    expect(toAnswerPage(entries, false)).toEqual({ items: ["x".repeat(10), "x".repeat(10)], rest: {} });
    expect(toAnswerPage(entries, true).rest).toEqual({ nextCursor: "b" });
    expect(toAnswerPage([], false)).toEqual({ items: [], rest: {} });
  });

  it("is cut where they are long, says so, and goes on behind the last one shown", () => {
    const { items, rest } = toAnswerPage([entry(2_500, "a"), entry(2_500, "b"), entry(2_500, "c")], false);
    expect(items).toHaveLength(2);
    expect(rest).toEqual({ nextCursor: "b", hint: expect.stringContaining("Go on with nextCursor") });
  });

  it("holds one item, however long", () => {
    expect(toAnswerPage([entry(9_000, "a"), entry(9_000, "b")], false).items).toHaveLength(1);
  });
});

/** The embedding model's tokens, of which the same text has a third more than of a chat model's. */
describe("a page of search_quotes", () => {
  let embedder: Embedder;
  let index: RealIndex;

  beforeAll(async () => {
    embedder = await testEmbedder();
    index = await openRealIndex([...Array(12).keys()].map(announcement));
  });

  afterAll(async () => {
    await index?.close();
  });

  async function page(limit: number, query: string) {
    const server = await serveMcp(index);
    const client = await connectOverHttp(server.url);
    const { structured, text } = await askTool(client, "search_quotes", { query, limit });
    await client.close();
    await server.close();
    const [asText = 0, asJson = 0] = await embedder.countTokens([text, JSON.stringify(structured)]);
    return { structured, text, tokens: Math.max(asText, asJson) };
  }

  it("of ten hits has fewer than 2,000 tokens, as text and as JSON", async () => {
    const { structured, tokens } = await page(10, "the budget of the city");
    expect(structured.hits).toHaveLength(10);
    expect(tokens).toBeGreaterThan(1_000);
    expect(tokens).toBeLessThan(2_000);
  });

  it("is cut before it has many more, whatever was asked for, and tells in both forms how to go on", async () => {
    const { structured, text, tokens } = await page(20, "the budget of the city");
    expect(structured.hits.length).toBeLessThan(20);
    expect(structured.hint).toContain("Go on with nextCursor");
    expect(text).toContain(structured.hint);
    expect(text).toContain(structured.nextCursor);
    expect(tokens).toBeLessThan(2_600);
  });
});

/** An article with two quotes of some 160 characters, as news has them, and an address of some 90. */
function announcement(number: number) {
  const speaker = `Councillor Petra Lund-Andersen ${number}`;
  // Words of its own in every one, or they would be one quote in many articles.
  const own = Array.from({ length: 8 }, (_, i) => `w${number}${i}`).join(" ");
  const said = (about: string) => `We have looked at the ${about}, the budget of the city: ${own}, and ${about} again.`;
  return articleFrom({
    key: `budget-${number}`,
    title: `Council puts off the decision on the new budget for the ${number}th time`,
    publisher: "The Tidewater Gazette",
    publishedAt: "2024-03-05T00:00:00.000Z",
    url: `https://www.tidewater-gazette.example/2024/03/05/politics/council-budget-decision-${number}/index.html`,
    entities: [{ name: speaker }],
    passages: [
      { words: said("budget of the north side"), by: speaker },
      { words: said("plan for the harbour"), by: speaker },
    ],
  });
}
