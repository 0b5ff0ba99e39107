import { hostHeaderValidation, originValidation, toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler, type McpRequestContext } from "@modelcontextprotocol/server";
import express, { type NextFunction, type Request, type Response, type Router } from "express";
import { type McpServerParts, mcpServerFactory } from "./create-mcp-server.ts";
import { toolRoutes } from "./tool-routes.ts";

export interface McpEndpointParts extends McpServerParts {
  /** Names, besides those of this machine itself, under which it may be called, such as the address it listens on. */
  readonly allowedHosts: readonly string[];
  /** Origins, besides our own pages, whose pages may call it, such as `https://app.example`; `*` for all. */
  readonly allowedOrigins: readonly string[];
  /** Where readers find the reading page, without a slash at its end; null for the address under which a request came. */
  readonly publicUrl: string | null;
}

export interface McpEndpoint {
  /** Answers at /mcp; goes into an Express application at its root, before anything that reads bodies. */
  readonly router: Router;
  /** Ends what is under way. */
  close(): Promise<void>;
}

const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/** What a server listens on that listens everywhere: nobody's name, though browsers lead 0.0.0.0 to this machine. */
const EVERYWHERE = ["0.0.0.0", "::"];

/** The longest arguments are some kilobytes. In bytes. */
const MAX_REQUEST_BYTES = 256 * 1_024;

/**
 * MCP over Streamable HTTP at /mcp, without sessions: every request stands for itself; and the same tools at /tools.json
 * and /tools/NAME. Requests under another host's name, or from another site's page, are refused: a page that rebinds its
 * name to this machine must not read the index. (https://modelcontextprotocol.io/specification, "Security Warning" of
 * the transport)
 */
export function createMcpEndpoint({
  allowedHosts,
  allowedOrigins,
  publicUrl,
  ...parts
}: McpEndpointParts): McpEndpoint {
  const { logger } = parts;
  const onerror = (err: Error) => logger.warn({ err }, "An MCP request failed");
  const pageUrlOf = ({ requestInfo }: McpRequestContext) => publicUrl ?? new URL(requestInfo?.url ?? "").origin;
  // The tools never change, so there is nothing to subscribe to, and no stream that would outlive its request.
  const handler = createMcpHandler(mcpServerFactory(parts, pageUrlOf), {
    onerror,
    maxSubscriptions: 0,
    maxRequestBodySize: MAX_REQUEST_BYTES,
  });
  const handle = toNodeHandler(handler, { onerror, maxRequestBodySize: MAX_REQUEST_BYTES });
  const router = express.Router();
  router.use(["/mcp", "/tools.json", "/tools"], refuseStrangers(allowedHosts, allowedOrigins));
  router.all("/mcp", (request, response) => handle(request, response));
  router.use(
    toolRoutes({
      ...parts,
      pageUrlOf: (request) => publicUrl ?? `${request.protocol}://${request.get("Host")}`,
      maxBodyBytes: MAX_REQUEST_BYTES,
    }),
  );
  return { router, close: () => handler.close() };
}

function refuseStrangers(allowedHosts: readonly string[], allowedOrigins: readonly string[]) {
  const named = allowedHosts.filter((host) => !EVERYWHERE.includes(host));
  const hosts = [...LOCAL_HOSTS, ...named.map(asUrlHost)];
  const isHostAllowed = hostHeaderValidation(hosts);
  const isOriginAllowed = originCheck(hosts, allowedOrigins);
  return (request: Request, response: Response, next: NextFunction): void => {
    if (isHostAllowed(request, response) && isOriginAllowed(request, response)) next();
  };
}

/** The SDK tells origins apart by their host alone; what a page may read, CORS decides by the whole of its origin. */
const originCheck = (hosts: readonly string[], origins: readonly string[]): ReturnType<typeof originValidation> =>
  origins.includes("*")
    ? () => true
    : originValidation([...hosts, ...origins.map((origin) => new URL(origin).hostname)]);

/** As a host stands in a url: IPv6 addresses in brackets. */
const asUrlHost = (host: string): string => (host.includes(":") && !host.startsWith("[") ? `[${host}]` : host);
