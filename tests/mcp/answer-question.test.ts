import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleFrom } from "../store/article-fixture.ts";
import { type Answer, askTool } from "./ask-tool.ts";
import { HARBOUR_ARTICLES, HARBOUR_URL } from "./harbour-articles.ts";
import { connectToArticles, type McpConnection } from "./http-server.ts";

/** The minister a year before. */
const EARLIER = articleFrom({
  key: "earlier",
  title: "Bridge delayed",
  publisher: "Morning Tide",
  publishedAt: "2023-02-01T00:00:00.000Z",
  entities: [{ name: "Marta Okoro" }],
  passages: [{ words: "The bridge over the harbour cannot open before the autumn.", by: "Marta Okoro" }],
});

let mcp: McpConnection;

beforeAll(async () => {
  mcp = await connectToArticles([...HARBOUR_ARTICLES, EARLIER]);
});

afterAll(() => mcp?.close());

const ask = (given: Record<string, unknown>): Promise<Answer> => askTool(mcp.client, "answer_question", given);

describe("answer_question", () => {
  it("gives the statements to a question, numbered, with all that a citation needs", async () => {
    const { isError, structured, text } = await ask({ question: "when does the harbour bridge open" });
    expect(isError).toBe(false);
    expect(structured.answered).toBe(true);
    const said = structured.statements.find(({ url }: { url: string }) => url === HARBOUR_URL);
    expect(said).toMatchObject({
      words: "The bridge over the harbour will open in May, whatever the weather.",
      wording: "verbatim",
      speaker: "Marta Okoro",
      publisher: "Tidewater Gazette",
      date: "2024-03-05",
    });
    expect(structured.statements.map(({ marker }: { marker: number }) => marker)).toEqual(
      structured.statements.map((_: unknown, i: number) => i + 1),
    );
    expect(text).toContain(`[${said.marker}] verbatim, id ${said.id}\n> “The bridge over the harbour will open in May`);
  });

  it("puts what one person said into the order of time", async () => {
    const { structured, text } = await ask({ question: "when does the harbour bridge open", speaker: "Okoro" });
    const { markers } = structured.positions[0];
    const date = (marker: number): string =>
      structured.statements.find((one: { marker: number }) => one.marker === marker).date;
    expect(structured.positions[0].speaker).toBe("Marta Okoro");
    expect(markers.map(date)).toEqual([...markers.map(date)].sort());
    expect(text).toContain(`> Marta Okoro: [${markers.join("], [")}]`);
  });

  it("narrows by speaker, publisher and days, and keeps to the number asked for", async () => {
    const { structured } = await ask({ question: "the bridge", publisher: "Morning Tide", to: "2023-06-30" });
    expect(structured.statements).toMatchObject([{ title: "Bridge delayed" }]);
    expect((await ask({ question: "the bridge", statements: 1 })).structured.statements).toHaveLength(1);
  });

  it("says what is not answered", async () => {
    const { structured, text } = await ask({ question: "how many zebras juggle xylophones" });
    expect(structured.answered).toBe(false);
    expect(text).toContain(`Not answered: ${structured.note}`);
  });

  it("says what to leave out when nothing matches", async () => {
    const { structured, text } = await ask({ question: "the bridge", to: "1999-12-31" });
    expect(structured).toMatchObject({
      answered: false,
      statements: [],
      hint: expect.stringContaining("without `to`"),
    });
    expect(text).toContain(structured.hint);
  });

  it("gives ids to read on with", async () => {
    const { structured } = await ask({ question: "when does the harbour bridge open" });
    const { isError } = await askTool(mcp.client, "get_context", { id: structured.statements[0].id });
    expect(isError).toBe(false);
  });

  it.each([
    ["no question", { question: " " }, "Ask something"],
    ["too many statements", { question: "x", statements: 9 }, "search_quotes pages through all"],
    ["a speaker whom nobody knows", { question: "x", speaker: "Lena Okoro" }, 'Similar names: "Marta Okoro"'],
  ])("says what to do about %s", async (_, given, advice) => {
    const { isError, text } = await ask(given);
    expect({ isError, text }).toEqual({ isError: true, text: expect.stringContaining(advice) });
  });
});
