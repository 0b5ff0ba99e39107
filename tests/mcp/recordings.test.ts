import { afterAll, beforeAll, expect, it } from "vitest";
import { articleFrom } from "../store/article-fixture.ts";
import { askTool } from "./ask-tool.ts";
import { connectToArticles, type McpConnection } from "./http-server.ts";

const COUNCIL = articleFrom({
  key: "council",
  title: "Budget evening",
  recordedAt: "https://media.example/council.mp4",
  entities: [{ name: "Edda Falk" }],
  passages: [{ words: "The meeting was opened." }, { words: "The swimming pool stays open.", by: "Edda Falk" }],
});
const HEARD = { heardAt: "0:10", media: "https://media.example/council.mp4#t=10,20" };

let mcp: McpConnection;

beforeAll(async () => {
  mcp = await connectToArticles([COUNCIL]);
});

afterAll(() => mcp?.close());

it("says when words are heard, and where the recording opens at them", async () => {
  const { structured, text } = await askTool(mcp.client, "search_quotes", { query: "swimming pool" });
  expect(structured.hits[0]).toMatchObject(HEARD);
  expect(text).toContain("(heard at 0:10, https://media.example/council.mp4#t=10,20)");
  const context = await askTool(mcp.client, "get_context", { id: structured.hits[0].id });
  expect(context.structured).toMatchObject(HEARD);
});

it("says so of a verified quote", async () => {
  const { structured } = await askTool(mcp.client, "verify_quote", { quote: "The swimming pool stays open." });
  expect(structured.source).toMatchObject(HEARD);
});
