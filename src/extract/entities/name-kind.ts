import { ENTITY_KINDS, type EntityKind } from "../../model/entity.ts";
import MODEL from "./name-kind-weights.json" with { type: "json" };

/** For each piece of evidence what it adds for none of them, a person, an organization and a place. */
const WEIGHTS: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(MODEL.weights));

interface KindGuess {
  readonly kind: EntityKind;
  /** 0..1: how likely the name is of this kind, by a log-linear model of the evidence. */
  readonly probability: number;
}

/** Which of the three kinds a name is likeliest of. */
export function likeliestKind(evidence: readonly string[]): KindGuess {
  const scores = [...MODEL.bias];
  for (const one of new Set(evidence)) {
    for (const [i, weight] of (WEIGHTS.get(one) ?? []).entries()) scores[i] = (scores[i] ?? 0) + weight;
  }
  const most = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const total = odds.reduce((sum, one) => sum + one, 0);
  const best = Math.max(...odds.slice(1));
  return { kind: ENTITY_KINDS[odds.indexOf(best, 1) - 1] ?? "PERSON", probability: best / total };
}
