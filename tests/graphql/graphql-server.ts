import "reflect-metadata";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Logger, pino } from "pino";
import { createDraftChecker } from "../../src/draft/draft-checker.ts";
import { notesBeside, type OpenNotes } from "../../src/draft/notes-index.ts";
import { createGraphqlEndpoint } from "../../src/graphql/graphql-endpoint.ts";
import { createSearch } from "../../src/search/create-search.ts";
import type { Search } from "../../src/search/search.ts";
import { openStoreForWriting } from "../../src/store/embedded/open-embedded-store.ts";
import type { IndexedArticle, QuoteStore, QuoteStoreWriter } from "../../src/store/quote-store.ts";
import { embedded } from "../real-index.ts";
import { serveRouter } from "../serve-router.ts";
import { testEmbedder } from "../test-embedder.ts";

// biome-ignore lint/suspicious/noExplicitAny: an answer has whatever shape the test asked for.
type Json = any;

export interface Answer {
  readonly data?: Json;
  readonly errors?: readonly { readonly message: string; readonly extensions: Json; readonly path?: Json }[];
}

export interface GraphqlServer {
  /** Of the server, without a slash at its end. */
  readonly url: string;
  readonly store: QuoteStoreWriter;
  /** How many calls of the store the server has made since it was started. */
  storeCalls(): number;
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  close(): Promise<void>;
}

/** The real endpoint over HTTP, on a real store with these articles and the real model. */
export async function startGraphqlServer(articles: readonly IndexedArticle[]): Promise<GraphqlServer> {
  const directory = mkdtempSync(join(tmpdir(), "verbatim-graphql-"));
  const embedder = await testEmbedder();
  const store = await openStoreForWriting({ directory, model: embedder.model, dimensions: embedder.dimensions });
  for (const article of articles) await store.put(await embedded(article, embedder));
  const counting = countCalls(store);
  const search = createSearch({ store: counting.store, embedder });
  const openNotes = notesBeside({ store, embedder, tagger: null });
  const http = await serve(counting.store, search, pino({ level: "silent" }), openNotes);
  return {
    url: http.url,
    store,
    storeCalls: counting.calls,
    ask: (query, variables) => post(http.url, { query, variables }),
    close: async () => {
      await http.close();
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The endpoint alone, over HTTP. */
export async function serve(store: QuoteStore, search: Search, logger: Logger, openNotes?: OpenNotes) {
  const parts = {
    store,
    search,
    drafts: createDraftChecker({ search, ...(openNotes && { openNotes }) }),
    onOperation: () => {},
  };
  return serveRouter(await createGraphqlEndpoint({ answering: () => parts, logger }));
}

export async function post(url: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

/** The same store, with its calls counted. */
function countCalls(store: QuoteStore): { readonly store: QuoteStore; readonly calls: () => number } {
  let calls = 0;
  const counting = new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (...given: unknown[]) => {
        calls++;
        return member.apply(target, given);
      };
    },
  });
  return { store: counting, calls: () => calls };
}
