import { type ScoreTrace, SIGNALS, type Signal, type SignalScore } from "../model/hit.ts";

/** Deviations below this share of the values are what rounding leaves of equal ones (a double holds 16 digits). */
const ROUNDING = 1e-12;

/** The raw scores of each signal over the same candidates, in the same order. */
export type RawScores = Readonly<Partial<Record<Signal, readonly number[]>>>;

export type SignalWeights = Readonly<Partial<Record<Signal, number>>>;

/**
 * Puts every signal on one scale and adds them up: a weighted sum of z-scores, which beat reciprocal rank fusion on
 * hearings (docs/design.md). A signal whose scores are all the same says nothing and adds 0.
 * @returns One trace a candidate, in the order of the candidates.
 */
export function fuse(raw: RawScores, weights: SignalWeights): readonly ScoreTrace[] {
  const signals = SIGNALS.filter((signal) => raw[signal] !== undefined && weights[signal] !== undefined);
  const columns = signals.map((signal) => scoreSignal(signal, raw[signal] ?? [], weights[signal] ?? 0));
  const candidates = columns[0]?.length ?? 0;
  return Array.from({ length: candidates }, (_, i) => trace(columns.map((column) => column[i] as SignalScore)));
}

const trace = (signals: readonly SignalScore[]): ScoreTrace => ({
  signals,
  total: signals.reduce((sum, { normalized, weight }) => sum + normalized * weight, 0),
});

function scoreSignal(signal: Signal, raw: readonly number[], weight: number): readonly SignalScore[] {
  const normalized = zScores(raw);
  const ranks = ranksOf(raw);
  return raw.map((value, i) => ({ signal, raw: value, normalized: normalized[i] ?? 0, weight, rank: ranks[i] ?? 0 }));
}

function zScores(values: readonly number[]): readonly number[] {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
  const noise = ROUNDING * values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return values.map((x) => (deviation > noise ? (x - mean) / deviation : 0));
}

/** From 1 for the highest; equal scores share a rank. */
function ranksOf(values: readonly number[]): readonly number[] {
  const rank = new Map<number, number>();
  [...values]
    .sort((a, b) => b - a)
    .forEach((value, i) => {
      if (!rank.has(value)) rank.set(value, i + 1);
    });
  return values.map((value) => rank.get(value) ?? 0);
}
