import type { Span } from "./span.ts";

/** The parts of an attribution, and the kinds of names. */
export type TagLabel = "CONTENT" | "CUE" | "SOURCE" | "PERSON" | "ORGANIZATION" | "PLACE";

/** A stretch of an article's text that a trained tagger gives a label. */
export interface TaggedSpan extends Span {
  readonly label: TagLabel;
  /** 0..1: how sure the tagger is of the whole span. */
  readonly probability: number;
}
