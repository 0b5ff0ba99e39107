import { readFileSync } from "node:fs";
import { join } from "node:path";
import express, { type RequestHandler } from "express";
import type { Logger } from "pino";
import { AccessKeys } from "./access/access-keys.ts";
import { answeringRequests, watchedParts } from "./app/answering.ts";
import { indexSamples, wantsSamples } from "./app/index-samples.ts";
import { changeIndex } from "./app/open-indexer.ts";
import { openModels } from "./app/open-models.ts";
import { Closers } from "./closers.ts";
import type { Config } from "./config.ts";
import { createEditor } from "./editing/editor.ts";
import { Admission } from "./http/admission/admission.ts";
import { admitRequests } from "./http/admission/admit-requests.ts";
import { allowOrigins } from "./http/allow-origins.ts";
import { closedToStrangers } from "./http/closed-to-strangers.ts";
import { healthRoutes } from "./http/health-routes.ts";
import { tellFailure, tellNothingHere } from "./http/last-handlers.ts";
import { listen, urlOf } from "./http/listen.ts";
import { refuseStrangers } from "./http/refuse-strangers.ts";
import { goneAway, openScope } from "./http/request-scope.ts";
import { signInRoutes } from "./http/sign-in-routes.ts";
import { type WriteIndex, writeInTurn } from "./indexing/write-in-turn.ts";
import type { Embedder } from "./inference/embedder.ts";
import type { Models } from "./inference/fork-models.ts";
import { openStore } from "./store/open-store.ts";
import type { QuoteStore } from "./store/quote-store.ts";
import type { Gauged, Metrics } from "./telemetry/metrics.ts";
import { metricsRoutes } from "./telemetry/metrics-routes.ts";
import { tellOfRequests } from "./telemetry/tell-of-requests.ts";

export interface RunningServer {
  /** Where it answers, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Finishes the requests under way, then frees all it holds. */
  close(): Promise<void>;
}

