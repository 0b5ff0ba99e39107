import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import express from "express";
import { type Logger, pino } from "pino";
import { createDraftChecker } from "../../src/draft/draft-checker.ts";
import { refuseStrangers } from "../../src/http/refuse-strangers.ts";
import { createMcpEndpoint } from "../../src/mcp/mcp-endpoint.ts";
import type { IndexedArticle } from "../../src/store/quote-store.ts";
import { openRealIndex, type RealIndex } from "../real-index.ts";
import { serveRouter } from "../serve-router.ts";

export const TEST_VERSION = "1.2.3";

export interface McpHttpServer {
  /** Where /mcp is. */
  readonly url: URL;
  close(): Promise<void>;
}

/** The real endpoint over HTTP. */
export async function serveMcp(
  { store, search }: Pick<RealIndex, "store" | "search">,
  logger: Logger = pino({ level: "silent" }),
  allowedOrigins: readonly string[] = [],
): Promise<McpHttpServer> {
  const parts = { store, search, drafts: createDraftChecker({ search }), onOperation: () => {} };
  const endpoint = createMcpEndpoint({
    answering: () => parts,
    store,
    logger,
    version: TEST_VERSION,
    publicUrl: null,
  });
  const router = express.Router().use(refuseStrangers({ hosts: [], origins: allowedOrigins }), endpoint.router);
  const { url, close } = await serveRouter({ ...endpoint, router });
  return { url: new URL("/mcp", url), close };
}

/** An assistant of the newest protocol that it shares with the server, or of the one of 2025. */
export async function connectOverHttp(url: URL, mode: "auto" | "legacy" = "auto"): Promise<Client> {
  const client = new Client({ name: "test", version: "0" }, { versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(url));
  return client;
}

export interface McpConnection {
  /** Where /mcp is. */
  readonly url: URL;
  readonly client: Client;
  close(): Promise<void>;
}

/** A client of the real endpoint over HTTP, on a real index of these articles. */
export async function connectToArticles(articles: readonly IndexedArticle[]): Promise<McpConnection> {
  const index = await openRealIndex(articles);
  const server = await serveMcp(index);
  const client = await connectOverHttp(server.url);
  return {
    url: server.url,
    client,
    close: async () => {
      await client.close();
      await server.close();
      await index.close();
    },
  };
}
