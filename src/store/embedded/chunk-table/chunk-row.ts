import type { Assertion, Reported } from "../../../model/quote.ts";
import type { RowKind } from "../../../ranking/row-kinds.ts";
import type { CodedVector } from "../vector-blob.ts";

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

/** A quote as the table takes it in. */
export interface RowStatement {
  readonly kind: RowKind;
  /** The keys of the groups of names that speak, the speaker's first. */
  readonly speakers: readonly number[];
  /** The key of the group of names for which they speak. */
  readonly onBehalfOf: number | null;
  /** Null for a paragraph, as the next two. */
  readonly assertion: Assertion | null;
  readonly reports: Reported | null;
  readonly confidence: number | null;
}

/** A chunk as the table takes it in. */
export interface ChunkRow {
  readonly label: number;
  readonly id: string;
  /** The quotes that it holds words of, in text order; none in a paragraph. */
  readonly statements: readonly RowStatement[];
  readonly text: string;
  /** The unit vector that queries are compared with. */
  readonly vector: CodedVector;
  /** Keys of the groups of names of the people and organizations that the words mention. */
  readonly mentions: readonly number[];
  /** Keys of the groups of names of the places that the words mention. */
  readonly places: readonly number[];
}