/** @throws MODEL_UNAVAILABLE, INDEX_INCOMPATIBLE or PORT_IN_USE, with nothing left running. */
export async function startServer(config: Config, logger: Logger): Promise<RunningServer> {
  // Only here: a command line that indexes needs none of these, and starts half a second sooner without them.
  const [
    { createGraphqlEndpoint },
    { createMcpEndpoint },
    { webRoutes },
    { draftRoutes },
    { exportRoutes },
    { headOfArticle },
    { Metrics },
  ] = await Promise.all([
    import("./graphql/graphql-endpoint.ts"),
    import("./mcp/mcp-endpoint.ts"),
    import("./web/web-routes.ts"),
    import("./web/draft-routes.ts"),
    import("./export/export-routes.ts"),
    import("./export/head-of-article.ts"),
    import("./telemetry/metrics.ts"),
  ]);
  const closers = new Closers(logger);
  try {
    const { store, models } = await openIndex(config, closers);
    const answering = answeringRequests({ store, models });
    const keys = new AccessKeys(config.tokens);
    const write: WriteIndex = (work) => changeIndex(config, models, work);
    const editor = createEditor({ write: writeInTurn(write), limits: { maxArticleBytes: config.maxArticleBytes } });
    const { introspection, corsOrigins, publicUrl } = config;
    const graphql = await createGraphqlEndpoint({ answering, logger, editor, keys, introspection });
    closers.add(() => graphql.close());
    const mcp = createMcpEndpoint({ answering, store, logger, publicUrl, version: versionOf(config) });
    closers.add(() => mcp.close());
    const admission = new Admission({ atWork: config.atWork, waiting: config.waiting, waitMs: LONGEST_WAIT_MS });
    const metrics = new Metrics(() => gauged(store, models, admission));
    const http = express().disable("x-powered-by").set("trust proxy", config.proxies);
    const tracer = await openTracer(config, closers);
    http.use(...doorway({ config, logger, metrics, keys, tracer }, () => readiness(store, models.embedder)));
    http.use(["/graphql", "/mcp", "/tools.json", "/tools"], allowOrigins(corsOrigins));
    http.use(
      ...(config.tokens.length > 0 ? [signInRoutes(keys)] : []),
      metricsRoutes(metrics),
      admitRequests(admission, metrics),
      graphql.router,
      mcp.router,
      exportRoutes({ answering, publicUrl }),
      webRoutes({ articleHead: headOfArticle({ answering, publicUrl }) }),
      draftRoutes(config.maxArticleBytes),
      tellNothingHere,
      tellFailure(logger),
    );
    const server = await listen(http, config);
    closers.add(() => server.close());
    return { url: server.url, close: () => closers.close() };
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
  const { serveMcpStdio } = await import("./mcp/serve-stdio.ts");
  const closers = new Closers(logger);
  try {
    const { store, models } = await openIndex(config, closers);
    // Closed before the rest: what is still asked then ends with it, and complains of nothing.
    const ended = new AbortController();
    closers.add(async () => ended.abort(goneAway()));
    const parts = {
      ...watchedParts({ store, models }, { signal: ended.signal, stagesMs: new Map() }),
      logger,
      version: versionOf(config),
      pageUrl: config.publicUrl ?? urlOf(config),
      onOperation: () => {},
    };
    await serveMcpStdio(parts, { input: process.stdin, output: process.stdout }, signal);
  } finally {
    await closers.close();
  }
}

/** The longest that a request waits for a place at work: whoever waits longer has gone to look elsewhere. */
const LONGEST_WAIT_MS = 2_000;

/** What answers questions, with the samples in it where nothing else ever was. */
async function openIndex(config: Config, closers: Closers) {
  const models = await openModels(config);
  const { embedder } = models;
  closers.add(() => embedder.close());
  const store = await openStore(config, embedder);
  closers.add(() => store.close());
  if (await wantsSamples(store, config)) await indexSamples(config, models);
  return { store, models };
}

interface DoorwayParts {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly keys: AccessKeys;
  /** Makes traces of requests; null where none are wanted. */
  readonly tracer: RequestHandler | null;
}

/** What every request passes first: it gets a scope and is told of, and whoever has no business here is turned away. */
function doorway(
  { config, logger, metrics, keys, tracer }: DoorwayParts,
  ready: () => Promise<Readonly<Record<string, unknown>>>,
): readonly RequestHandler[] {
  const { host, publicUrl, corsOrigins, timeoutMs, slowMs } = config;
  return [
    openScope(timeoutMs),
    tellOfRequests({ logger, metrics, slowMs }),
    ...(tracer === null ? [] : [tracer]),
    closedToStrangers(keys),
    healthRoutes(ready, logger),
    refuseStrangers({ hosts: [host, ...namesIn(publicUrl)], origins: corsOrigins }),
  ];
}

/** Loaded only where traces are wanted. */
async function openTracer(config: Config, closers: Closers): Promise<RequestHandler | null> {
  if (config.traceCollectorUrl === null) return null;
  const [{ openTracing }, { traceRequests }] = await Promise.all([
    import("./telemetry/open-tracing.ts"),
    import("./telemetry/trace-requests.ts"),
  ]);
  const { tracer, close } = openTracing(config.traceCollectorUrl, versionOf(config));
  closers.add(close);
  return traceRequests(tracer);
}

async function gauged(store: QuoteStore, models: Models, admission: Admission): Promise<Gauged> {
  const [{ articles, chunks, quotes }, { total }] = await Promise.all([store.info(), store.listCorrections(NEWEST)]);
  const { restarts, queryCacheHits, queryCacheMisses } = models.state();
  const { atWork, waiting } = admission;
  const index = { articles, chunks, quotes, corrections: total };
  return { atWork, waiting, ...index, modelRestarts: restarts, queryCacheHits, queryCacheMisses };
}

/** The shortest page of corrections that tells how many there are. */
const NEWEST = { first: 1, after: null };

/** The host under which readers, and so a tunnel's callers, reach the server. */
const namesIn = (publicUrl: string | null): readonly string[] =>
  publicUrl === null ? [] : [new URL(publicUrl).hostname];

/** What is asked of the parts to know that they answer. */
async function readiness(store: QuoteStore, embedder: Embedder): Promise<Readonly<Record<string, unknown>>> {
  const [{ articles, chunks }] = await Promise.all([store.info(), embedder.countTokens(["ready"])]);
  return { articles, chunks };
}

const versionOf = ({ projectDirectory }: Config): string =>
  JSON.parse(readFileSync(join(projectDirectory, "package.json"), "utf8")).version;
