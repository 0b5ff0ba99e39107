import type { Signal } from "../../src/model/hit.ts";

/** A passage that a search gave to a question, and how well it answers. */
export interface JudgedPassage {
  readonly isTurn: boolean;
  readonly signals: Readonly<Partial<Record<Signal, number>>>;
  /** 0 where it does not answer. */
  readonly grade: number;
}

/** A question with the passages that may answer it, all that do among them as far as they were found. */
export interface JudgedQuestion {
  readonly passages: readonly JudgedPassage[];
  /** The grades of all that answer, found or not. */
  readonly grades: readonly number[];
}

const DEPTH = 10;

/** nDCG@10 of an order by score, with gains of 2^grade - 1. */
export function ndcgBy(question: JudgedQuestion, scoreOf: (passage: JudgedPassage) => number): number {
  const found = [...question.passages].sort((a, b) => scoreOf(b) - scoreOf(a)).map(({ grade }) => grade);
  const ideal = [...question.grades].sort((a, b) => b - a);
  return gain(found) / gain(ideal);
}

const gain = (grades: readonly number[]): number =>
  grades.slice(0, DEPTH).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
