import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleFrom } from "../store/article-fixture.ts";
import { askTool } from "./ask-tool.ts";
import { connectToArticles, type McpConnection } from "./http-server.ts";

/** One speech in two papers, and a sentence of another. */
const ARTICLES = [
  ...["first", "second"].map((key) =>
    articleFrom({
      key,
      title: `The mayor speaks, as the ${key} paper has it`,
      entities: [{ name: "Lene Brack" }],
      passages: [{ words: "We shall dredge the marina before the herring come back in spring.", by: "Lene Brack" }],
    }),
  ),
  articleFrom({
    key: "other",
    publishedAt: "2023-04-02T00:00:00.000Z",
    entities: [{ name: "Nils Hage", titles: ["Harbour Master"] }],
    passages: [{ words: "The marina needs new lamps.", by: "Nils Hage" }],
  }),
];

let mcp: McpConnection;

beforeAll(async () => {
  mcp = await connectToArticles(ARTICLES);
});

afterAll(() => mcp?.close());

const hitsFor = async (query: string) => {
  const { structured, text } = await askTool(mcp.client, "search_quotes", { query });
  const { hits, speakers } = structured;
  return { words: hits.map((hit: { readonly words: string }) => hit.words), hits, speakers, text };
};

describe("search_quotes", () => {
  it("gives the same words in two papers once, and tells how many other articles print them", async () => {
    const { words, hits, text } = await hitsFor("dredge the marina");
    expect(words.filter((one: string) => one.includes("dredge"))).toHaveLength(1);
    expect(hits[0].alsoIn).toBe(1);
    expect(text).toContain(", also in 1 other article\n");
    expect((await hitsFor("marina lamps")).hits[0].alsoIn).toBeUndefined();
  });

  it("tells whom it took for those who should speak, and gives their words first", async () => {
    const { words, speakers, text } = await hitsFor("what did the harbour master say about the marina");
    expect(speakers).toEqual(["Nils Hage"]);
    expect(text).toContain("Read as asking for the words of:\n> Nils Hage\n\n");
    expect(words[0]).toBe("The marina needs new lamps.");
    expect((await hitsFor("marina lamps")).speakers).toBeUndefined();
  });

  it("tells of a time that the query names, which filters, or of which nothing matches", async () => {
    const dateFor = async (query: string) => (await askTool(mcp.client, "search_quotes", { query })).structured;
    expect(await dateFor("marina lamps in April 2023")).toMatchObject({
      total: 1,
      date: "Only articles published from 2023-04-01 to 2023-04-30 were searched: “in April 2023”.",
    });
    expect((await dateFor("marina lamps in April 1999")).date).toBe(
      "Nothing that matches was published “in April 1999”, so all times were searched.",
    );
    expect((await dateFor("marina lamps")).date).toBeUndefined();
    expect((await hitsFor("marina lamps in April 2023")).text).toContain("Read as asking for a time:\n> Only");
  });

  it("does not take the index for empty where nothing matches", async () => {
    const { structured } = await askTool(mcp.client, "search_quotes", { query: '"no such words anywhere"' });
    expect(structured).toMatchObject({ total: 0, hint: expect.stringContaining("Ask in other words") });
  });

  it("takes a phrase in marks word for word, and leaves out what a minus stands before", async () => {
    expect((await hitsFor('"dredge the marina"')).words).toHaveLength(1);
    expect((await hitsFor('"marina the dredge"')).words).toEqual([]);
    expect((await hitsFor("marina -dredge")).words).toEqual(["The marina needs new lamps."]);
  });
});
