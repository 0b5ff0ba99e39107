import { type AnswerCandidate, isTurn, wordsSaid } from "../../src/search/answer/answer-candidates.ts";
import type { StatementEvidence } from "../../src/search/answer/answer-model.ts";
import { findCandidates } from "../../src/search/answer/answer-question.ts";
import type { Search } from "../../src/search/search.ts";
import type { ChunkFilter } from "../../src/store/chunk-filter.ts";
import type { QuoteStore } from "../../src/store/quote-store.ts";

/** A statement that may answer a question, and whether it does. */
export interface JudgedCandidate {
  readonly evidence: StatementEvidence;
  readonly isTurn: boolean;
  /** Which of the passages that answer it is or holds, by their places. */
  readonly answers: readonly number[];
  /** Whether somebody judged what is said there; else it may answer though nobody said so. */
  readonly isJudged: boolean;
}

/** A question as it was asked of an index. */
export interface AskedQuestion {
  /** Equal for questions that are withheld together: those about one article, or one meeting. */
  readonly group: string;
  readonly candidates: readonly JudgedCandidate[];
  /** The places of the passages that answer it best. */
  readonly best: readonly number[];
}

/** Where questions are asked. */
export interface AskedIndex {
  readonly search: Pick<Search, "search">;
  readonly store: QuoteStore;
}

/** Says which passages a candidate with these words is; null for what nobody judged. */
export type Judge = (candidate: AnswerCandidate, words: string) => readonly number[] | null;

export async function judgeCandidates(
  index: AskedIndex,
  question: string,
  filter: ChunkFilter,
  judge: Judge,
): Promise<readonly JudgedCandidate[]> {
  const { candidates } = await findCandidates(index, question, filter);
  return candidates.map((candidate) => {
    const answers = judge(candidate, wordsSaid(candidate.hit));
    const { evidence, hit } = candidate;
    return { evidence, isTurn: isTurn(hit), answers: answers ?? [], isJudged: answers !== null };
  });
}
