import type { Candidates } from "./candidates.ts";
import type { RankingModel } from "./ranking-model.ts";
import { recency } from "./recency.ts";

/** Adds RECENCY where the model gives it a weight: it decides about the order, never about what matches. */
export function withRecency(candidates: Candidates, { turn, passage }: RankingModel, now: number): Candidates {
  const [ofTurn = 0, ofPassage = 0] = [turn.weights.RECENCY, passage.weights.RECENCY];
  if (ofTurn === 0 && ofPassage === 0) return candidates;
  const { publishedAt, isTurn, scores, signalsAt } = candidates;
  const recencyAt = (place: number) => recency(publishedAt(place), now);
  return {
    ...candidates,
    scores: scores.map((score, place) => score + recencyAt(place) * (isTurn(place) ? ofTurn : ofPassage)),
    signalsAt: (place) => ({ ...signalsAt(place), RECENCY: recencyAt(place) }),
  };
}
