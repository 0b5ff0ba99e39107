import "reflect-metadata";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import express, { type Express } from "express";
import type { Logger } from "pino";
import type { Config } from "./config.ts";
import { VerbatimError } from "./errors.ts";
import { createGraphqlEndpoint } from "./graphql/graphql-endpoint.ts";
import type { IndexingParts } from "./indexing/index-articles.ts";
import { indexPaths } from "./indexing/index-paths.ts";
import type { Embedder } from "./inference/embedder.ts";
import { locateModel } from "./inference/model-location.ts";
import { forkEmbedder } from "./inference/process-embedder.ts";
import { createMcpEndpoint } from "./mcp/mcp-endpoint.ts";
import { serveMcpStdio } from "./mcp/serve-stdio.ts";
import { createSearch } from "./search/create-search.ts";
import { openStore, openStoreForWriting } from "./store/embedded/open-embedded-store.ts";
import type { QuoteStore } from "./store/quote-store.ts";
import { webRoutes } from "./web/web-routes.ts";

/** Holds the model ready; the index is open, and locked against other writers, only while there is something to write. */
export interface Indexer {
  /** @throws INDEX_BUSY while another process writes. */
  write<T>(work: (parts: IndexingParts) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface RunningServer {
  /** Where it answers, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Finishes the requests under way, then frees all it holds. */
  close(): Promise<void>;
}

/** @throws MODEL_UNAVAILABLE */
export async function openIndexer(config: Config): Promise<Indexer> {
  const embedder = await openEmbedder(config);
  return {
    write: (work) => writeIndex(config, embedder, work),
    close: () => embedder.close(),
  };
}

/** @throws MODEL_UNAVAILABLE, INDEX_INCOMPATIBLE or PORT_IN_USE, with nothing left running. */
export async function startServer(config: Config, logger: Logger): Promise<RunningServer> {
  const closers = new Closers();
  try {
    const { store, embedder, search } = await openIndex(config, closers);
    const graphql = await createGraphqlEndpoint({ store, search, logger });
    closers.add(() => graphql.close());
    const mcp = createMcpEndpoint({ store, search, logger, version: versionOf(config), allowedHosts: [config.host] });
    closers.add(() => mcp.close());
    const http = express().disable("x-powered-by").use(healthRoutes(store, embedder));
    const server = await listen(http.use(graphql.router).use(mcp.router).use(webRoutes()), config);
    closers.add(() => stopListening(server));
    return { url: addressOf(server), close: () => closers.close() };
  } catch (error) {
    await closers.close();
    throw error;
  }
}

/**
 * Serves one assistant over standard input and output, where nothing else may be written. Resolves when it goes away,
 * or when `signal` is aborted, with nothing left running.
 * @throws MODEL_UNAVAILABLE or INDEX_INCOMPATIBLE
 */
export async function serveMcpOverStdio(config: Config, logger: Logger, signal: AbortSignal): Promise<void> {
  const closers = new Closers();
  try {
    const { store, search } = await openIndex(config, closers);
    const parts = { store, search, logger, version: versionOf(config) };
    await serveMcpStdio(parts, { input: process.stdin, output: process.stdout }, signal);
  } finally {
    await closers.close();
  }
}

/** What is open, closed in reverse order. */
class Closers {
  readonly #closers: (() => Promise<void>)[] = [];

  add(closer: () => Promise<void>): void {
    this.#closers.push(closer);
  }

  async close(): Promise<void> {
    for (const closer of this.#closers.splice(0).reverse()) await closer();
  }
}

/** What answers questions, with the samples in it where nothing else ever was. */
async function openIndex(config: Config, closers: Closers) {
  const embedder = await openEmbedder(config);
  closers.add(() => embedder.close());
  const store = await openStore(storeOptions(config, embedder));
  closers.add(() => store.close());
  if (await wantsSamples(store)) await indexSamples(config, embedder);
  return { store, embedder, search: createSearch({ store, embedder }) };
}

async function writeIndex<T>(
  config: Config,
  embedder: Embedder,
  work: (parts: IndexingParts) => Promise<T>,
): Promise<T> {
  const store = await openStoreForWriting(storeOptions(config, embedder));
  try {
    const result = await work({ store, embedder });
    await store.save();
    return result;
  } finally {
    await store.close();
  }
}

/** True for an index that never held an article, or holds nothing but samples: a start may have been broken off. */
async function wantsSamples(store: QuoteStore): Promise<boolean> {
  const { articles, sampleArticles, updatedAt } = await store.info();
  return updatedAt === null || (articles > 0 && articles === sampleArticles);
}

/** Indexes those samples that are not in yet, so that the first question has an answer. */
async function indexSamples(config: Config, embedder: Embedder): Promise<void> {
  const run = {
    paths: [config.samplesDirectory],
    workingDirectory: config.projectDirectory,
    details: {},
    otherInputs: [],
    sample: true,
    limits: { maxArticleBytes: config.maxArticleBytes },
    signal: new AbortController().signal,
    onEvent: () => {},
  };
  try {
    await writeIndex(config, embedder, (parts) => indexPaths(run, parts));
  } catch (error) {
    // Another process is indexing: what it puts in will be served.
    if (!(error instanceof VerbatimError && error.code === "INDEX_BUSY")) throw error;
  }
}

const openEmbedder = (config: Config): Promise<Embedder> =>
  forkEmbedder(locateModel(config.model, config.modelsDirectory));

const versionOf = ({ projectDirectory }: Config): string =>
  JSON.parse(readFileSync(join(projectDirectory, "package.json"), "utf8")).version;

const storeOptions = ({ dataDirectory }: Config, { model, dimensions }: Embedder) => ({
  directory: dataDirectory,
  model,
  dimensions,
});

/** `/healthz`: the process answers. `/readyz`: the index and the model answer too. */
function healthRoutes(store: QuoteStore, embedder: Embedder): express.Router {
  const router = express.Router();
  router.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
  router.get("/readyz", async (_request, response) => {
    try {
      const [{ articles, chunks }] = await Promise.all([store.info(), embedder.countTokens(["ready"])]);
      response.json({ status: "ready", articles, chunks });
    } catch (error) {
      response
        .status(503)
        .json({ status: "not ready", reason: error instanceof Error ? error.message : String(error) });
    }
  });
  return router;
}

async function listen(app: Express, { host, port }: Config): Promise<Server> {
  const server = createServer(app);
  server.listen(port, host);
  try {
    await once(server, "listening");
    return server;
  } catch (error) {
    throw explainListenError(error, host, port);
  }
}

function explainListenError(error: unknown, host: string, port: number): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EADDRINUSE") {
    return new VerbatimError(
      "PORT_IN_USE",
      `Port ${port} is in use, perhaps by another Verbatim. Stop that one, or set VERBATIM_PORT to a free port.`,
      {},
      error,
    );
  }
  if (code === "EACCES" || code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new VerbatimError(
      "BAD_SETTING",
      `The server can't listen on ${host}:${port} (${code}). Set VERBATIM_HOST and VERBATIM_PORT to an address of this machine.`,
      {},
      error,
    );
  }
  return error;
}

function addressOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}

async function stopListening(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  await closed;
}
