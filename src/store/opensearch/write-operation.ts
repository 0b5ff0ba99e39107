import type { IndexKind } from "./index-definitions.ts";

/** A document to write whole, or to remove where it is null. Doing it twice comes to the same. */
export interface WriteOperation {
  readonly kind: IndexKind;
  readonly id: string;
  /** The id of the article whose shard it lies in, for quotes and chunks. */
  readonly routing?: string;
  readonly document: object | null;
}
