import type { LinearModel } from "./ranking-model.ts";

/** A model's weights by name, for a loop over all rows: looking them up by signal took most of a search. */
export interface RowWeights {
  readonly base: number;
  readonly dense: number;
  readonly denseContext: number;
  readonly lexical: number;
  readonly lexicalContext: number;
  readonly speaker: number;
  readonly statement: number;
  readonly length: number;
  readonly attitude: number;
}

export const rowWeights = ({ base, weights }: LinearModel): RowWeights => ({
  base,
  dense: weights.DENSE ?? 0,
  denseContext: weights.DENSE_CONTEXT ?? 0,
  lexical: weights.LEXICAL ?? 0,
  lexicalContext: weights.LEXICAL_CONTEXT ?? 0,
  speaker: weights.SPEAKER ?? 0,
  statement: weights.STATEMENT ?? 0,
  length: weights.LENGTH ?? 0,
  attitude: weights.ATTITUDE ?? 0,
});
