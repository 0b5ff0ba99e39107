import type { ChunkKind } from "../../../model/chunk.ts";
import type { Assertion, QuoteKind, Reported } from "../../../model/quote.ts";

/** What is known of an article that a chunk stands in. */
export interface RowArticle {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** As publishers are compared. */
  readonly publisherFolded: string | null;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string | null;
}

/** A chunk as the table takes it in. */
export interface ChunkRow {
  readonly label: number;
  readonly id: string;
  readonly kind: ChunkKind;
  /** Null for a paragraph. */
  readonly quoteKind: QuoteKind | null;
  /** The keys of the groups of names that speak, the speaker's first. */
  readonly speakers: readonly number[];
  /** The key of the group of names for which they speak. */
  readonly onBehalfOf: number | null;
  /** Null for a paragraph, as the next. */
  readonly assertion: Assertion | null;
  readonly reports: Reported | null;
  readonly confidence: number | null;
  readonly text: string;
  readonly vector: Float32Array;
  /** Keys of the groups of names of the people and organizations that the words mention. */
  readonly mentions: readonly number[];
  /** Keys of the groups of names of the places that the words mention. */
  readonly places: readonly number[];
}
