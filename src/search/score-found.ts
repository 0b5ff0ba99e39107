import type { ScoreTrace } from "../model/hit.ts";
import type { FoundChunks } from "../store/chunk-query.ts";
import { type Fused, fuse, type SignalColumns, type SignalWeight, type SignalWeights, tracesOf } from "./fuse.ts";
import { recency } from "./recency.ts";
import type { SearchMode, SearchRequest } from "./search.ts";

const everywhere = (weight: number): SignalWeight => ({ turn: weight, passage: weight });

/** A passage's own score is part of that with its surroundings; it counts where these are about equal. */
const OWN: SignalWeight = everywhere(0.02);
/** Whom the query names comes first; in a hearing what they are asked and answered does, too. */
const SPEAKER: SignalWeight = { turn: 0.15, passage: 1 };

/** What each signal counts in each mode: chosen on 16 hearings, guarded by the questions of samples/ (docs/search.md). */
export const WEIGHTS: Readonly<Record<SearchMode, SignalWeights>> = {
  HYBRID: {
    DENSE: { turn: 0.1, passage: 0.02 },
    DENSE_CONTEXT: everywhere(0.85),
    LEXICAL: OWN,
    LEXICAL_CONTEXT: everywhere(1),
    SPEAKER,
  },
  SEMANTIC: { DENSE: OWN, DENSE_CONTEXT: everywhere(1), SPEAKER },
  LEXICAL: { LEXICAL: OWN, LEXICAL_CONTEXT: everywhere(1), SPEAKER },
};

/** As much as a fifth of the query's words, where newer articles are preferred. */
const RECENCY_WEIGHT: SignalWeight = everywhere(0.2);

/**
 * What was said comes before what is only wanted or thought where both answer about as well: a quarter of the least that a passage
 * must have of the query's words to match.
 */
const ATTITUDE_WEIGHT: SignalWeight = everywhere(-0.05);

/** The scores of all that was found, and how each came about. */
export class FoundScores {
  readonly totals: Float64Array;
  readonly #raw: SignalColumns;
  readonly #fused: Fused;
  readonly #wordWeight: number;

  /**
   * @param isListing Whether nothing is looked for but filters: then the newest come first.
   * @param now Milliseconds since 1970.
   */
  constructor(found: FoundChunks, request: SearchRequest, weights: SignalWeights, isListing: boolean, now: number) {
    const prefersRecent = request.preferRecent === true || isListing;
    this.#raw = {
      ...found.signals,
      ...(!isListing && attitudes(found)),
      ...(prefersRecent && { RECENCY: recencies(found, now) }),
    };
    const added = { ATTITUDE: ATTITUDE_WEIGHT, RECENCY: RECENCY_WEIGHT };
    const weighting = { weights: { ...weights, ...added }, isTurn: found.isTurn };
    this.#fused = fuse(this.#raw, weighting, request.fusion ?? "SCORES");
    this.#wordWeight = found.wordWeight;
    this.totals = this.#fused.totals;
  }

  tracesOf(places: readonly number[]): readonly ScoreTrace[] {
    const units = { LEXICAL: this.#wordWeight, LEXICAL_CONTEXT: this.#wordWeight };
    return tracesOf(places, this.#raw, this.#fused, units);
  }
}

/** No signal where nothing tells of one. */
function attitudes(found: FoundChunks): SignalColumns {
  const values = new Float64Array(found.count);
  for (let place = 0; place < values.length; place++) values[place] = found.isAttitude(place) ? 1 : 0;
  return values.includes(1) ? { ATTITUDE: values } : {};
}

function recencies(found: FoundChunks, now: number): Float64Array {
  const values = new Float64Array(found.count);
  for (let place = 0; place < values.length; place++) values[place] = recency(found.publishedAt(place), now);
  return values;
}
