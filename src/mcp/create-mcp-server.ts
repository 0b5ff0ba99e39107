import { type McpRequestContext, McpServer, type McpServerFactory } from "@modelcontextprotocol/server";
import { LRUCache } from "lru-cache";
import { registerArticleResource } from "./article-resource.ts";
import { registerFactCheckPrompt } from "./prompts/fact-check-quote.ts";
import { registerSaidAboutPrompt } from "./prompts/what-was-said.ts";
import { serverInstructions } from "./server-instructions.ts";
import { registerTool, type ToolParts } from "./tool.ts";
import { TOOLS } from "./tools.ts";

export interface McpServerParts extends Omit<ToolParts, "pageUrl"> {
  /** Of Verbatim, such as `0.1.0`. */
  readonly version: string;
}

/** Over HTTP every request has a server of its own; counting the whole index for each would be waste. In milliseconds. */
const INSTRUCTIONS_AGE_MS = 60_000;

/**
 * Makes the servers that a transport asks for: one for each HTTP request, or for each connection over stdio.
 * @param pageUrlOf `pageUrl` of the tools, for whom a server is made.
 * @param partsFor The parts that such a server works with; the same ones for all without it.
 */
export function mcpServerFactory(
  { version, ...parts }: McpServerParts,
  pageUrlOf: (context: McpRequestContext) => string,
  partsFor: (context: McpRequestContext) => Omit<ToolParts, "pageUrl"> = () => parts,
): McpServerFactory {
  const identity = { name: "verbatim", title: "Verbatim", version };
  const instructions = new LRUCache<"instructions", string>({
    max: 1,
    ttl: INSTRUCTIONS_AGE_MS,
    fetchMethod: () => serverInstructions(parts.store),
  });
  return async (context) => {
    const server = new McpServer(identity, {
      instructions: (await instructions.fetch("instructions")) ?? "",
      capabilities: UNCHANGING,
    });
    offerAll(server, { ...partsFor(context), pageUrl: pageUrlOf(context) });
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
