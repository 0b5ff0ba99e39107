import type { Candidates } from "./candidates.ts";
import type { RankingModel, ScoredPassage } from "./ranking-model.ts";
import { type SignalUnits, traceOf } from "./trace.ts";

/** The best candidate in which any of those speaks who should, by score, then by id; null where there is none. */
export function bestPreferred(candidates: Candidates, model: RankingModel, units: SignalUnits): ScoredPassage | null {
  const place = bestPlace(candidates);
  if (place === null) return null;
  return { isTurn: candidates.isTurn(place), trace: traceOf(candidates, place, model, units) };
}

function bestPlace({ count, scores, signalsAt, idAt }: Candidates): number | null {
  let best: number | null = null;
  const isBetter = (place: number, than: number) =>
    scores[place] === scores[than] ? idAt(place) < idAt(than) : (scores[place] as number) > (scores[than] as number);
  for (let place = 0; place < count; place++) {
    if (best !== null && !isBetter(place, best)) continue;
    if ((signalsAt(place).SPEAKER ?? 0) > 0) best = place;
  }
  return best;
}
