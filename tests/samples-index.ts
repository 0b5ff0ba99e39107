import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findFiles } from "../src/indexing/find-files.ts";
import { indexArticles } from "../src/indexing/index-articles.ts";
import { fileInput } from "../src/indexing/index-input.ts";
import type { Embedder } from "../src/inference/embedder.ts";
import { createSearch } from "../src/search/create-search.ts";
import type { Search } from "../src/search/search.ts";
import { openStoreForWriting } from "../src/store/embedded/open-embedded-store.ts";
import type { QuoteStoreWriter } from "../src/store/quote-store.ts";
import { testEmbedder } from "./test-embedder.ts";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

/** An index of `samples/`, made by the real pipeline in an empty folder. */
async function openSamplesIndex(directory: string, embedder: Embedder): Promise<QuoteStoreWriter> {
  const { model, dimensions } = embedder;
  const store = await openStoreForWriting({ directory, model, dimensions });
  const { files, folders } = await findFiles(["samples"], PROJECT);
  const inputs = files.map((path) => fileInput(path, {}, PROJECT));
  const limits = { maxArticleBytes: 1_000_000 };
  const run = { inputs, folders, sample: true, limits, signal: new AbortController().signal };
  for await (const event of indexArticles(run, { store, embedder })) {
    if (event.type !== "indexed") throw new Error(`a sample was not indexed: ${JSON.stringify(event)}`);
  }
  return store;
}

export interface SamplesSearch {
  readonly embedder: Embedder;
  readonly store: QuoteStoreWriter;
  readonly search: Search;
  close(): Promise<void>;
}

/** The real search over an index of `samples/` in a temporary folder. */
export async function openSamplesSearch(): Promise<SamplesSearch> {
  const directory = mkdtempSync(join(tmpdir(), "verbatim-samples-"));
  const embedder = await testEmbedder();
  const store = await openSamplesIndex(directory, embedder);
  return {
    embedder,
    store,
    search: createSearch({ store, embedder }),
    close: async () => {
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
