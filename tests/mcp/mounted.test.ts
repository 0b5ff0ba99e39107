import { request } from "node:http";
import { text } from "node:stream/consumers";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modelProcessIds } from "../../scripts/bench/model-process-memory.ts";
import { type RunningServer, startServer } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { toGlobalId } from "../../src/model/global-id.ts";
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
const logged: string[] = [];

beforeAll(async () => {
  index = await openRealIndex([...HARBOUR_ARTICLES, LEAFLET]);
  const settings = { VERBATIM_PUBLIC_URL: `${PUBLIC_URL}/`, VERBATIM_CORS_ORIGINS: APP, VERBATIM_SLOW_MS: "0" };
  const config = readConfig({ VERBATIM_DATA_DIR: index.directory, VERBATIM_PORT: "0", ...settings });
  server = await startServer(config, pino({}, { write: (line: string) => void logged.push(line) }));
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

describe("the server seen from outside", () => {
  const question = JSON.stringify({ query: '{ search(query: "when does the bridge open") { totalCount } }' });

  it("answers no query under a foreign name, nor from another site's page, whatever the surface", async () => {
    for (const headers of [{ Host: "evil.example" }, { Origin: "https://evil.example" }]) {
      for (const path of ["/graphql", "/?q=bridge&format=csv", "/metrics", "/draft/text?name=a.txt"]) {
        expect([path, (await post(path, question, headers)).status]).toEqual([path, 403]);
      }
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it("tells Prometheus how long each stage took, and what the index holds", async () => {
    expect((await post("/graphql", question, {})).status).toBe(200);
    const response = await fetch(`${server.url}/metrics`);
    expect(response.headers.get("Content-Type")).toContain("text/plain");
    const metrics = await response.text();
    for (const line of [
      /^verbatim_request_seconds_count\{surface="graphql",status="200"\} [1-9]/m,
      /^verbatim_stage_seconds_count\{stage="rank"\} [1-9]/m,
      /^verbatim_stage_seconds_count\{stage="model"\} [1-9]/m,
      /^verbatim_index_articles [1-9]/m,
      /^verbatim_corrections 0$/m,
      /^verbatim_model_restarts \d+$/m,
      /^verbatim_shed_total 0$/m,
    ]) {
      expect(metrics).toMatch(line);
    }
  });

  it("goes on when the models' process dies, and counts that it was started again", async () => {
    const restarts = async () => {
      const metrics = await (await fetch(`${server.url}/metrics`)).text();
      return Number(/^verbatim_model_restarts (\d+)$/m.exec(metrics)?.[1]);
    };
    const before = await restarts();
    for (const pid of await modelProcessIds(process.pid)) process.kill(pid, "SIGKILL");
    const { status, answer } = await post("/graphql", question.replace("bridge", "old bridge"), {});
    expect([status, JSON.parse(answer).errors]).toEqual([200, undefined]);
    await expect.poll(restarts).toBe(before + 1);
  });

  it("logs requests by id, with the time of each stage where one is slow, and never what was asked", async () => {
    const { status } = await post("/graphql", question, { "X-Request-Id": "desk-7" });
    expect(status).toBe(200);
    const line = logged.map((text) => JSON.parse(text)).find(({ id }) => id === "desk-7");
    expect(line).toMatchObject({ method: "POST", path: "/graphql", status: 200, operation: "search" });
    expect(line.stagesMs).toMatchObject({ rank: expect.any(Number), model: expect.any(Number) });
    expect(logged.join()).not.toContain("bridge");
  });

  const given = { query: "when does the bridge open" };
  const call = { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "search_quotes", arguments: given } };

  it.each([
    ["mcp", "/mcp", JSON.stringify(call), "search_quotes"],
    ["tool", "/tools/search_quotes", JSON.stringify(given), "search_quotes"],
    ["export", "/?q=bridge&format=csv", null, undefined],
    ["head-of-article", `/article/${toGlobalId("Article", LEAFLET.article.id)}`, null, undefined],
  ])("times the stages of other surfaces, too: %s", async (id, path, body, operation) => {
    const headers = { "X-Request-Id": id };
    expect((body === null ? await get(path, headers) : await post(path, body, headers)).status).toBe(200);
    const line = () => logged.map((text) => JSON.parse(text)).find((one) => one.id === id);
    await expect.poll(line).toBeDefined();
    expect(line().operation).toBe(operation);
    expect(line().stagesMs).toMatchObject({ load: expect.any(Number) });
  });
});

async function get(path: string, headers: Readonly<Record<string, string>>) {
  const response = await fetch(`${server.url}${path}`, { headers });
  return { status: response.status, answer: await response.text() };
}

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
