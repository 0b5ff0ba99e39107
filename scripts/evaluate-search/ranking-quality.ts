import type { Answered } from "./ask-questions.ts";

/** As the tables of BEIR have it. */
const DEPTH = 10;

const DISCOUNTS = Array.from({ length: DEPTH }, (_, i) => 1 / Math.log2(i + 2));

/** nDCG@10 of one answer, 0..1: relevant turns count the less the lower they stand, beside the best order there is. */
export function ndcg({ question, turns }: Answered): number {
  return ndcgOfGrades(
    turns.map((turn) => (question.answers.has(turn) ? 1 : 0)),
    [...question.answers].map(() => 1),
  );
}

/**
 * nDCG@10 of grades in the order in which they were found, with gains of 2^grade - 1, beside the best order of all that there are.
 * @param all At least one above 0.
 */
export const ndcgOfGrades = (found: readonly number[], all: readonly number[]): number =>
  gainOf(found) / gainOf([...all].sort((a, b) => b - a));

const gainOf = (grades: readonly number[]): number =>
  sum(DISCOUNTS.map((discount, i) => (2 ** (grades[i] ?? 0) - 1) * discount));

/** The share of a question's relevant turns among the first ten, 0..1. */
export const recall = ({ question, turns }: Answered): number =>
  turns.slice(0, DEPTH).filter((turn) => question.answers.has(turn)).length / question.answers.size;

export const mean = (values: readonly number[]): number => sum(values) / values.length;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
