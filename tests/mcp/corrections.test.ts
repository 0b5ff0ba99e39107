import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { speakerWords } from "../../src/mcp/shown-statement.ts";
import { type EditableServer, startEditableServer } from "../editable-server.ts";

const FERRY = {
  id: "ferry",
  title: "Ferry stays at the north quay",
  text: "Ferry stays at the north quay\n\n“The ferry stays where it is, whatever the board may say,” said Lena Marsh, the mayor.\n\n“We shall count the boats again before winter,” said Tom Okafor.",
};
const SENTENCE =
  /corrected on \d+ \w+ \d{4} by the editor: put to Tom Okafor, before to Lena Marsh \(the recording tells\)/;

describe("what was put right", () => {
  let server: EditableServer;
  const tool = async (name: string, given: object) => {
    const response = await fetch(`${server.url}/tools/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(given),
    });
    return JSON.stringify(await response.json());
  };

  beforeAll(async () => {
    server = await startEditableServer();
    const add = `mutation ($articles: [ArticleInput!]!) { addArticles(articles: $articles) {
      added { article { quotes(first: 9) { nodes { id text } } } } } }`;
    const { addArticles } = await server.ask(add, { articles: [FERRY] });
    const [quote] = addArticles.added[0].article.quotes.nodes;
    const correct = `mutation ($quote: ID!) { correctAttribution(quote: $quote, to: SPEAKER, speakerName: "Tom Okafor", reason: "the recording tells") { id } }`;
    await server.ask(correct, { quote: quote.id });
  });
  afterAll(() => server?.close());

  it("is told to assistants with the statement", async () => {
    expect(await tool("search_quotes", { query: "the ferry stays" })).toMatch(SENTENCE);
    expect(await tool("verify_quote", { quote: "The ferry stays where it is, whatever the board may say" })).toMatch(
      SENTENCE,
    );
    expect(await tool("answer_question", { question: "Where does the ferry stay?" })).toMatch(SENTENCE);
  });

  it("stands beside the speaker in the text of a tool", () => {
    const told = { speaker: "Tom Okafor", corrected: "corrected on 2 June 2031 by Edda: put to Tom Okafor" };
    expect(speakerWords(told)).toBe("Tom Okafor [corrected on 2 June 2031 by Edda: put to Tom Okafor]");
  });

  it("goes out with exports, and with an answer's sources", async () => {
    const exported = async (format: string) => (await fetch(`${server.url}/?q=ferry&format=${format}`)).text();
    const [row] = (await exported("jsonl")).split("\n").filter((line) => line.includes("The ferry stays"));
    expect(JSON.parse(row ?? "").correction).toMatch(SENTENCE);
    for (const format of ["csv", "markdown", "bibtex"]) expect(await exported(format)).toMatch(/corrected on/);
    const { answer } = await server.ask('{ answer(question: "Where does the ferry stay?") { text } }');
    expect(answer.text).toMatch(SENTENCE);
  });
});
