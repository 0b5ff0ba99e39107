import type { Chunk } from "./chunk.ts";
import type { Span } from "./span.ts";

/**
 * What speaks for a passage. DENSE: the cosine of its meaning in its context with the query's. LEXICAL: BM25 of its words as a
 * share of the weight of all words of the query. DENSE_CONTEXT, of turns of a transcript alone, and LEXICAL_CONTEXT are the same with
 * what stands around it. SPEAKER: 1 where somebody speaks whom the query names, else 0. STATEMENT: 1 where anything is said in
 * it. LENGTH: its words up to sixty, as a share of sixty. ATTITUDE: 1 where it tells of no words but of what somebody wants or thinks. RECENCY: from
 * 1 for today to 0 for long ago.
 */
export const SIGNALS = [
  "DENSE",
  "DENSE_CONTEXT",
  "LEXICAL",
  "LEXICAL_CONTEXT",
  "SPEAKER",
  "STATEMENT",
  "LENGTH",
  "ATTITUDE",
  "RECENCY",
] as const;
export type Signal = (typeof SIGNALS)[number];

/** One signal's part in a score: `normalized * weight` is what it adds. */
export interface SignalScore {
  readonly signal: Signal;
  /** In the signal's own unit: cosine (-1..1) for the dense ones, BM25 (0 and up) for the lexical ones. */
  readonly raw: number;
  /** On the scale on which signals are added up: 0 to 1, a cosine from -1, and words that come again and again up to 2.2 (BM25's k1 + 1). */
  readonly normalized: number;
  readonly weight: number;
}

/** Why a hit has its score: `base` and the sum of `normalized * weight` over the signals. */
export interface ScoreTrace {
  /** What passages of its kind begin with. */
  readonly base: number;
  readonly signals: readonly SignalScore[];
  readonly total: number;
}

/** What a signal says of a scored passage, in its own unit; 0 where it says nothing. */
export const rawOf = ({ trace }: { readonly trace: ScoreTrace }, wanted: Signal): number =>
  trace.signals.find(({ signal }) => signal === wanted)?.raw ?? 0;

/** Why a stretch is marked: it is a word of the query, a phrase of it, or the sentence nearest to it in meaning. */
export type HighlightKind = "WORD" | "PHRASE" | "SENTENCE";

/** A stretch of a hit's text, in UTF-16 code units of that text. */
export interface Highlight extends Span {
  readonly kind: HighlightKind;
}

/** A chunk with its score, why it has it, and what of it answers. */
export interface Hit {
  readonly chunk: Chunk;
  /** Of the chunk's quotes those that the search's filter lets through, by whom the query names first. */
  readonly quoteIds: readonly string[];
  readonly score: number;
  readonly trace: ScoreTrace;
  readonly highlights: readonly Highlight[];
  /** The sentence nearest to the query in meaning, found when it is asked for; absent where no meaning was searched. */
  readonly nearestSentence?: () => Promise<Highlight | null>;
  /** Chunks of other articles that match too and are the same words, or all but a few: they are no hits of their own. */
  readonly alsoIn: readonly Chunk[];
}
