import { type ScoreTrace, SIGNALS, type Signal, type SignalScore } from "../model/hit.ts";

/** For each signal a number for each place. */
export type SignalColumns = Readonly<Partial<Record<Signal, Float64Array>>>;

/** What a signal counts: in a turn of a transcript, which is part of an exchange, and in any other passage. */
export interface SignalWeight {
  readonly turn: number;
  readonly passage: number;
}

export type SignalWeights = Readonly<Partial<Record<Signal, SignalWeight>>>;

/** What signals count at each place. */
export interface Weighting {
  readonly weights: SignalWeights;
  isTurn(place: number): boolean;
}

/** SCORES adds the scores up as they are, on their common scale; RANKS goes by the places that signals give (RRF). */
export type Fusion = "SCORES" | "RANKS";

/** Reciprocal rank fusion (Cormack, Clarke and Buettcher 2009) weakens the first ranks by this. */
const RANK_CONSTANT = 60;

/** What each signal adds before its weight, its weight, and the sum, for each place. */
export interface Fused {
  readonly normalized: SignalColumns;
  weightAt(place: number, signal: Signal): number;
  readonly totals: Float64Array;
}

/** Adds the signals that have a weight: a sum of `normalized * weight`. */
export function fuse(raw: SignalColumns, { weights, isTurn }: Weighting, fusion: Fusion): Fused {
  const signals = SIGNALS.filter((signal) => raw[signal] !== undefined && weights[signal] !== undefined);
  const columns = signals.map((signal) => normalize(raw[signal] as Float64Array, fusion));
  const weightAt = (place: number, signal: Signal) => weights[signal]?.[isTurn(place) ? "turn" : "passage"] ?? 0;
  const totals = new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((column, i) => {
    const { turn, passage } = weights[signals[i] as Signal] as SignalWeight;
    for (let place = 0; place < totals.length; place++) {
      const weight = turn !== passage && isTurn(place) ? turn : passage;
      totals[place] = (totals[place] as number) + (column[place] as number) * weight;
    }
  });
  return { normalized: Object.fromEntries(signals.map((signal, i) => [signal, columns[i]])), weightAt, totals };
}

/**
 * How places came to their totals, without ATTITUDE where it adds nothing.
 * @param units What a signal's numbers are multiplied by to be in its own unit; 1 where nothing is said.
 */
export function tracesOf(
  places: readonly number[],
  raw: SignalColumns,
  { normalized, weightAt, totals }: Fused,
  units: Readonly<Partial<Record<Signal, number>>>,
): readonly ScoreTrace[] {
  const bySignal = SIGNALS.flatMap((signal): readonly (readonly SignalScore[])[] => {
    const [column, own] = [normalized[signal], raw[signal]];
    if (!column || !own) return [];
    const ranks = ranksAt(places, own);
    const scores = places.map((place, i) => ({
      signal,
      raw: (own[place] as number) * (units[signal] ?? 1),
      normalized: column[place] as number,
      weight: weightAt(place, signal),
      rank: ranks[i] as number,
    }));
    return [scores];
  });
  return places.map((place, i) => ({
    signals: bySignal
      .map((scores) => scores[i] as SignalScore)
      .filter(({ signal, normalized }) => signal !== "ATTITUDE" || normalized !== 0),
    total: totals[place] as number,
  }));
}

const normalize = (values: Float64Array, fusion: Fusion): Float64Array =>
  fusion === "SCORES" ? values : ranksOf(values).map((rank) => 1 / (RANK_CONSTANT + rank));

/** From 1 for the highest; equal values share a rank. */
function ranksOf(values: Float64Array): Float64Array {
  const sorted = Float64Array.from(values).sort().reverse();
  const ranks = new Map<number, number>();
  sorted.forEach((value, i) => {
    if (!ranks.has(value)) ranks.set(value, i + 1);
  });
  return values.map((value) => ranks.get(value) ?? 0);
}

/** The ranks of some places, all in one pass: what is on a page is good, so that few of the others are better. */
function ranksAt(places: readonly number[], values: Float64Array): readonly number[] {
  const own = places.map((place) => values[place] as number);
  const least = Math.min(...own);
  const ranks = own.map(() => 1);
  for (let place = 0; place < values.length; place++) {
    const value = values[place] as number;
    if (value <= least) continue;
    for (let i = 0; i < own.length; i++) if (value > (own[i] as number)) ranks[i] = (ranks[i] as number) + 1;
  }
  return ranks;
}
