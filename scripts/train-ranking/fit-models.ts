import type { Signal } from "../../src/model/hit.ts";
import type { LinearModel } from "../../src/ranking/ranking-model.ts";
import { fitListwise, type ListwiseExample } from "../train/listwise.ts";
import { fitLogOdds } from "../train/logistic-regression.ts";
import { namedWeights, rounded } from "../train/named-weights.ts";
import { type JudgedPassage, type JudgedQuestion, ndcgBy } from "./judged-question.ts";

/** Pull of the weights towards zero, in questions: cross-validated figures are the same from .1 to 10. */
const L2 = 1;
const FOLDS = 5;
/** Of what answers, which shares shall reach the floor and be as near to the best as the spread. */
export interface MatchingShares {
  readonly floor: number;
  readonly spread: number;
}

/**
 * Learns first how signals order the passages of a question, then how likely a passage answers that has such a sum of them, from
 * questions that nothing answers as well, so that scores of different questions are on one scale; `floor` and `spread` so that most of those that answer match.
 */
export function fitModel(
  questions: readonly JudgedQuestion[],
  signals: readonly Signal[],
  matching: MatchingShares,
): LinearModel {
  const weights = fitListwise(
    questions.filter(isAnswered).map((one) => toExample(one, signals)),
    signals.length,
    L2,
  );
  const sums = { base: 0, weights: namedWeights(signals, weights) };
  const judged = questions.flatMap(({ passages }) =>
    passages.map((passage) => ({ values: [scoreBy(sums, passage)], isSo: passage.grade > 0 })),
  );
  const {
    base,
    weights: [slope = 0],
  } = fitLogOdds(judged, 1);
  const model = {
    base: rounded(base),
    weights: namedWeights(
      signals,
      weights.map((weight) => weight * slope),
    ),
  };
  return { ...model, ...thresholds(questions, model, matching) };
}

const isAnswered = ({ passages }: JudgedQuestion): boolean => passages.some(({ grade }) => grade > 0);

/** A passage that answers fully should have three times the share of one that answers in part. */
function toExample({ passages }: JudgedQuestion, signals: readonly Signal[]): ListwiseExample {
  const gains = passages.map(({ grade }) => 2 ** grade - 1);
  const total = gains.reduce((sum, gain) => sum + gain, 0);
  return {
    candidates: passages.map((passage) => valuesOf(passage, signals)),
    shares: Float64Array.from(gains, (gain) => gain / total),
  };
}

/** nDCG@10 of the questions that are answered, each by a model that was fitted without it and its neighbours. */
export function crossValidate(judged: readonly JudgedQuestion[], signals: readonly Signal[]): number {
  const questions = judged.filter(({ grades }) => grades.length > 0);
  const matching = { floor: 1, spread: 1 };
  const scores = Array.from({ length: FOLDS }, (_, fold) => {
    const size = Math.ceil(questions.length / FOLDS);
    const withheld = questions.slice(fold * size, (fold + 1) * size);
    const model = fitModel(
      [...questions.slice(0, fold * size), ...questions.slice((fold + 1) * size)],
      signals,
      matching,
    );
    return withheld.map((question) => ndcgBy(question, (passage) => scoreBy(model, passage)));
  }).flat();
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

type Weighted = Pick<LinearModel, "base" | "weights">;

const scoreBy = ({ base, weights }: Weighted, { signals }: JudgedPassage): number =>
  Object.entries(weights).reduce((sum, [signal, weight]) => sum + weight * (signals[signal as Signal] ?? 0), base);

function thresholds(questions: readonly JudgedQuestion[], model: Weighted, matching: MatchingShares): MatchingShares {
  const scores: number[] = [];
  const distances: number[] = [];
  for (const { passages } of questions.filter(isAnswered)) {
    const best = Math.max(...passages.map((passage) => scoreBy(model, passage)));
    for (const passage of passages.filter(({ grade }) => grade > 0)) {
      scores.push(scoreBy(model, passage));
      distances.push(best - scoreBy(model, passage));
    }
  }
  return {
    floor: rounded(quantile(scores, 1 - matching.floor)),
    spread: rounded(quantile(distances, matching.spread)),
  };
}

/** The score that the best words of those who are asked reach in a share of the questions that they answer. */
export function heardFrom(questions: readonly JudgedQuestion[], model: Weighted, share: number): number {
  const best = questions
    .filter(({ areAsked }) => areAsked)
    .map(({ passages }) => passages.filter(({ signals }) => (signals.SPEAKER ?? 0) > 0))
    .filter((own) => own.some(({ grade }) => grade > 0))
    .map((own) => Math.max(...own.map((passage) => scoreBy(model, passage))));
  return rounded(quantile(best, 1 - share));
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;

const valuesOf = ({ signals }: JudgedPassage, wanted: readonly Signal[]): Float64Array =>
  Float64Array.from(wanted, (signal) => signals[signal] ?? 0);
