import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type RunningServer, startServer } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { HARBOUR_ARTICLES, HARBOUR_URL } from "./mcp/harbour-articles.ts";
import { openRealIndex, type RealIndex } from "./real-index.ts";
import { runSource } from "./run-command.ts";

let index: RealIndex;
let server: RunningServer;

beforeAll(async () => {
  index = await openRealIndex(HARBOUR_ARTICLES);
  const config = readConfig({ VERBATIM_DATA_DIR: index.directory, VERBATIM_PORT: "0" });
  server = await startServer(config, pino({ level: "silent" }));
});

afterAll(async () => {
  await server?.close();
  await index?.close();
});

describe("the typed client", () => {
  const EXAMPLE = "examples/typed-client.ts";

  it("is shorter than 30 lines", () => {
    const source = readFileSync(fileURLToPath(new URL(`../${EXAMPLE}`, import.meta.url)), "utf8");
    expect(source.trimEnd().split("\n").length).toBeLessThan(30);
  });

  it("prints who said what", async () => {
    const env = { VERBATIM_URL: server.url };
    const { code, stdout, stderr } = await runSource(EXAMPLE, { args: ["when does the bridge open"], env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n")[0]).toBe(
      "Marta Okoro (Harbour bridge to open in May, 2024-03-05T00:00:00.000Z): The bridge over the harbour will open in May, whatever the weather.",
    );
  });

  it("tells in the server's words what is wrong with a question", async () => {
    const { code, stderr } = await runSource(EXAMPLE, { args: [" "], env: { VERBATIM_URL: server.url } });
    expect(code).toBe(1);
    expect(stderr).toContain("The query is empty.");
  });
});

describe("the tool loop", () => {
  it("runs what a model calls, over GraphQL too, hands it mistakes as sentences, and prints its answer", async () => {
    const model = await scriptedModel([
      [["search_quotes", { query: "bridge", speaker: "Lena Okoro" }]],
      [
        ["search_quotes", { query: "bridge", speaker: "Marta Okoro", limit: 1 }],
        ["timeline", { name: "Okoro" }],
      ],
    ]);
    const env = { VERBATIM_URL: server.url, OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "secret", MODEL: "scripted" };
    const { code, stdout, stderr } = await runSource("examples/tool-loop.ts", { args: ["Bridge?"], env });
    expect({ code, stderr, stdout }).toEqual({ code: 0, stderr: "", stdout: "That is all.\n" });

    const [first, , last] = model.requests;
    expect(first).toMatchObject({ model: "scripted", authorization: "Bearer secret" });
    expect(first?.tools.map(({ function: { name } }) => name)).toEqual(
      expect.arrayContaining(["search_quotes", "verify_quote", "timeline"]),
    );
    const [mistake, found, timeline] = last?.messages.filter(({ role }) => role === "tool") ?? [];
    expect(JSON.parse(mistake?.content ?? "")).toEqual({
      error: expect.stringContaining('Similar names: "Marta Okoro".'),
    });
    expect(JSON.parse(found?.content ?? "").hits).toMatchObject([{ speaker: "Marta Okoro", url: HARBOUR_URL }]);
    expect(JSON.parse(timeline?.content ?? "").data.person).toMatchObject({
      name: "Marta Okoro",
      quotes: { totalCount: 2 },
    });
  });
});

type Call = readonly [name: string, given: Readonly<Record<string, unknown>>];

interface ModelRequest {
  readonly model: string;
  readonly authorization: string | undefined;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly tools: readonly { readonly function: { readonly name: string } }[];
}

/** A server that speaks chat completions, and asks for these calls, round by round, before it answers. */
async function scriptedModel(rounds: readonly (readonly Call[])[]) {
  const requests: ModelRequest[] = [];
  const http = createServer(async (request, response) => {
    const { authorization } = request.headers;
    const calls = rounds[requests.length] ?? [];
    requests.push({ ...((await json(request)) as ModelRequest), authorization });
    const tool_calls = calls.map(([name, given], i) => ({
      id: `call-${requests.length}-${i}`,
      type: "function",
      function: { name, arguments: JSON.stringify(given) },
    }));
    const content = calls.length === 0 ? "That is all." : null;
    response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content, tool_calls } }] }));
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void http.close());
  await once(http, "listening");
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, requests };
}
