import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage } from "node:http";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler } from "@modelcontextprotocol/server";
import express, { type Request, type Response, type Router } from "express";
import { pageUrlOf } from "../http/own-origin.ts";
import { type McpServerParts, mcpServerFactory } from "./create-mcp-server.ts";
import type { AnsweringParts, ToolParts } from "./tool.ts";
import { toolRoutes } from "./tool-routes.ts";

export interface McpEndpointParts extends Pick<McpServerParts, "store" | "version"> {
  /** What answers one request. */
  readonly answering: (request: IncomingMessage) => AnsweringParts;
  readonly logger: ToolParts["logger"];
  /** Where readers find the reading page, without a slash at its end; null for the address under which a request came. */
  readonly publicUrl: string | null;
}

export interface McpEndpoint {
  /** Answers at /mcp; goes into an Express application at its root, before anything that reads bodies. */
  readonly router: Router;
  /** Ends what is under way. */
  close(): Promise<void>;
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** The longest arguments are some kilobytes. In bytes. */
const MAX_REQUEST_BYTES = 256 * 1_024;

/**
 * MCP over Streamable HTTP at /mcp, without sessions: every request stands for itself; and the same tools at /tools.json
 * and /tools/NAME. Whoever mounts it keeps strangers out (`http/refuse-strangers.ts`), as the protocol asks.
 */
export function createMcpEndpoint({ answering, logger, publicUrl, ...parts }: McpEndpointParts): McpEndpoint {
  const partsFor = (request: Request) => ({
    ...answering(request),
    logger,
    pageUrl: pageUrlOf(request, publicUrl),
  });
  // The library makes a request of its own of Node's; whoever asks is found by it again.
  const asking = new AsyncLocalStorage<Exchange>();
  const partsForAsking = () => partsFor((asking.getStore() as Exchange).request);
  const onerror = (err: Error) => logWhenAnswered(logger, err, asking.getStore()?.response);
  // The tools never change, so there is nothing to subscribe to, and no stream that would outlive its request.
  const handler = createMcpHandler(mcpServerFactory({ ...parts, partsFor: partsForAsking }), {
    onerror,
    maxSubscriptions: 0,
    maxRequestBodySize: MAX_REQUEST_BYTES,
  });
  const handle = toNodeHandler(handler, { onerror, maxRequestBodySize: MAX_REQUEST_BYTES });
  const router = express.Router();
  router.all("/mcp", (request, response) => asking.run({ request, response }, () => handle(request, response)));
  router.use(toolRoutes({ partsFor, maxBodyBytes: MAX_REQUEST_BYTES }));
  return { router, close: () => handler.close() };
}

/** The library tells in one way of what it refuses and of what goes wrong here; which of both it was is told by the status of its answer. */
function logWhenAnswered(logger: ToolParts["logger"], err: Error, response: Response | undefined): void {
  if (response === undefined || response.writableEnded) logger.warn({ err }, FAILED);
  else response.once("close", () => logError(logger, err, response.statusCode));
}

/** What whoever asks did wrong needs no stack of ours. */
function logError(logger: ToolParts["logger"], err: Error, status: number): void {
  if (status >= BAD_REQUEST && status < SERVER_FAILURE)
    logger.warn({ reason: err.message }, "An MCP request was refused");
  else logger.warn({ err }, FAILED);
}

const FAILED = "An MCP request failed";
const BAD_REQUEST = 400;
const SERVER_FAILURE = 500;
