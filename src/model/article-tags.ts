import type { Span } from "./span.ts";
import type { TaggedName } from "./tagged-name.ts";

/** What a trained tagger says of an article: statements with their parts, and names. All in text order. */
export interface ArticleTags {
  readonly statements: readonly TaggedStatement[];
  readonly names: readonly TaggedName[];
}

/** A statement: its content in one part or several, the words that say that it was said, and those that say by whom. */
export interface TaggedStatement {
  /** Not empty, in text order, never across paragraphs. */
  readonly contents: readonly Span[];
  readonly cue: Span;
  /** Null where the text names nobody, as in a passive. */
  readonly source: Span | null;
  /** 0..1: how sure the tagger is of the content. */
  readonly probability: number;
}

/** Of an article that no tagger has read. */
export const NO_TAGS: ArticleTags = { statements: [], names: [] };
