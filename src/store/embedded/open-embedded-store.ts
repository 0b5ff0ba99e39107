import { existsSync, mkdirSync } from "node:fs";
import { hasCode } from "../../errors.ts";
import type { QuoteStore, QuoteStoreWriter } from "../quote-store.ts";
import { EmbeddedQuoteStore } from "./embedded-quote-store.ts";
import { EmbeddedQuoteStoreWriter } from "./embedded-quote-store-writer.ts";
import { IndexHandle } from "./index-handle.ts";
import { removeLeftovers } from "./leftovers.ts";
import { databasePath, type IndexPlace, type OpenIndex, openIndex } from "./open-index.ts";
import { asVerbatimError } from "./sqlite-errors.ts";
import { WritingRight } from "./writing-right.ts";

/** True when there is an index in the directory, be it an empty one. */
export const indexExists = (directory: string): boolean => existsSync(databasePath(directory));

/**
 * Opens the index for reading, made empty when there is none. Resolves when it can be searched; the vector graph is loaded beside
 * that when it is first needed. What other processes write is seen by the next call.
 *
 * INDEX_INCOMPATIBLE where the index is of another model or schema, or is none; BAD_SETTING where the directory
 * cannot be used.
 */
export const openStore = async (place: IndexPlace): Promise<QuoteStore> => (await openStoreAndGraph(place)).store;

/** The same, for who wants to say when the vector graph is loaded, as to measure it. */
export async function openStoreAndGraph(
  place: IndexPlace,
): Promise<{ readonly store: QuoteStore; readonly loadGraph: () => Promise<void> }> {
  const handle = new IndexHandle(place.directory);
  await handle.replace(() => openIndex(place));
  try {
    await handle.use(({ chunks }) => chunks.load());
    // The disk may be full or read-only: what is in memory serves all the same, and the next process reads the database again.
    const saving = handle.use(({ chunks }) => chunks.save()).catch(() => {});
    const loadGraph = () => handle.use(({ vectors }) => vectors.follow());
    return { store: new EmbeddedQuoteStore(handle, saving), loadGraph };
  } catch (error) {
    handle.close();
    throw error;
  }
}

/**
 * Opens the index for writing, made empty when there is none. INDEX_BUSY while another writer is at a change; one that is between two gives
 * way soon, and both go on by turns.
 *
 * An incompatible index opens too, so that `reset()` can mend it; until then every other call is INDEX_INCOMPATIBLE,
 * with a sentence that names what is there, what is set, and what to do.
 */
export const openStoreForWriting = (place: IndexPlace): Promise<QuoteStoreWriter> =>
  openWriter(place, {
    opened: ({ connection }) => connection.cacheForWriting(),
    // In a hurry, since saving waits for it in the end; what fails is tried again there.
    put: ({ vectors }) => void vectors.follow().catch(() => {}),
  });

/**
 * The same for a small change of an index that is served: the vector graph, which takes seconds to load, is left to those who search
 * in it, and to the next writer that saves it.
 */
export const openStoreForChange = (place: IndexPlace): Promise<QuoteStoreWriter> =>
  openWriter(place, { opened: () => {}, put: () => {} });

/** What is done with an index when it has been opened, and after each article that is put into it. */
interface AtWriting {
  readonly opened: (index: OpenIndex) => void;
  readonly put: (index: OpenIndex) => void;
}

async function openWriter(place: IndexPlace, { opened, put }: AtWriting): Promise<QuoteStoreWriter> {
  const right = takeRight(place.directory);
  const handle = new IndexHandle(place.directory);
  const open = () => {
    const index = openIndex(place);
    opened(index);
    return index;
  };
  try {
    await handle.replace(open);
  } catch (error) {
    if (!hasCode(error, "INDEX_INCOMPATIBLE")) {
      right.release();
      throw error;
    }
  }
  return new EmbeddedQuoteStoreWriter(place, handle, right, { open, afterPut: put });
}

function takeRight(directory: string): WritingRight {
  try {
    mkdirSync(directory, { recursive: true });
    const right = WritingRight.take(directory);
    removeLeftovers(directory);
    return right;
  } catch (error) {
    throw asVerbatimError(error, directory);
  }
}
