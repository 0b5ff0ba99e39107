import type { Chunk } from "./chunk.ts";
import type { Span } from "./span.ts";

/** What can find a chunk. */
export const SIGNALS = ["DENSE", "DENSE_CONTEXT", "LEXICAL"] as const;
export type Signal = (typeof SIGNALS)[number];

/** One signal's part in a score: `normalized * weight` is what it adds. */
export interface SignalScore {
  readonly signal: Signal;
  /** In the signal's own unit: cosine (-1..1) for the dense ones, BM25 (0 and up) for the lexical one. */
  readonly raw: number;
  /** How many standard deviations above the mean of all candidates. */
  readonly normalized: number;
  readonly weight: number;
  /** Place among the candidates by this signal alone, from 1. */
  readonly rank: number;
}

/** Why a hit has its score: the sum of `normalized * weight` over the signals. */
export interface ScoreTrace {
  readonly signals: readonly SignalScore[];
  readonly total: number;
}

/** A stretch of a hit's text, in UTF-16 code units of that text, that shares a word with the query. */
export type Highlight = Span;

/** A chunk with its score, why it has it, and the words it shares with the query. */
export interface Hit {
  readonly chunk: Chunk;
  readonly score: number;
  readonly trace: ScoreTrace;
  readonly highlights: readonly Highlight[];
}
