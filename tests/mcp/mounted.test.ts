import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { startServer } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { openRealIndex } from "../real-index.ts";
import { askTool } from "./ask-tool.ts";
import { HARBOUR_ARTICLES } from "./harbour-articles.ts";
import { connectOverHttp } from "./http-server.ts";

it("is served at /mcp beside GraphQL, and gives ids that GraphQL knows", async () => {
  const index = await openRealIndex(HARBOUR_ARTICLES);
  onTestFinished(() => index.close());
  const config = readConfig({ VERBATIM_DATA_DIR: index.directory, VERBATIM_PORT: "0" });
  const server = await startServer(config, pino({ level: "silent" }));
  onTestFinished(() => server.close());
  const client = await connectOverHttp(new URL("/mcp", server.url));
  const { structured } = await askTool(client, "search_quotes", { query: "when does the bridge open" });
  await client.close();
  const [{ id, words }] = structured.hits;
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query: "query Q($id: ID!) { quote(id: $id) { text } }", variables: { id } }),
  });
  expect(await response.json()).toEqual({ data: { quote: { text: words } } });
});
