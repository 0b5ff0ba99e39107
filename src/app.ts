import { existsSync, readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import express, { type RequestHandler } from "express";
import type { Logger } from "pino";
import { AccessKeys } from "./access/access-keys.ts";
import { Closers } from "./closers.ts";
import type { Config } from "./config.ts";
import { createDraftChecker } from "./draft/draft-checker.ts";
import { createEditor } from "./editing/editor.ts";
import { VerbatimError } from "./errors.ts";
import { Admission } from "./http/admission/admission.ts";
import { admitRequests } from "./http/admission/admit-requests.ts";
import { allowOrigins } from "./http/allow-origins.ts";
import { closedToStrangers } from "./http/closed-to-strangers.ts";
import { healthRoutes } from "./http/health-routes.ts";
import { tellFailure, tellNothingHere } from "./http/last-handlers.ts";
import { listen, urlOf } from "./http/listen.ts";
import { refuseStrangers } from "./http/refuse-strangers.ts";
import { goneAway, openScope, type RequestScope, scopeOf } from "./http/request-scope.ts";
import { signInRoutes } from "./http/sign-in-routes.ts";
import type { IndexingParts } from "./indexing/index-articles.ts";
import { indexPaths } from "./indexing/index-paths.ts";
import { type Patience, type WriteIndex, writeInTurn } from "./indexing/write-in-turn.ts";
import type { Embedder } from "./inference/embedder.ts";
import { forkModels, type Models } from "./inference/fork-models.ts";
import { locateModel, type ModelLocation } from "./inference/model-location.ts";
import { forkTagger } from "./inference/process-tagger.ts";
import type { Tagger } from "./inference/tagger.ts";
import { createSearch } from "./search/create-search.ts";
import { openStore, openStoreForChange, openStoreForWriting } from "./store/open-store.ts";
import type { QuoteStore, QuoteStoreWriter } from "./store/quote-store.ts";
import type { Gauged, Metrics } from "./telemetry/metrics.ts";
import { metricsRoutes } from "./telemetry/metrics-routes.ts";
import { embedderStage, storeStage, taggerStage } from "./telemetry/stages.ts";
import { tellOfRequests } from "./telemetry/tell-of-requests.ts";
import { type Watch, watchCalls } from "./telemetry/watch-calls.ts";

/** Holds the model ready; the index is open, and locked against other writers, only while there is something to write. */
export interface Indexer {
  /** @throws INDEX_BUSY where another process writes for longer than one waits. */
  write<T>(work: (parts: IndexingParts) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface RunningServer {
  /** Where it answers, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Finishes the requests under way, then frees all it holds. */
  close(): Promise<void>;
}

/**
 * @param patience How long to wait for another writer: a little where it is not given, so that a correction made meanwhile ends no run.
 * @throws MODEL_UNAVAILABLE
 */
export async function openIndexer(config: Config, patience: Patience = {}): Promise<Indexer> {
  const models = await openModels(config);
  const write: WriteIndex = (work) => writeIndex(config, models, work);
  return {
    write: writeInTurn(write, patience),
    close: () => models.embedder.close(),
  };
}

/**
 * The tagger alone, for what needs no index; null where it is switched off.
 * @throws MODEL_UNAVAILABLE
 */
export async function openTagger(config: Config): Promise<Tagger | null> {
  const location = locateTagger(config);
  return location && forkTagger(location);
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
    const { store, models, search, drafts } = await openIndex(config, closers);
    const keys = new AccessKeys(config.tokens);
    const write: WriteIndex = (work) => changeIndex(config, models, work);
    const editor = createEditor({ write: writeInTurn(write), limits: { maxArticleBytes: config.maxArticleBytes } });
    const partsDuring = (watch: Watch) => watchedParts({ store, models }, watch);
    const graphql = await createGraphqlEndpoint({
      ...{ store, search, drafts, logger, editor, keys, introspection: config.introspection },
      partsFor: (request) => partsOfScope(scopeOf(request), partsDuring) ?? { store, search, drafts },
    });
    closers.add(() => graphql.close());
    const { corsOrigins, publicUrl } = config;
    const mcp = createMcpEndpoint({
      ...{ store, search, drafts, logger, publicUrl },
      version: versionOf(config),
      partsUntil: (signal) => partsDuring({ signal, stagesMs: new Map() }),
    });
    closers.add(() => mcp.close());
    const admission = new Admission({ atWork: config.atWork, waiting: config.waiting, waitMs: LONGEST_WAIT_MS });
    const metrics = new Metrics(() => gauged(store, models, admission));
    const http = express().disable("x-powered-by").set("trust proxy", config.proxies);
    http.use(...doorway({ config, logger, metrics, keys }, () => readiness(store, models.embedder)));
    http.use(["/graphql", "/mcp", "/tools.json", "/tools"], allowOrigins(corsOrigins));
    http.use(
      ...(config.tokens.length > 0 ? [signInRoutes(keys)] : []),
      metricsRoutes(metrics),
      admitRequests(admission, metrics),
      graphql.router,
      mcp.router,
      exportRoutes({ store, search, publicUrl }),
      webRoutes({ articleHead: headOfArticle({ store, publicUrl }) }),
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
      publicUrl: config.publicUrl ?? urlOf(config),
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
  const search = createSearch({ store, embedder });
  return { store, models, search, drafts: createDraftChecker({ search, tagger: models.tagger }) };
}

interface DoorwayParts {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly keys: AccessKeys;
}

/** What every request passes first: it gets a scope and is told of, and whoever has no business here is turned away. */
function doorway(
  { config, logger, metrics, keys }: DoorwayParts,
  ready: () => Promise<Readonly<Record<string, unknown>>>,
): readonly RequestHandler[] {
  const { host, publicUrl, corsOrigins, timeoutMs, slowMs } = config;
  return [
    openScope(timeoutMs),
    tellOfRequests({ logger, metrics, slowMs }),
    closedToStrangers(keys),
    healthRoutes(ready),
    refuseStrangers({ hosts: [host, ...namesIn(publicUrl)], origins: corsOrigins }),
  ];
}

/** What answers a request of GraphQL, and notes what it asks for; null for one without a scope. */
function partsOfScope(scope: RequestScope | null, partsDuring: (watch: Watch) => ReturnType<typeof watchedParts>) {
  if (scope === null) return null;
  const onOperation = (fields: string) => {
    scope.operation = fields;
  };
  return { ...partsDuring(scope), onOperation };
}

/** The parts that answer one request: they stop with it, and tell how long each stage took. */
function watchedParts({ store, models }: { readonly store: QuoteStore; readonly models: Models }, watch: Watch) {
  const watchedStore = watchCalls(store, storeStage, watch);
  const embedder = watchCalls(models.embedder, embedderStage, watch);
  const tagger = models.tagger && watchCalls(models.tagger, taggerStage, watch);
  const search = createSearch({ store: watchedStore, embedder });
  return { store: watchedStore, search, drafts: createDraftChecker({ search, tagger }) };
}

async function gauged(store: QuoteStore, models: Models, admission: Admission): Promise<Gauged> {
  const { articles, chunks, quotes } = await store.info();
  const { restarts, queryCacheHits, queryCacheMisses } = models.state();
  const { atWork, waiting } = admission;
  return { atWork, waiting, articles, chunks, quotes, modelRestarts: restarts, queryCacheHits, queryCacheMisses };
}

/** The host under which readers, and so a tunnel's callers, reach the server. */
const namesIn = (publicUrl: string | null): readonly string[] =>
  publicUrl === null ? [] : [new URL(publicUrl).hostname];

/** What is asked of the parts to know that they answer. */
async function readiness(store: QuoteStore, embedder: Embedder): Promise<Readonly<Record<string, unknown>>> {
  const [{ articles, chunks }] = await Promise.all([store.info(), embedder.countTokens(["ready"])]);
  return { articles, chunks };
}

async function writeIndex<T>(config: Config, models: Models, work: (parts: IndexingParts) => Promise<T>): Promise<T> {
  return withWriter(await openStoreForWriting(config, models.embedder), async (store) => {
    const result = await work({ store, ...models });
    await store.save();
    return result;
  });
}

/** The same for a small change while the index is served. */
async function changeIndex<T>(config: Config, models: Models, work: (parts: IndexingParts) => Promise<T>): Promise<T> {
  return withWriter(await openStoreForChange(config, models.embedder), (store) => work({ store, ...models }));
}

async function withWriter<T>(store: QuoteStoreWriter, work: (store: QuoteStoreWriter) => Promise<T>): Promise<T> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** True for an index that never held an article, and where putting the samples in was broken off. */
async function wantsSamples(store: QuoteStore, config: Config): Promise<boolean> {
  const { articles, sampleArticles, updatedAt } = await store.info();
  return updatedAt === null || (articles === sampleArticles && existsSync(samplesUnderWay(config)));
}

/** A file that is there while the samples are being put in. */
const samplesUnderWay = ({ dataDirectory }: Config): string => join(dataDirectory, "samples-under-way");

/** Indexes those samples that are not in yet, so that the first question has an answer. */
async function indexSamples(config: Config, models: Models): Promise<void> {
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
    await writeIndex(config, models, async (parts) => {
      await mkdir(config.dataDirectory, { recursive: true });
      await writeFile(samplesUnderWay(config), "The samples are being indexed; the next start goes on with it.\n");
      await indexPaths(run, parts);
      await rm(samplesUnderWay(config));
    });
  } catch (error) {
    // Another process is indexing: what it puts in will be served.
    if (!(error instanceof VerbatimError && error.code === "INDEX_BUSY")) throw error;
  }
}

const openModels = (config: Config): Promise<Models> =>
  forkModels(locateModel(config.model, config.modelsDirectory), locateTagger(config));

const locateTagger = ({ tagger, modelsDirectory }: Config): ModelLocation | null =>
  tagger === null ? null : locateModel(tagger, modelsDirectory, "VERBATIM_TAGGER");

const versionOf = ({ projectDirectory }: Config): string =>
  JSON.parse(readFileSync(join(projectDirectory, "package.json"), "utf8")).version;
