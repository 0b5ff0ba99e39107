import { mostOfMeaning, mostOfWords } from "./exchange.ts";
import type { LinearModel } from "./ranking-model.ts";
import { type RowWeights, rowWeights } from "./row-weights.ts";

/** What signals can add at most: a weight below 0 adds nothing where its signal is 0. */
export function limitsOf(model: LinearModel): RowWeights {
  const most = Object.entries(model.weights).map(([signal, weight]) => [signal, Math.max(0, weight)]);
  return rowWeights({ ...model, weights: Object.fromEntries(most) });
}

/** With what does not depend on meaning, words and speaker at its most. */
export const restOf = ({ base, statement, length, attitude }: RowWeights): number =>
  base + statement + length + attitude;

/** The most that a passage can score with these values of its signals. */
export const mostOfPassage = (limits: RowWeights, cosine: number, share: number, speaker: number): number =>
  restOf(limits) + limits.dense * cosine + (limits.lexical + limits.lexicalContext) * share + limits.speaker * speaker;

/** The same of a turn, with the highest values of its article. */
export const mostOfTurn = (limits: RowWeights, cosine: number, share: number, speaker: number): number =>
  restOf(limits) +
  limits.dense * cosine +
  limits.denseContext * mostOfMeaning(cosine) +
  limits.lexical * share +
  limits.lexicalContext * mostOfWords(share) +
  limits.speaker * speaker;
