import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Embedder } from "../src/inference/embedder.ts";
import { createSearch } from "../src/search/create-search.ts";
import type { Search } from "../src/search/search.ts";
import { openStoreForWriting } from "../src/store/embedded/open-embedded-store.ts";
import type { IndexedArticle, QuoteStoreWriter } from "../src/store/quote-store.ts";
import { testEmbedder } from "./test-embedder.ts";

export interface RealIndex {
  /** Where it lies on disk. */
  readonly directory: string;
  readonly store: QuoteStoreWriter;
  readonly search: Search;
  close(): Promise<void>;
}

/** A real store in a folder of its own with these articles, their vectors and queries by the real model; the time by `clock`, if any. */
export async function openRealIndex(articles: readonly IndexedArticle[], clock?: () => number): Promise<RealIndex> {
  const directory = mkdtempSync(join(tmpdir(), "verbatim-index-"));
  const embedder = await testEmbedder();
  const store = await openStoreForWriting({ directory, model: embedder.model, dimensions: embedder.dimensions });
  for (const article of articles) await store.put(await embedded(article, embedder));
  return {
    directory,
    store,
    search: createSearch({ store, embedder, ...(clock && { clock }) }),
    close: async () => {
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The same article, its chunks with the vectors that the model gives their words. */
export async function embedded(article: IndexedArticle, embedder: Embedder): Promise<IndexedArticle> {
  const vectors = await embedder.embed(article.chunks.map(({ chunk }) => chunk.text));
  return {
    ...article,
    chunks: article.chunks.map(({ chunk }, i) => {
      const vector = vectors[i] ?? new Float32Array();
      return { chunk, vector, contextVector: vector };
    }),
  };
}
