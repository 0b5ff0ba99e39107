import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { mcpServerFactory } from "./create-mcp-server.ts";
import type { ToolParts } from "./tool.ts";

/** Standard input and output, or what stands for them. */
export interface StdioStreams {
  readonly input: Readable;
  readonly output: Writable;
}

export interface McpStdioParts extends ToolParts {
  /** Of Verbatim, such as `0.1.0`. */
  readonly version: string;
}

/** Serves one client over stdio. Resolves when it goes away, or when `signal` is aborted. */
export async function serveMcpStdio(
  { version, ...parts }: McpStdioParts,
  streams: StdioStreams,
  signal: AbortSignal,
): Promise<void> {
  const { input, output } = streams;
  const serving = serveStdio(mcpServerFactory({ store: parts.store, version, partsFor: () => parts }), {
    transport: new StdioServerTransport(input, output),
    maxSubscriptions: 0,
    onerror: (err) => parts.logger.warn({ err }, "An MCP message failed"),
  });
  await clientGone(streams, signal);
  await serving.close();
}

/** A client ends a server by closing its input; one that was killed shows as an output that breaks. */
async function clientGone({ input, output }: StdioStreams, signal: AbortSignal): Promise<void> {
  const settled = new AbortController();
  const until = { signal: AbortSignal.any([signal, settled.signal]) };
  const events = [once(input, "end", until), once(input, "close", until), once(output, "close", until)];
  await Promise.race(events).catch(() => {});
  settled.abort();
  await Promise.allSettled(events);
}
