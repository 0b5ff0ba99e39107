import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openRealIndex, type RealIndex } from "../real-index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { askTool } from "./ask-tool.ts";
import { HARBOUR_ARTICLES } from "./harbour-articles.ts";

const VERBATIM = fileURLToPath(new URL("../../bin/verbatim.js", import.meta.url));

const INITIALIZE = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "0" } },
};

let index: RealIndex;

beforeAll(async () => {
  index = await openRealIndex(HARBOUR_ARTICLES);
});

afterAll(() => index.close());

const environment = () => ({ PATH: process.env.PATH ?? "", VERBATIM_DATA_DIR: index.directory });

/** A folder that an assistant may stand in: a project of its own, with other settings for TypeScript. */
const elsewhere = () =>
  temporaryFolder({ "tsconfig.json": '{"compilerOptions":{"experimentalDecorators":false}}', "package.json": "{}" });

function start(args: readonly string[], env: Record<string, string> = environment()) {
  const child = spawn(process.execPath, [VERBATIM, ...args], { cwd: elsewhere(), env, stdio: "pipe" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

const exitCodeOf = async (child: ChildProcess) => ((await once(child, "close")) as [number | null])[0];

describe("MCP over stdio", () => {
  it("answers a client of the newest protocol from any folder", async () => {
    const transport = new StdioClientTransport({
      ...{ command: process.execPath, args: [VERBATIM, "mcp"] },
      ...{ cwd: elsewhere(), env: environment(), stderr: "ignore" as const },
    });
    const client = new Client({ name: "test", version: "0" }, { versionNegotiation: { mode: "auto" } });
    onTestFinished(() => client.close());
    await client.connect(transport);
    expect(client.getNegotiatedProtocolVersion()).toBe("2026-07-28");
    expect(client.getInstructions()).toContain("in 4 news articles");
    expect((await client.listTools()).tools).toHaveLength(9);
    const { structured } = await askTool(client, "search_quotes", { query: "when does the bridge open" });
    expect(structured.hits[0]).toMatchObject({ speaker: "Marta Okoro", wording: "verbatim" });
    const { isError } = await askTool(client, "get_context", { id: "nothing" });
    expect(isError).toBe(true);
    const [resource] = (await client.listResources()).resources;
    expect((await client.readResource({ uri: resource?.uri ?? "" })).contents).toHaveLength(1);
    // Ten questions at once: each answer goes to its question.
    const queries = Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? "cheap steel" : "ferry timetable"));
    const answers = await Promise.all(queries.map((query) => askTool(client, "search_quotes", { query, limit: 1 })));
    expect(new Set(answers.filter((_, i) => i % 2 === 0).map(({ text }) => text)).size).toBe(1);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(2);
  });

  it("serves the protocol of 2025 with nothing else on standard output, and ends when the client closes its input", async () => {
    const child = start(["mcp"]);
    child.stdin.write(`${JSON.stringify(INITIALIZE)}\n`);
    const [answer] = await once(child.stdout, "data");
    expect(JSON.parse(String(answer))).toMatchObject({ id: 1, result: { serverInfo: { name: "verbatim" } } });
    const rest = text(child.stdout);
    child.stdin.end();
    expect(await exitCodeOf(child)).toBe(0);
    expect(await rest).toBe("");
  });

  it("ends without a word when the client goes away in the middle of a call", async () => {
    const child = start(["mcp"]);
    child.stdin.write(`${JSON.stringify(INITIALIZE)}\n`);
    await once(child.stdout, "data");
    const errors = text(child.stderr);
    const call = { method: "tools/call", params: { name: "search_quotes", arguments: { query: "bridge" } } };
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: 2, ...call })}\n`);
    child.stdout.destroy();
    child.stdin.destroy();
    expect(await exitCodeOf(child)).toBe(0);
    expect(await errors).toBe("");
  });

  it("ends when it is told to", async () => {
    const child = start(["mcp"]);
    child.stdin.write(`${JSON.stringify(INITIALIZE)}\n`);
    await once(child.stdout, "data");
    child.kill("SIGTERM");
    expect(await exitCodeOf(child)).toBe(0);
  });

  it("says on standard error why it can't start", async () => {
    const child = start(["mcp"], { ...environment(), VERBATIM_MODEL: "no-such-model" });
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exitCodeOf(child)]);
    expect({ stdout, code }).toEqual({ stdout: "", code: 1 });
    expect(stderr).toContain("no-such-model");
  });

  it("tells its usage to who asks otherwise", async () => {
    const child = start(["serve"]);
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exitCodeOf(child)]);
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
    expect(stderr).toContain("Usage: verbatim mcp");
  });
});
