import {
  ANSWER_EVIDENCE,
  type AnswerEvidence,
  type AnswerModel,
  logOddsOf,
} from "../../src/search/answer/answer-model.ts";
import { findCandidates } from "../../src/search/answer/answer-question.ts";
import { chooseStatements } from "../../src/search/answer/choose-statements.ts";
import { coveredWords } from "../../src/search/answer/covered-words.ts";
import type { ChunkFilter } from "../../src/store/chunk-filter.ts";
import { fitLogOdds } from "../train/logistic-regression.ts";
import { namedWeights, rounded } from "../train/named-weights.ts";
import type { AskedIndex } from "./asked-question.ts";

type AnsweredModel = AnswerModel["answered"];

const MOST = 5;
/** Which share of the questions that are answered shall be told so, those that get no statement counted. */
const KEPT = 0.95;

/** The evidence that a question is answered; null where no statement is given, which says by itself that it is not. */
export async function answerEvidence(
  index: AskedIndex,
  question: string,
  filter: ChunkFilter,
  model: Pick<AnswerModel, "passage" | "turn">,
): Promise<AnswerEvidence | null> {
  const { reading, candidates } = await findCandidates(index, question, filter);
  const asksForAll = reading.words.length === 0;
  const { statements, best } = await chooseStatements(index.store, candidates, { model, most: MOST, asksForAll });
  if (statements.length === 0 || best === null) return null;
  return { BEST: best, COVERED: coveredWords(question, reading.words, statements).share };
}

/** @param unanswered Of each kind of question that nothing answers, which count the same together. */
export function fitAnswered(
  answered: readonly (AnswerEvidence | null)[],
  unanswered: readonly (readonly (AnswerEvidence | null)[])[],
): AnsweredModel {
  const right = answered.filter(isEvidence);
  const share = right.length / unanswered.length;
  const examples = [
    ...right.map((evidence) => ({ values: valuesOf(evidence), isSo: true })),
    ...unanswered.flatMap((kind) =>
      kind
        .filter(isEvidence)
        .map((evidence) => ({ values: valuesOf(evidence), isSo: false, weight: share / kind.length })),
    ),
  ];
  const { base, weights } = fitLogOdds(examples, ANSWER_EVIDENCE.length);
  const model = { base: rounded(base), weights: namedWeights(ANSWER_EVIDENCE, weights), least: 0 };
  const odds = right.map((evidence) => logOddsOf(model, evidence)).sort((a, b) => b - a);
  return { ...model, least: rounded(odds[Math.min(odds.length, Math.ceil(KEPT * answered.length)) - 1] ?? 0) };
}

const isEvidence = (evidence: AnswerEvidence | null): evidence is AnswerEvidence => evidence !== null;

const valuesOf = (evidence: AnswerEvidence): readonly number[] => ANSWER_EVIDENCE.map((name) => evidence[name]);

/** Which share of questions is told to be unanswered. */
export const toldUnanswered = (model: AnsweredModel, all: readonly (AnswerEvidence | null)[]): number =>
  all.filter((evidence) => evidence === null || logOddsOf(model, evidence) < model.least).length /
  Math.max(1, all.length);
