import { type ScoreTrace, SIGNALS, type Signal } from "../model/hit.ts";
import type { Candidates } from "./candidates.ts";
import type { RankingModel } from "./ranking-model.ts";

/** What a signal's numbers are multiplied by to be in its own unit; 1 where nothing is said. */
export type SignalUnits = Readonly<Partial<Record<Signal, number>>>;

/** How a candidate came to its score, without what adds nothing by its weight, and without ATTITUDE where there is none. */
export function traceOf(
  { signalsAt, scores, isTurn }: Candidates,
  place: number,
  model: RankingModel,
  units: SignalUnits,
): ScoreTrace {
  const { base, weights } = isTurn(place) ? model.turn : model.passage;
  const values = signalsAt(place);
  const parts = SIGNALS.flatMap((signal) => {
    const [normalized, weight = 0] = [values[signal], weights[signal]];
    if (normalized === undefined || weight === 0 || (signal === "ATTITUDE" && normalized === 0)) return [];
    return [{ signal, raw: normalized * (units[signal] ?? 1), normalized, weight }];
  });
  return { base, signals: parts, total: scores[place] as number };
}
