import type { Answered } from "./ask-questions.ts";

/** As the tables of BEIR have it. */
const DEPTH = 10;

const DISCOUNTS = Array.from({ length: DEPTH }, (_, i) => 1 / Math.log2(i + 2));

/** nDCG@10 of one answer, 0..1: relevant turns count the less the lower they stand, beside the best order there is. */
export function ndcg({ question, turns }: Answered): number {
  const gains = DISCOUNTS.filter((_, i) => question.answers.has(turns[i] ?? ""));
  const ideal = DISCOUNTS.slice(0, question.answers.size);
  return sum(gains) / sum(ideal);
}

/** The share of a question's relevant turns among the first ten, 0..1. */
export const recall = ({ question, turns }: Answered): number =>
  turns.slice(0, DEPTH).filter((turn) => question.answers.has(turn)).length / question.answers.size;

export const mean = (values: readonly number[]): number => sum(values) / values.length;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
