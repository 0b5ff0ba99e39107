import type { Config } from "../config.ts";
import type { IndexingParts } from "../indexing/index-articles.ts";
import { type Patience, type WriteIndex, writeInTurn } from "../indexing/write-in-turn.ts";
import type { Models } from "../inference/fork-models.ts";
import { manyProcesses } from "../inference/model-pool.ts";
import { openStoreForChange, openStoreForWriting } from "../store/open-store.ts";
import type { QuoteStoreWriter } from "../store/quote-store.ts";
import { openModels } from "./open-models.ts";

/** Holds the model ready; the index is open, and locked against other writers, only while there is something to write. */
export interface Indexer {
  /** @throws INDEX_BUSY where another process writes for longer than one waits. */
  write<T>(work: (parts: IndexingParts) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * @param patience How long to wait for another writer: a little where it is not given, so that a correction made meanwhile ends no run.
 * @throws MODEL_UNAVAILABLE
 */
export async function openIndexer(config: Config, patience: Patience = {}): Promise<Indexer> {
  const models = await openModels(config, manyProcesses());
  const write: WriteIndex = (work) => writeIndex(config, models, work);
  return {
    write: writeInTurn(write, patience),
    close: () => models.embedder.close(),
  };
}

export async function writeIndex<T>(
  config: Config,
  models: Models,
  work: (parts: IndexingParts) => Promise<T>,
): Promise<T> {
  return withWriter(await openStoreForWriting(config, models.embedder), async (store) => {
    const result = await work({ store, ...models });
    await store.save();
    return result;
  });
}

/** The same for a small change while the index is served. */
export async function changeIndex<T>(
  config: Config,
  models: Models,
  work: (parts: IndexingParts) => Promise<T>,
): Promise<T> {
  return withWriter(await openStoreForChange(config, models.embedder), (store) => work({ store, ...models }));
}

async function withWriter<T>(store: QuoteStoreWriter, work: (store: QuoteStoreWriter) => Promise<T>): Promise<T> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
