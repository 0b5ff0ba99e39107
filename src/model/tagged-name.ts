import type { EntityKind } from "./entity.ts";
import type { Span } from "./span.ts";

/** A stretch of an article's text that a trained tagger takes for a name. */
export interface TaggedName extends Span {
  readonly kind: EntityKind;
  /** 0..1: how sure the tagger is of the whole name. */
  readonly probability: number;
}
