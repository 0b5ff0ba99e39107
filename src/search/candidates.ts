import type { ChunkPlace } from "../model/chunk.ts";
import { dotProduct } from "../model/dot-product.ts";
import type { ChunkFilter, QuoteStore, ScoredChunk } from "../store/quote-store.ts";
import type { RawScores, SignalWeights } from "./fuse.ts";
import { smoothOverNeighbours } from "./smooth-over-neighbours.ts";

/** How many chunks each signal may bring: two pages of the largest size. More was not tried. */
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
    ...(lexical && { LEXICAL: await relevances(store, words, known, matching) }),
  };
  return { places, scores };
}

const denseScores = (places: readonly ChunkPlace[], cosine: readonly number[]): RawScores => ({
  DENSE: cosine,
  DENSE_CONTEXT: smoothOverNeighbours(places, cosine),
});

/** The BM25 of each chunk: found with those that matched best, asked for the others alone. */
async function relevances(
  store: QuoteStore,
  words: readonly string[],
  ids: readonly string[],
  matching: readonly ScoredChunk[],
): Promise<readonly number[]> {
  const found = new Map(matching.map(({ chunkId, score }) => [chunkId, score]));
  const others = ids.filter((id) => !found.has(id));
  // Fewer than could be brought are all that match: no other one does.
  const isWhole = matching.length < CANDIDATES_PER_SIGNAL;
  const scores = isWhole ? [] : await store.relevance(words, others);
  others.forEach((id, i) => void found.set(id, scores[i] ?? 0));
  return ids.map((id) => found.get(id) ?? 0);
}

async function cosines(store: QuoteStore, query: Float32Array, ids: readonly string[]): Promise<readonly number[]> {
  const vectors = await store.vectors(ids);
  return vectors.map((vector) => (vector ? dotProduct(query, vector) : 0));
}
