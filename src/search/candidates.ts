import type { ChunkPlace } from "../model/chunk.ts";
import { dotProduct } from "../model/dot-product.ts";
import type { ChunkFilter, QuoteStore } from "../store/quote-store.ts";
import type { RawScores, SignalWeights } from "./fuse.ts";
import { smoothOverNeighbours } from "./smooth-over-neighbours.ts";

/**
 * How many chunks each signal may bring. What neither meaning nor words rank among the first 200 has never been a
 * first-page hit in the measured questions (docs/search.md).
 */
const CANDIDATES_PER_SIGNAL = 200;

/** The chunks worth ranking, with the raw score of every signal that counts; all arrays in one order. */
export interface Candidates {
  readonly places: readonly ChunkPlace[];
  readonly scores: RawScores;
}

/** What is looked for: the query's meaning and its words. */
export interface Wanted {
  /** Null where no signal goes by meaning. */
  readonly vector: Float32Array | null;
  readonly words: readonly string[];
}

/** Brings the best chunks of every signal that has a weight, and completes each one's scores by the other signals. */
export async function retrieve(
  store: QuoteStore,
  wanted: Wanted,
  filter: ChunkFilter,
  weights: SignalWeights,
): Promise<Candidates> {
  const { vector, words } = wanted;
  const lexical = weights.LEXICAL !== undefined;
  const [nearest, matching] = await Promise.all([
    vector ? store.nearest(vector, CANDIDATES_PER_SIGNAL, filter) : [],
    lexical ? store.matching(words, CANDIDATES_PER_SIGNAL, filter) : [],
  ]);
  const ids = [...new Set([...nearest, ...matching].map(({ chunkId }) => chunkId))];
  const places = (await store.chunkPlaces(ids)).filter((place) => place !== null);
  const known = places.map(({ id }) => id);
  const scores = {
    ...(vector && denseScores(places, await cosines(store, vector, known))),
    ...(lexical && { LEXICAL: await store.relevance(words, known) }),
  };
  return { places, scores };
}

const denseScores = (places: readonly ChunkPlace[], cosine: readonly number[]): RawScores => ({
  DENSE: cosine,
  DENSE_CONTEXT: smoothOverNeighbours(places, cosine),
});

async function cosines(store: QuoteStore, query: Float32Array, ids: readonly string[]): Promise<readonly number[]> {
  const vectors = await store.vectors(ids);
  return vectors.map((vector) => (vector ? dotProduct(query, vector) : 0));
}
