import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, askTool } from "./ask-tool.ts";
import { HARBOUR_ARTICLES, HARBOUR_URL } from "./harbour-articles.ts";
import { connectToArticles, type McpConnection } from "./http-server.ts";

let mcp: McpConnection;

beforeAll(async () => {
  mcp = await connectToArticles(HARBOUR_ARTICLES);
});

afterAll(() => mcp?.close());

const check = (given: Record<string, unknown>): Promise<Answer> => askTool(mcp.client, "verify_draft", given);

const SAID = "“The bridge over the harbour will open in May, whatever the weather,” said Marta Okoro.";
const ALTERED = "“The bridge over the harbour will open in June, whatever the weather,” said Marta Okoro.";
/** It takes more than one page. */
const LONG_DRAFT = Array.from({ length: 30 }, () => ALTERED).join("\n\n");

describe("verify_draft", () => {
  it("lists the quotes that need a look, with what a writer needs to mend them", async () => {
    const text = `${SAID}\n\n${ALTERED}`;
    const { structured, text: told } = await check({ text });
    expect(structured).toMatchObject({
      summary: "2 quotes: 1 said in these words, 1 altered. 1 needs a look.",
      needingALook: 1,
      total: 2,
      quotes: [
        {
          text: "The bridge over the harbour will open in June, whatever the weather,",
          start: text.indexOf("bridge", SAID.length) - "The ".length,
          speaker: "Marta Okoro",
          verdict: "ALTERED",
          needsALook: true,
          changes: [{ claim: "June", source: "May" }],
          source: {
            words: "The bridge over the harbour will open in May, whatever the weather",
            speaker: "Marta Okoro",
            url: HARBOUR_URL,
          },
        },
      ],
    });
    expect(told).toContain("> Draft: The bridge over the harbour will open in June");
  });

  it("lists all of them where that is asked for, page by page", async () => {
    const text = LONG_DRAFT;
    const first = await check({ text, show: "ALL" });
    expect(JSON.stringify(first.structured.quotes).length).toBeLessThan(6_100);
    const pages = [first];
    for (let cursor = first.structured.nextCursor; cursor !== undefined; cursor = pages.at(-1)?.structured.nextCursor) {
      pages.push(await check({ text, show: "ALL", cursor }));
    }
    const starts = pages.flatMap(({ structured }) => structured.quotes.map((quote: { start: number }) => quote.start));
    expect(starts).toEqual([...text.matchAll(/The bridge/g)].map(({ index }) => index));
    expect(pages.length).toBeGreaterThan(2);
    for (const { structured } of pages) {
      expect(structured).toMatchObject({ summary: first.structured.summary, needingALook: 30, total: 30 });
    }
  });

  it("goes on behind quotes that need no look", async () => {
    const text = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? SAID : ALTERED)).join("\n\n");
    const first = await check({ text });
    const second = await check({ text, cursor: first.structured.nextCursor });
    const [{ start }] = second.structured.quotes;
    const looks = [...text.matchAll(/The bridge over the harbour will open in June/g)].map(({ index }) => index);
    expect(start).toBe(looks[first.structured.quotes.length]);
  });

  it.each([
    ["another draft", { text: `${SAID}\n\n${LONG_DRAFT}` }],
    ["all quotes", { show: "ALL" }],
    ["the articles of a publisher", { publisher: "Nobody's Paper" }],
    ["articles of other days", { from: "2024-03-05" }],
  ])("refuses the cursor of a list where it is asked for another: %s", async (_, change) => {
    const { nextCursor } = (await check({ text: LONG_DRAFT })).structured;
    const { isError, text } = await check({ text: LONG_DRAFT, ...change, cursor: nextCursor });
    expect(isError).toBe(true);
    expect(text).toContain("That cursor does not belong to this request.");
  });

  it("tells the place in the draft as it was given, blank lines at its top counted", async () => {
    const text = `\n\n  ${ALTERED}`;
    const { structured } = await check({ text });
    expect(structured.quotes[0].start).toBe(text.indexOf("The bridge"));
  });

  it("keeps to the articles of a publisher", async () => {
    const { structured } = await check({ text: SAID, publisher: "Nobody's Paper", show: "ALL" });
    expect(structured.quotes[0].verdict).toBe("NOT_FOUND");
  });

  it("says so of a draft without quotes", async () => {
    const { structured, text } = await check({ text: "The tide came in at noon." });
    expect(structured.quotes).toEqual([]);
    expect(text).toMatch(/^No quote was found in the draft/);
  });

  it.each([
    [{ text: " " }, "Give the whole text of the draft"],
    [{ text: "x".repeat(100_001) }, "check the draft in parts"],
    [{ text: SAID, cursor: "next" }, "cursor"],
  ])("says what is wrong with what it is given: %#", async (given, sentence) => {
    const { isError, text } = await check(given);
    expect(isError).toBe(true);
    expect(text).toContain(sentence);
  });
});
