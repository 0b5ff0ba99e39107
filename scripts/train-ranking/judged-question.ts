import type { Signal } from "../../src/model/hit.ts";
import { ndcgOfGrades } from "../evaluate-search/ranking-quality.ts";

/** A passage that a search gave to a question, and how well it answers. */
export interface JudgedPassage {
  readonly signals: Readonly<Partial<Record<Signal, number>>>;
  /** 0 where it does not answer. */
  readonly grade: number;
}

/** A question with the passages that may answer it, all that do among them as far as they were found. */
export interface JudgedQuestion {
  readonly passages: readonly JudgedPassage[];
  /** The grades of all that answer, found or not. */
  readonly grades: readonly number[];
  /** Whether the words of somebody whom it names are asked for. */
  readonly areAsked: boolean;
}

/** nDCG@10 of an order by score. */
export function ndcgBy({ passages, grades }: JudgedQuestion, scoreOf: (passage: JudgedPassage) => number): number {
  const found = [...passages].sort((a, b) => scoreOf(b) - scoreOf(a)).map(({ grade }) => grade);
  return ndcgOfGrades(found, grades);
}
