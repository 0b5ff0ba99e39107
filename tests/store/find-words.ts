import type { ChunkQuery } from "../../src/store/chunk-query.ts";
import type { QuoteStore } from "../../src/store/quote-store.ts";

/** A query of nothing. */
export const ASKED: ChunkQuery = {
  vector: null,
  words: [],
  phrases: [],
  excluded: [],
  preferredSpeakers: [],
  statistics: null,
};

/** The ids of the chunks that match these words. */
export async function findWords(store: QuoteStore, words: readonly string[]): Promise<readonly string[]> {
  const found = await store.find({ ...ASKED, words }, {});
  return Array.from({ length: found.count }, (_, place) => found.idAt(place));
}
