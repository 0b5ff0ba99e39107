import type { ChunkKind } from "../model/chunk.ts";
import type { Assertion, QuoteKind, Reported } from "../model/quote.ts";

/** Every condition given must hold; an empty list matches nothing, an absent one everything. Times are ISO 8601 UTC, inclusive. */
export interface ChunkFilter {
  /** Ids of entities: those who said the quote, alone or with others. */
  readonly speakers?: readonly string[];
  /** Ids of entities: those for whom the speaker speaks, as a spokesman does. */
  readonly onBehalfOf?: readonly string[];
  readonly assertions?: readonly Assertion[];
  readonly reports?: readonly Reported[];
  readonly articles?: readonly string[];
  /** Compared without letter case and accents. */
  readonly publishers?: readonly string[];
  readonly publishedFrom?: string;
  readonly publishedTo?: string;
  readonly quoteKinds?: readonly QuoteKind[];
  /** Ids of entities: those that the words mention, by name, title or pronoun. */
  readonly mentions?: readonly string[];
  /** The same of places, as a condition of its own. */
  readonly places?: readonly string[];
  /** 0..1: of quotes that are at least this certain of their speaker. */
  readonly minConfidence?: number;
  readonly chunkKinds?: readonly ChunkKind[];
  readonly and?: readonly ChunkFilter[];
  readonly or?: readonly ChunkFilter[];
  readonly not?: ChunkFilter;
}
