import { request } from "node:http";
import { text } from "node:stream/consumers";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { openRealIndex, type RealIndex } from "../real-index.ts";
import { articleFrom } from "../store/article-fixture.ts";
import { askTool } from "./ask-tool.ts";
import { HARBOUR_ARTICLES } from "./harbour-articles.ts";
import { connectOverHttp } from "./http-server.ts";

const PUBLIC_URL = "https://quotes.example";
const APP = "https://app.example";

/** Without an address of its own. */
const LEAFLET = articleFrom({
  key: "leaflet",
  title: "Leaflet",
  entities: [{ name: "Ole Quist" }],
  passages: [{ words: "Every pump of the village works.", by: "Ole Quist" }],
});

let index: RealIndex;
let server: RunningServer;

beforeAll(async () => {
  index = await openRealIndex([...HARBOUR_ARTICLES, LEAFLET]);
  const settings = { VERBATIM_PUBLIC_URL: `${PUBLIC_URL}/`, VERBATIM_CORS_ORIGINS: APP };
  const config = readConfig({ VERBATIM_DATA_DIR: index.directory, VERBATIM_PORT: "0", ...settings });
  server = await startServer(config, pino({ level: "silent" }));
});

afterAll(async () => {
  await server?.close();
  await index?.close();
});

describe("the server as a whole", () => {
  it("serves assistants at /mcp beside GraphQL, with ids that GraphQL knows", async () => {
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

  it("answers under its public name, and links there to the reading page", async () => {
    const body = JSON.stringify({ query: "village pump", speaker: "Ole Quist" });
    const { status, answer } = await post("/tools/search_quotes", body, { Host: "quotes.example" });
    expect(status).toBe(200);
    const [{ url }] = JSON.parse(answer).hits;
    expect(url).toMatch(new RegExp(`^${PUBLIC_URL}/article/[\\w-]+$`));
    const page = await fetch(url.replace(PUBLIC_URL, server.url), { headers: { Accept: "text/html" } });
    expect(page.headers.get("Content-Type")).toContain("text/html");
    expect((await post("/tools/search_quotes", body, { Host: "evil.example" })).status).toBe(403);
  });

  it("lets pages of the origins that the setting lists ask by every way, and no others", async () => {
    const query = `/graphql?query=${encodeURIComponent("{ index { articles } }")}`;
    const crossSite = (Origin: string) => ({ headers: { Origin, "Sec-Fetch-Site": "cross-site" } });
    for (const path of [query, "/tools.json"]) {
      const allowed = await fetch(`${server.url}${path}`, crossSite(APP));
      expect([allowed.status, allowed.headers.get("Access-Control-Allow-Origin")]).toEqual([200, APP]);
      const refused = await fetch(`${server.url}${path}`, crossSite("https://evil.example"));
      expect([refused.ok, refused.headers.get("Access-Control-Allow-Origin")]).toEqual([false, null]);
    }
    const ping = '{"jsonrpc":"2.0","id":1,"method":"ping"}';
    expect((await post("/mcp", ping, { Origin: APP })).status).toBe(200);
    expect((await post("/mcp", ping, { Origin: "https://evil.example" })).status).toBe(403);
  });
});

/** With any headers, `Host` among them. */
function post(path: string, body: string, headers: Readonly<Record<string, string>>) {
  const accepted = { "Content-Type": "application/json", Accept: "application/json, text/event-stream" };
  return new Promise<{ readonly status: number | undefined; readonly answer: string }>((resolve, reject) => {
    request(new URL(path, server.url), { method: "POST", headers: { ...accepted, ...headers } }, (response) => {
      text(response).then((answer) => resolve({ status: response.statusCode, answer }), reject);
    })
      .on("error", reject)
      .end(body);
  });
}
