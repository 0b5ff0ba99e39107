import type { ScoreTrace } from "../model/hit.ts";
import type { FoundChunks } from "../store/chunk-query.ts";
import { type Fused, fuse, type SignalColumns, type SignalWeights, traceOf } from "./fuse.ts";
import { recency } from "./recency.ts";
import type { SearchMode, SearchRequest } from "./search.ts";

/**
 * What each signal counts in each mode: chosen on 16 hearings, guarded by the questions of samples/ (docs/search.md). A
 * passage's own scores are part of those with its surroundings; they are shown, and count where these are equal.
 */
export const WEIGHTS: Readonly<Record<SearchMode, SignalWeights>> = {
  HYBRID: { DENSE: 0.02, DENSE_CONTEXT: 0.85, LEXICAL: 0.02, LEXICAL_CONTEXT: 1, SPEAKER: 0.2 },
  SEMANTIC: { DENSE: 0.02, DENSE_CONTEXT: 1, SPEAKER: 0.2 },
  LEXICAL: { LEXICAL: 0.02, LEXICAL_CONTEXT: 1, SPEAKER: 0.2 },
};

/** As much as a fifth of the query's words, where newer articles are preferred. */
const RECENCY_WEIGHT = 0.2;

/** The scores of all that was found, and how each came about. */
export class FoundScores {
  readonly totals: Float64Array;
  readonly #raw: SignalColumns;
  readonly #weights: SignalWeights;
  readonly #fused: Fused;
  readonly #wordWeight: number;

  /**
   * @param isListing Whether nothing is looked for but filters: then the newest come first.
   * @param now Milliseconds since 1970.
   */
  constructor(found: FoundChunks, request: SearchRequest, weights: SignalWeights, isListing: boolean, now: number) {
    const prefersRecent = request.preferRecent === true || isListing;
    this.#raw = prefersRecent ? { ...found.signals, RECENCY: recencies(found, now) } : found.signals;
    this.#weights = { ...weights, ...(prefersRecent && { RECENCY: RECENCY_WEIGHT }) };
    this.#fused = fuse(this.#raw, this.#weights, request.fusion ?? "SCORES");
    this.#wordWeight = found.wordWeight;
    this.totals = this.#fused.totals;
  }

  traceOf(place: number): ScoreTrace {
    const units = { LEXICAL: this.#wordWeight, LEXICAL_CONTEXT: this.#wordWeight };
    return traceOf(place, this.#raw, this.#fused, this.#weights, units);
  }
}

function recencies(found: FoundChunks, now: number): Float64Array {
  const values = new Float64Array(found.count);
  for (let place = 0; place < values.length; place++) values[place] = recency(found.publishedAt(place), now);
  return values;
}
