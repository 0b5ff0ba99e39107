import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ServiceError } from "../../src/model/service-fault.ts";
import { openRealIndex, type RealIndex } from "../real-index.ts";
import { askTool } from "./ask-tool.ts";
import { HARBOUR_ARTICLES } from "./harbour-articles.ts";
import { connectOverHttp, type McpHttpServer, serveMcp } from "./http-server.ts";

let index: RealIndex;
let server: McpHttpServer;

beforeAll(async () => {
  index = await openRealIndex(HARBOUR_ARTICLES);
  server = await serveMcp(index);
});

afterAll(async () => {
  await server?.close();
  await index?.close();
});

const call = (name: string, body: string, { headers = {} as Record<string, string>, to = server } = {}) =>
  fetch(new URL(`/tools/${name}`, to.url), {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body,
  });

describe("/tools.json", () => {
  it("has the tools that MCP has, with the same descriptions and arguments, as chat completions take them", async () => {
    const client = await connectOverHttp(server.url);
    const { tools } = await client.listTools();
    await client.close();
    const response = await fetch(new URL("/tools.json", server.url));
    expect(await response.json()).toEqual(
      tools.map(({ name, description, inputSchema: { $schema: _, ...parameters } }) => ({
        type: "function",
        function: { name, description, parameters },
      })),
    );
  });
});

describe("/tools/NAME", () => {
  it("gives what the tool gives over MCP", async () => {
    const given = { query: "when does the bridge open", limit: 2 };
    const client = await connectOverHttp(server.url);
    const { structured } = await askTool(client, "search_quotes", given);
    await client.close();
    const response = await call("search_quotes", JSON.stringify(given));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(structured);
  });

  it.each([
    ["an argument that does not fit", "search_quotes", '{"query":"x","limit":21}', 400, "page on with `cursor`"],
    ["a missing argument", "find_entity", "{}", 400, "name"],
    ["a speaker whom nobody knows", "search_quotes", '{"query":"x","speaker":"Lena Okoro"}', 400, "Marta Okoro"],
    [
      "what has left the index",
      "fetch",
      `{"id":"${Buffer.from("Article:0").toString("base64url")}"}`,
      404,
      "Search again",
    ],
    ["what is no JSON", "search_quotes", "query=bridge", 400, "as one JSON object"],
    ["a tool that is none", "delete_all", "{}", 404, "There are search_quotes"],
    ["arguments without end", "search_quotes", `{"query":"${"x".repeat(300_000)}"}`, 413, "as one JSON object"],
  ])("says in a sentence what to do about %s", async (_, name, body, status, advice) => {
    const response = await call(name, body);
    const { error } = (await response.json()) as { readonly error: string };
    expect({ status: response.status, error }).toEqual({ status, error: expect.stringContaining(advice) });
  });

  it("says that it is not the caller's fault, and whether to try again, where the cluster of the index is away", async () => {
    const away = new ServiceError({ fault: "CLUSTER_NOT_READY", cluster: "http://search-1:9200" });
    const search = { ...index.search, search: () => Promise.reject(away) };
    const withoutCluster = await serveMcp({ store: index.store, search });
    onTestFinished(() => withoutCluster.close());
    const response = await call("search_quotes", '{"query":"bridge"}', { to: withoutCluster });
    const { error } = (await response.json()) as { readonly error: string };
    expect(response.status).toBe(503);
    expect(error).toContain("Try again in a few minutes");
    expect(error).not.toContain("search-1");
  });

  it("refuses pages of other sites", async () => {
    const headers = { Origin: "https://evil.example" };
    expect((await call("search_quotes", '{"query":"x"}', { headers })).status).toBe(403);
    const list = await fetch(new URL("/tools.json", server.url), { headers });
    expect(list.status).toBe(403);
  });
});
