import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler, type McpRequestContext } from "@modelcontextprotocol/server";
import express, { type Router } from "express";
import { scopeOf } from "../http/request-scope.ts";
import { type McpServerParts, mcpServerFactory } from "./create-mcp-server.ts";
import type { AnsweringParts } from "./tool.ts";
import { toolRoutes } from "./tool-routes.ts";

export interface McpEndpointParts extends McpServerParts {
  /** Where readers find the reading page, without a slash at its end; null for the address under which a request came. */
  readonly publicUrl: string | null;
  /** What answers one request and stops when the signal is aborted; the parts above without it. */
  readonly partsUntil?: (signal: AbortSignal) => AnsweringParts;
}

export interface McpEndpoint {
  /** Answers at /mcp; goes into an Express application at its root, before anything that reads bodies. */
  readonly router: Router;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** The longest arguments are some kilobytes. In bytes. */
const MAX_REQUEST_BYTES = 256 * 1_024;

/**
 * MCP over Streamable HTTP at /mcp, without sessions: every request stands for itself; and the same tools at /tools.json
 * and /tools/NAME. Whoever mounts it keeps strangers out (`http/refuse-strangers.ts`), as the protocol asks.
 */
export function createMcpEndpoint({ publicUrl, partsUntil, ...parts }: McpEndpointParts): McpEndpoint {
  const { logger } = parts;
  const partsFor = (signal: AbortSignal | undefined) => ({ ...parts, ...(signal && partsUntil?.(signal)) });
  const onerror = (err: Error) => logger.warn({ err }, "An MCP request failed");
  const pageUrlOf = ({ requestInfo }: McpRequestContext) => publicUrl ?? new URL(requestInfo?.url ?? "").origin;
  // The tools never change, so there is nothing to subscribe to, and no stream that would outlive its request.
  const handler = createMcpHandler(
    mcpServerFactory(parts, pageUrlOf, ({ requestInfo }) => partsFor(requestInfo?.signal)),
    {
      onerror,
      maxSubscriptions: 0,
      maxRequestBodySize: MAX_REQUEST_BYTES,
    },
  );
  const handle = toNodeHandler(handler, { onerror, maxRequestBodySize: MAX_REQUEST_BYTES });
  const router = express.Router();
  router.all("/mcp", (request, response) => handle(request, response));
  router.use(
    toolRoutes({
      partsFor: (request) => partsFor(scopeOf(request)?.signal),
      pageUrlOf: (request) => publicUrl ?? `${request.protocol}://${request.get("Host")}`,
      maxBodyBytes: MAX_REQUEST_BYTES,
    }),
  );
  return { router, close: () => handler.close() };
}
