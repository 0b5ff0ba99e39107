import type { QuoteStore, QuoteStoreWriter } from "../quote-store.ts";
import { checkState, readState } from "./index-state.ts";
import { isBeingReset, makeAnew, makeMissing, makeStateIndex } from "./make-indices.ts";
import { connect, type IndexPlace } from "./open-index.ts";
import { OpenSearchQuoteStore } from "./opensearch-quote-store.ts";
import { OpenSearchQuoteStoreWriter } from "./opensearch-quote-store-writer.ts";
import { Journal } from "./writing/journal.ts";
import { WriterLease } from "./writing/writer-lease.ts";

/**
 * Opens an index in OpenSearch for reading, made empty when there is none. What others write is seen by the next call.
 *
 * INDEX_INCOMPATIBLE where the index is of another model or version; BAD_SETTING where no cluster answers, or it lets
 * nobody in.
 */
export async function openStore(place: IndexPlace): Promise<QuoteStore> {
  const index = await connect(place);
  try {
    if ((await readState(index.indices)) === null) await makeMissing(index.indices, place);
    const state = await readState(index.indices);
    if (state !== null) checkState(state, place, place.prefix);
    return new OpenSearchQuoteStore(index);
  } catch (error) {
    await index.indices.cluster.close();
    throw error;
  }
}

/**
 * Opens the index for writing, made empty when there is none, and carries out what a writer before left half done. INDEX_BUSY while
 * another writer is at a change; one that is between two gives way soon, and both go on by turns.
 *
 * An incompatible index opens too, so that `reset()` can mend it; until then every other call is INDEX_INCOMPATIBLE.
 */
export async function openStoreForWriting(place: IndexPlace): Promise<QuoteStoreWriter> {
  const index = await connect(place);
  try {
    await makeStateIndex(index.indices, place);
    const lease = await WriterLease.take(index.indices);
    const journal = new Journal(index.indices, lease.holder);
    try {
      await journal.takeOver();
      await ((await isBeingReset(index.indices))
        ? makeAnew(index.indices, place, journal.number)
        : makeMissing(index.indices, place));
      await journal.finish();
    } catch (error) {
      await lease.release();
      throw error;
    }
    return new OpenSearchQuoteStoreWriter(index, lease, journal);
  } catch (error) {
    await index.indices.cluster.close();
    throw error;
  }
}
