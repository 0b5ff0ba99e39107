import type { IndexKind } from "../index-definitions.ts";

/** A document to write whole, or to remove where it is null. Doing it twice comes to the same. */
export interface WriteOperation {
  readonly kind: IndexKind;
  readonly id: string;
  /** The id of the article whose shard it lies in, for quotes and chunks. */
  readonly routing?: string;
  readonly document: object | null;
}

/** An article whose members are joined into other entities. Its documents are made from those that are there, so that no journal holds them. */
export interface RejoinedArticle {
  readonly id: string;
  /** By the id of a member that of its entity. */
  readonly entityIds: Readonly<Record<string, string>>;
}

/** All that one change writes. Doing it twice comes to the same. */
export interface PlannedWrite {
  readonly documents: readonly WriteOperation[];
  readonly rejoined: readonly RejoinedArticle[];
}
