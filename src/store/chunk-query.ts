import type { Facet, FacetName } from "../model/facet.ts";
import type { Signal } from "../model/hit.ts";

/** What chunks are looked for by; they are found by their meaning or by their words, and need not have both. */
export interface ChunkQuery {
  /** A unit vector; null where meaning does not count. */
  readonly vector: Float32Array | null;
  /** Any of these, by stem; none where words do not count. */
  readonly words: readonly string[];
  /** Each holds words that must stand in the chunk's text in this order, letter case and accents aside. */
  readonly phrases: readonly (readonly string[])[];
  /** The same of words that must not; a single word is meant in all its forms. */
  readonly excluded: readonly (readonly string[])[];
  /** Ids of entities whose words are wanted most: the signal SPEAKER. What they say is also found by the words around it. */
  readonly preferredSpeakers: readonly string[];
  /** Those of an earlier search, so that every chunk has the score that it had there; null for those of today. */
  readonly statistics: WordStatistics | null;
}

/** What the weight of words depends on beside the text they stand in. */
export interface WordStatistics {
  readonly chunks: number;
  /** Words of a chunk, on average. */
  readonly meanLength: number;
  /** For each of the query's words, how many chunks hold it. */
  readonly holding: readonly number[];
}

/**
 * All chunks that match a query under a filter: those whose evidence by meaning or by words reaches a threshold, those
 * that hold its phrases, and all of them for a query of nothing (docs/search.md, "What matches"). They have places from 0 up to, but not including, `count`, in no order that matters.
 */
export interface FoundChunks {
  readonly count: number;
  /** For each signal that the query asks for, a number for each place: see `Signal`. */
  readonly signals: Readonly<Partial<Record<Signal, Float64Array>>>;
  /** What a chunk's BM25 was divided by, the sum of the words' weights; 0 where no words are looked for. */
  readonly wordWeight: number;
  readonly statistics: WordStatistics;
  idAt(place: number): string;
  /** Whether it is a turn of a transcript. */
  isTurn(place: number): boolean;
  /** Whether it tells of an attitude rather than of words. */
  isAttitude(place: number): boolean;
  /** Equal for chunks of one article. */
  articleAt(place: number): number;
  /** Rises with the time at which chunks came into the store; no two are equal. */
  arrivalAt(place: number): number;
  /** That of the chunk that came last of all in the store. */
  readonly lastArrival: number;
  /** Equal for chunks that are the same words but for a few, told alike (said, denied, asked); null where no other chunk has these. */
  wordingAt(place: number): number | null;
  /** ISO 8601 in UTC; null for an undated article. */
  publishedAt(place: number): string | null;
  /** How all of them divide by a property, with its `first` commonest values; counted when it is asked for. */
  facet(name: FacetName, first: number): Promise<Facet>;
}
