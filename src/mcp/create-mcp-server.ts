import { McpServer } from "@modelcontextprotocol/server";
import { LRUCache } from "lru-cache";
import { serverInstructions } from "./server-instructions.ts";
import type { ToolParts } from "./tool-answer.ts";
import { registerFindEntity } from "./tools/find-entity.ts";
import { registerGetContext } from "./tools/get-context.ts";
import { registerListArticles } from "./tools/list-articles.ts";
import { registerSearchQuotes } from "./tools/search-quotes.ts";

export interface McpServerParts extends ToolParts {
  /** Of Verbatim, such as `0.1.0`. */
  readonly version: string;
}

/** Over HTTP every request has a server of its own; counting the whole index for each would be waste. In milliseconds. */
const INSTRUCTIONS_AGE_MS = 60_000;

/** Makes the servers that a transport asks for: one for each HTTP request, or for each connection over stdio. */
export function mcpServerFactory(parts: McpServerParts): () => Promise<McpServer> {
  const instructions = new LRUCache<"instructions", string>({
    max: 1,
    ttl: INSTRUCTIONS_AGE_MS,
    fetchMethod: () => serverInstructions(parts.store),
  });
  return async () => createMcpServer(parts, (await instructions.fetch("instructions")) ?? "");
}

function createMcpServer(parts: McpServerParts, instructions: string): McpServer {
  const identity = { name: "verbatim", title: "Verbatim", version: parts.version };
  // The tools are the same for as long as the process runs.
  const server = new McpServer(identity, { instructions, capabilities: { tools: { listChanged: false } } });
  registerSearchQuotes(server, parts);
  registerGetContext(server, parts);
  registerFindEntity(server, parts);
  registerListArticles(server, parts);
  return server;
}
