import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { QUARRY } from "../quarry-articles.ts";
import { articleFrom } from "../store/article-fixture.ts";
import { askTool } from "./ask-tool.ts";
import { connectToArticles, type McpConnection } from "./http-server.ts";

/** An account that is longer than a hit, with its verb behind it. */
const LONG = `${"The old weir by the mill would be rebuilt in stone, and then again in timber, ".repeat(8)}a claim that Vera Holm denied.`;
const WEIR = articleFrom({
  key: "weir",
  entities: [{ name: "Vera Holm" }],
  passages: [
    {
      words: LONG,
      statement: LONG.slice(0, LONG.indexOf(", a claim")),
      by: "Vera Holm",
      mention: "Vera Holm",
      cue: "denied",
      quoteKind: "INDIRECT",
      assertion: "DENIED",
    },
  ],
});

let mcp: McpConnection;

beforeAll(async () => {
  mcp = await connectToArticles([QUARRY, WEIR]);
});

afterAll(() => mcp?.close());

/** The best hit as data, and its lines of the text. */
async function firstHit(given: Readonly<Record<string, unknown>>) {
  const { structured, text } = await askTool(mcp.client, "search_quotes", { limit: 1, ...given });
  return { hit: structured.hits[0], lines: text.split("\n").filter((line) => line.startsWith("> ")) };
}

describe("search_quotes", () => {
  it("shows what was refused in its whole sentence, and says so", async () => {
    const { hit, lines } = await firstHit({ query: "sweep the square before Easter" });
    expect(hit).toMatchObject({
      words: "Aksel Brink refused to promise to sweep the square before Easter.",
      wording: "paraphrase",
      told: "refuses",
      speaker: "Aksel Brink",
    });
    expect(lines[0]).toBe("> refuses: Aksel Brink refused to promise to sweep the square before Easter.");
  });

  it("puts words that are denied into no marks but those of the sentence that denies them", async () => {
    const { hit, lines } = await firstHit({ query: "quarry swallow the chapel" });
    expect(hit).toMatchObject({ told: "denied that it was said", wording: "mixed" });
    expect(lines[0]).toBe(
      "> denied that it was said: Greta Lund never said “Let the quarry swallow the chapel whole”, as a leaflet has it.",
    );
  });

  it("names all who said it, and for whom somebody unnamed speaks", async () => {
    const together = await firstHit({ query: "blast the granite on Mondays" });
    expect(together.hit.speaker).toBe("Aksel Brink and Greta Lund");
    const spokesman = await firstHit({ query: "dust on the roofs", onBehalfOf: "Lund" });
    expect(spokesman.hit).toMatchObject({ speaker: "a spokesman for Lund", onBehalfOf: "Greta Lund" });
    expect(spokesman.lines[1]).toMatch(/^> — a spokesman for Lund, for Greta Lund, in: Osterby argues/);
  });

  it("says perhaps where the speaker is likely rather than sure", async () => {
    const { hit, lines } = await firstHit({ query: "the old machines are tired" });
    expect(hit).toMatchObject({ speaker: "Aksel Brink", unsure: true });
    expect(lines[1]).toMatch(/^> — perhaps Aksel Brink, in: /);
  });

  it("narrows by what the article says of the words", async () => {
    const { structured } = await askTool(mcp.client, "search_quotes", {
      query: "lorries on the north road",
      assertion: "ASKED",
    });
    expect(structured.hits.map(({ told }: { readonly told: string }) => told)).toEqual(["asks"]);
    const attitude = await firstHit({ query: "wall around the pit" });
    expect(attitude.hit.told).toBe("attitude, said or not");
    const said = await firstHit({ query: "granite" });
    expect(Object.keys(said.hit)).not.toContain("told");
  });

  it("cuts a long account, and never the verb that governs it", async () => {
    const { hit } = await firstHit({ query: "the old weir by the mill" });
    expect(hit.cut).toBe(true);
    expect(hit.words.length).toBeLessThan(450);
    expect(hit.words).toMatch(/^The old weir by the mill .* \[…\] .*a claim that Vera Holm denied\.$/s);
    expect(hit.told).toBe("denies");
  });
});

describe("get_context and fetch", () => {
  it("tell the same of a quote", async () => {
    const { hit } = await firstHit({ query: "sweep the square before Easter" });
    const context = await askTool(mcp.client, "get_context", { id: hit.id });
    expect(context.structured.quote).toMatchObject({ told: "refuses", words: hit.words, wording: "paraphrase" });
    expect(context.text).toContain("> refuses: Aksel Brink refused to promise");
    const fetched = await askTool(mcp.client, "fetch", { id: hit.id });
    expect(fetched.structured.metadata).toMatchObject({ told: "refuses", words: hit.words, speaker: "Aksel Brink" });
  });
});

describe("answer_question", () => {
  it("leaves out what nobody said, and says of the rest how it is told", async () => {
    const chapel = await askTool(mcp.client, "answer_question", {
      question: "did Greta Lund say let the quarry swallow the chapel whole",
    });
    expect(chapel.text).not.toContain("swallow the chapel");
    const square = await askTool(mcp.client, "answer_question", { question: "sweep the square before Easter" });
    expect(square.structured.statements[0]).toMatchObject({ told: "refuses", wording: "paraphrase" });
  });
});
