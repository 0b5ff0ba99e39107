import { request } from "node:http";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Search } from "../../src/search/search.ts";
import { openRealIndex, type RealIndex } from "../real-index.ts";
import { articleFrom } from "../store/article-fixture.ts";
import { askTool } from "./ask-tool.ts";
import { connectOverHttp, type McpHttpServer, serveMcp, TEST_VERSION } from "./http-server.ts";

const TOPICS = ["whales", "trams", "bread", "chess", "snow", "violins", "bees", "kites", "tea", "tunnels"];

let index: RealIndex;
let server: McpHttpServer;
let logged: string[];

beforeAll(async () => {
  const passages = TOPICS.map((topic) => ({ words: `I could talk about ${topic} for hours.`, by: "Ada Penn" }));
  index = await openRealIndex([articleFrom({ key: "talk", entities: [{ name: "Ada Penn" }], passages })]);
});

beforeEach(async () => {
  logged = [];
  server = await serveMcp(index, pino({}, { write: (line: string) => void logged.push(line) }));
});

afterEach(() => server.close());

afterAll(() => index.close());

/** What the server answers to a request with these headers, `Host` and `Origin` among them. */
function statusOf(url: URL, headers: Record<string, string>, body = '{"jsonrpc":"2.0","id":1,"method":"ping"}') {
  const accepted = { "Content-Type": "application/json", Accept: "application/json, text/event-stream" };
  return new Promise<number | undefined>((resolve, reject) => {
    request(url, { method: "POST", headers: { ...accepted, ...headers } }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode));
    })
      .on("error", reject)
      .end(body);
  });
}

describe("MCP over HTTP", () => {
  it.each([
    ["auto", "2026-07-28"],
    ["legacy", "2025-11-25"],
  ] as const)("serves clients of the %s protocol (%s)", async (mode, protocolVersion) => {
    const client = await connectOverHttp(server.url, mode);
    expect(client.getNegotiatedProtocolVersion()).toBe(protocolVersion);
    expect(client.getServerVersion()).toMatchObject({ name: "verbatim", version: TEST_VERSION });
    expect(client.getInstructions()).toContain('Quoted most often: "Ada Penn" (10).');
    const { structured } = await askTool(client, "search_quotes", { query: "whales" });
    expect(structured.hits[0].words).toContain("whales");
    await client.close();
  });

  it("answers many clients at once, each with its own answer", async () => {
    const answers = await Promise.all(
      TOPICS.map(async (topic, i) => {
        const client = await connectOverHttp(server.url, i % 2 === 0 ? "auto" : "legacy");
        const { structured } = await askTool(client, "search_quotes", { query: topic, limit: 1 });
        await client.close();
        return structured.hits[0].words;
      }),
    );
    expect(answers).toEqual(TOPICS.map((topic) => `I could talk about ${topic} for hours.`));
  });

  it.each(["auto", "legacy"] as const)(
    "lets a client (%s) go away in the middle, and serves the next",
    async (mode) => {
      const gate = gated(index.search);
      const slow = await serveMcp(
        { store: index.store, search: gate.search },
        pino({}, { write: (line) => void logged.push(line) }),
      );
      const leaving = await connectOverHttp(slow.url, mode);
      const unanswered = askTool(leaving, "search_quotes", { query: "trams" }).catch(() => "gone");
      await gate.entered;
      await leaving.close();
      expect(await unanswered).toBe("gone");
      gate.open();
      const staying = await connectOverHttp(slow.url, mode);
      expect((await askTool(staying, "search_quotes", { query: "bread" })).structured.hits[0].words).toContain("bread");
      await staying.close();
      await slow.close();
      expect(logged.filter((line) => JSON.parse(line).level >= ERROR_LEVEL)).toEqual([]);
    },
  );

  it("refuses requests under a foreign name, so that no page can rebind its own to this machine", async () => {
    expect(await statusOf(server.url, { Host: "localhost:4000" })).not.toBe(403);
    expect(await statusOf(server.url, { Host: "evil.example" })).toBe(403);
  });

  it("refuses requests from another site's page", async () => {
    expect(await statusOf(server.url, { Origin: "http://localhost:5173" })).not.toBe(403);
    expect(await statusOf(server.url, { Origin: "https://evil.example" })).toBe(403);
    expect(await statusOf(server.url, { Origin: "null" })).toBe(403);
  });

  it("answers pages of the origins that are allowed, and of all where all are", async () => {
    const some = await serveMcp(index, pino({ level: "silent" }), ["https://app.example"]);
    expect(await statusOf(some.url, { Origin: "https://app.example" })).not.toBe(403);
    expect(await statusOf(some.url, { Origin: "https://evil.example" })).toBe(403);
    await some.close();
    const all = await serveMcp(index, pino({ level: "silent" }), ["*"]);
    expect(await statusOf(all.url, { Origin: "https://anywhere.example" })).not.toBe(403);
    await all.close();
  });

  it("refuses a body beyond measure", async () => {
    expect(await statusOf(server.url, {}, " ".repeat(300_000))).toBe(413);
  });

  it.each(["[]", "null", "17", '{"method":"ping"}', '{"jsonrpc":"2.0","id":1,"method":5}', '[{"jsonrpc":"2.0"}]'])(
    "refuses %s, which is no JSON-RPC, and the log says why, without a stack",
    async (body) => {
      const asked = await serveMcp(index, pino({}, { write: (line) => void logged.push(line) }));
      expect(await statusOf(asked.url, {}, body)).toBe(400);
      await asked.close();
      expect(logged.map((line) => JSON.parse(line))).toMatchObject([
        { msg: "An MCP request was refused", reason: expect.stringContaining("JSON-RPC") },
      ]);
      expect(logged.join()).not.toContain("stack");
    },
  );

  it("tells a mistake of ours to the log, and not to the model", async () => {
    const search: Search = { ...gated(index.search).search, search: () => Promise.reject(new Error("secret path /x")) };
    const broken = await serveMcp(
      { store: index.store, search },
      pino({}, { write: (line) => void logged.push(line) }),
    );
    const client = await connectOverHttp(broken.url);
    const { isError, text } = await askTool(client, "search_quotes", { query: "tea" });
    await client.close();
    await broken.close();
    expect(isError).toBe(true);
    expect(text).not.toContain("secret");
    expect(logged.join()).toContain("secret path /x");
  });
});

/** pino's number for errors. */
const ERROR_LEVEL = 50;

/** The same search, whose first question waits until it is let through. */
function gated(search: Search) {
  let enter = () => {};
  let open = () => {};
  const entered = new Promise<void>((resolve) => (enter = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  const waiting: Search = {
    search: async (asked) => {
      enter();
      await opened;
      return search.search(asked);
    },
    saidAbout: (speakerId, matter) => search.saidAbout(speakerId, matter),
    similar: (quoteId, first) => search.similar(quoteId, first),
    verify: (claim) => search.verify(claim),
    verifyAll: (claims, filter) => search.verifyAll(claims, filter),
    answer: (request) => search.answer(request),
  };
  return { search: waiting, entered, open: () => open() };
}
