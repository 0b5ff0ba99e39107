import type { Chunk } from "../model/chunk.ts";
import type { Facet, FacetName } from "../model/facet.ts";
import type { ScoreTrace } from "../model/hit.ts";
import type { RankingOrder } from "../ranking/rank-page.ts";
import type { RankingModel, ScoredPassage } from "../ranking/ranking-model.ts";
import type { ChunkFilter } from "./chunk-filter.ts";

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
  /** Ids of entities whose words are wanted most: the signal SPEAKER. */
  readonly preferredSpeakers: readonly string[];
}

/**
 * Whether all that is let through matches, whatever its score: where the query asks for phrases, which decide by themselves, or for
 * nothing.
 */
export const asksForAll = ({ phrases, words, vector }: ChunkQuery): boolean =>
  phrases.length > 0 || (words.length === 0 && vector === null);

/** What to rank, how, and which part of the ranking to give. */
export interface RankRequest {
  readonly query: ChunkQuery;
  readonly filter: ChunkFilter;
  readonly model: RankingModel;
  readonly order: RankingOrder;
  readonly first: number;
  /** The cursor of a hit of an earlier page; null for the first one. */
  readonly after: string | null;
  /** Milliseconds since 1970: from when on RECENCY is counted. The same for all pages of a search. */
  readonly now: number;
  /** Equal for the pages of one search: a cursor of another is BAD_CURSOR. */
  readonly search: string;
}

export interface RankedHit {
  readonly chunk: Chunk;
  /** Of the chunk's quotes those that the filter lets through, by the preferred speakers first. */
  readonly quoteIds: readonly string[];
  /** Whether it is a turn of a transcript: such are scored by a model of their own. */
  readonly isTurn: boolean;
  readonly trace: ScoreTrace;
  /** Chunks of other articles that match too and are the same words, or all but a few, the best first: they are no hits of their own. */
  readonly alsoIn: readonly Chunk[];
  /** Goes into `after`. */
  readonly cursor: string;
}

/**
 * A page of all chunks that match a query under a filter: those whose score reaches what the model says, those that hold the
 * phrases, and all for a query of nothing (docs/search.md, "What matches"). Later pages give each chunk the score that it had
 * for the first, whatever has been written meanwhile.
 */
export interface RankedPage {
  readonly hits: readonly RankedHit[];
  /** Of all that match, those in `alsoIn` among them. */
  readonly total: number;
  /**
   * Whether `total` and the facets count all that match. A store beyond one machine reads no more than some thousands of those that can
   * score highest: with more of them it counts those that it read, and says so here.
   */
  readonly isExact: boolean;
  readonly hasNext: boolean;
  /** How all of them divide by a property, with its `first` commonest values; counted when it is asked for. */
  facet(name: FacetName, first: number): Promise<Facet>;
  /** The best of all that match in which any of the preferred speakers speaks, whichever page it is on; null where there is none. */
  bestPreferred(): ScoredPassage | null;
}
