import type { Reported } from "../../model/quote.ts";
import MODEL from "./reported-weights.json" with { type: "json" };

/** For each piece of evidence what it adds for an attitude. */
const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(MODEL.weights));

/** Whether a quote reports words or an attitude: the likelier of the two, by a log-linear model of the evidence. */
export function likelierReported(evidence: readonly string[]): Reported {
  let score = MODEL.bias;
  for (const one of new Set(evidence)) score += WEIGHTS.get(one) ?? 0;
  return score > 0 ? "ATTITUDE" : "WORDS";
}
