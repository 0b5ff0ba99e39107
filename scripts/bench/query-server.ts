import "reflect-metadata";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { pino } from "pino";
import { openModels } from "../../src/app/open-models.ts";
import { readConfig } from "../../src/config.ts";
import { createDraftChecker } from "../../src/draft/draft-checker.ts";
import { exportRoutes } from "../../src/export/export-routes.ts";
import { createGraphqlEndpoint } from "../../src/graphql/graphql-endpoint.ts";
import type { Embedder } from "../../src/inference/embedder.ts";
import type { Tagger } from "../../src/inference/tagger.ts";
import { createSearch } from "../../src/search/create-search.ts";
import type { Search } from "../../src/search/search.ts";
import { openStoreAndGraph } from "../../src/store/embedded/open-embedded-store.ts";
import type { QuoteStore } from "../../src/store/quote-store.ts";
import { PartClock, type PartTimes } from "./part-clock.ts";
import { type PartOfMethod, timeCalls } from "./time-calls.ts";

/** What the process sends: where it answers; then, for any message, what it has measured. */
export type QueryServerMessage =
  | { readonly type: "listening"; readonly url: string }
  | {
      readonly type: "report";
      readonly times: readonly PartTimes[];
      readonly memory: ServerMemory;
      readonly openingMs: number;
    };

/** Resident bytes of the server process. */
export interface ServerMemory {
  readonly beforeOpening: number;
  readonly now: number;
  /** With the vector graph loaded. */
  readonly withGraph: number;
}

const EMBEDDER_PARTS: PartOfMethod<Embedder> = { embedQuery: "model" };
const SEARCH_PARTS: PartOfMethod<Search> = { search: "search" };
const STORE_PARTS: PartOfMethod<QuoteStore> = {
  rank: "rank",
  chunks: "load",
  entitiesByNames: "load",
  misspeltNameWords: "load",
  articles: "load",
  quotes: "load",
  entities: "load",
};

/** `query-server.ts DIRECTORY`, with an IPC channel: the real server over an index, with a clock between the rooms. */
async function main(directory: string): Promise<void> {
  const config = readConfig(process.env);
  const { embedder: model, tagger } = await openModels(config);
  const beforeOpening = process.memoryUsage.rss();
  const startedAt = performance.now();
  const { store, loadGraph } = await openStoreAndGraph({
    directory,
    model: model.model,
    dimensions: model.dimensions,
  });
  const openingMs = performance.now() - startedAt;
  const clock = new PartClock();
  const url = await serve(store, { embedder: model, tagger }, clock);
  process.on("message", async () => {
    const now = process.memoryUsage.rss();
    await loadGraph();
    const memory = { beforeOpening, now, withGraph: process.memoryUsage.rss() };
    send({ type: "report", times: clock.times, memory, openingMs });
  });
  process.on("disconnect", () => process.exit(0));
  send({ type: "listening", url });
}

interface Models {
  readonly embedder: Embedder;
  readonly tagger: Tagger | null;
}

async function serve(
  quietStore: QuoteStore,
  { embedder: quietEmbedder, tagger }: Models,
  clock: PartClock,
): Promise<string> {
  const store = timeCalls(quietStore, STORE_PARTS, clock);
  const embedder = timeCalls(quietEmbedder, EMBEDDER_PARTS, clock);
  const search = timeCalls(createSearch({ store, embedder }), SEARCH_PARTS, clock);
  const drafts = createDraftChecker({ search, tagger });
  const endpoint = await createGraphqlEndpoint({
    answering: () => ({ store, search, drafts, onOperation: () => {} }),
    logger: pino({ level: "silent" }),
  });
  const app = express().use((_request, _response, next) => {
    clock.beginRequest();
    next();
  });
  const exports = exportRoutes({ answering: () => ({ store, search }), publicUrl: null });
  const server = createServer(app.use(exports, endpoint.router)).listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

function send(message: QueryServerMessage): void {
  process.send?.(message);
}

const [directory = ""] = process.argv.slice(2);
await main(directory);
