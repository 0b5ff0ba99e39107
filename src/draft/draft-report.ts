import type { EntityKind } from "../model/entity.ts";
import type { QuoteVerdict } from "../model/quote-verdict.ts";

/** A checked quote as plain JSON: what `npm run verify -- --json` prints, one a line. */
export interface DraftLine {
  /** The words as the draft has them. */
  readonly text: string;
  /** From the beginning of the first to the end of the last of them, in UTF-16 code units of the draft's text as it was read. */
  readonly start: number;
  readonly end: number;
  /** Whom the draft gives them to; null where it names nobody. */
  readonly speaker: string | null;
  readonly speakerKind: EntityKind | null;
  readonly verdict: QuoteVerdict;
  readonly changes: readonly ChangeLine[];
  readonly source: SourceLine | null;
  readonly needsALook: boolean;
  /** The verdict in a sentence or two. */
  readonly summary: string;
}

/** One difference, as `QuoteChange` tells it. */
interface ChangeLine {
  readonly kind: string;
  readonly claim: string;
  readonly source: string;
  readonly isMarked: boolean;
}

/** Where the words, or those that they were made of, come from. */
export interface SourceLine {
  readonly text: string;
  /** Who said it there; null where that is left open. */
  readonly speaker: string | null;
  /** The headline, else what the source is known by here: a path. */
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string | null;
  /** Opens the article at the words; null for what has no address. */
  readonly url: string | null;
}
