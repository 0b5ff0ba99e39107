import { McpServer, type McpServerFactory } from "@modelcontextprotocol/server";
import { LRUCache } from "lru-cache";
import type { QuoteStore } from "../store/quote-store.ts";
import { registerArticleResource } from "./article-resource.ts";
import { registerFactCheckPrompt } from "./prompts/fact-check-quote.ts";
import { registerSaidAboutPrompt } from "./prompts/what-was-said.ts";
import { serverInstructions } from "./server-instructions.ts";
import { registerTool, type ToolParts } from "./tool.ts";
import { TOOLS } from "./tools.ts";

export interface McpServerParts {
  /** Of what it holds each assistant is told. */
  readonly store: QuoteStore;
  /** Of Verbatim, such as `0.1.0`. */
  readonly version: string;
  /** What a server that is made works with. */
  readonly partsFor: () => ToolParts;
}

/** Over HTTP every request has a server of its own; counting the whole index for each would be waste. In milliseconds. */
const INSTRUCTIONS_AGE_MS = 60_000;

/** Makes the servers that a transport asks for: one for each HTTP request, or for each connection over stdio. */
export function mcpServerFactory({ store, version, partsFor }: McpServerParts): McpServerFactory {
  const identity = { name: "verbatim", title: "Verbatim", version };
  const instructions = new LRUCache<"instructions", string>({
    max: 1,
    ttl: INSTRUCTIONS_AGE_MS,
    fetchMethod: () => serverInstructions(store),
  });
  return async () => {
    const server = new McpServer(identity, {
      instructions: (await instructions.fetch("instructions")) ?? "",
      capabilities: UNCHANGING,
    });
    offerAll(server, partsFor());
    return server;
  };
}

/** Tools and prompts are the same for as long as the process runs; of articles nobody is told when they change. */
const UNCHANGING = {
  tools: { listChanged: false },
  prompts: { listChanged: false },
  resources: { listChanged: false },
} as const;

function offerAll(server: McpServer, parts: ToolParts): void {
  for (const tool of TOOLS) registerTool(server, parts, tool);
  registerArticleResource(server, parts);
  registerFactCheckPrompt(server, parts);
  registerSaidAboutPrompt(server, parts);
}
