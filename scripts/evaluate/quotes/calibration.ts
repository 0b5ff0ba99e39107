import { groupBy } from "../../../src/model/group-by.ts";
import { share } from "../score.ts";

/** A claim, and whether it was so. */
export interface Answer {
  /** 0..1. */
  readonly confidence: number;
  readonly right: boolean;
}

export interface AnswerGroup {
  readonly count: number;
  /** The mean of what was stated. */
  readonly confidence: number;
  /** The share that was right. */
  readonly right: number;
}

export interface ConfidenceBin extends AnswerGroup {
  /** The bin holds confidences from here (inclusive), 0..1. */
  readonly from: number;
  /** To here: exclusive, but for the last bin. */
  readonly to: number;
}

export interface Calibration {
  /** All of equal width, from 0 to 1; those without answers left out. */
  readonly bins: readonly ConfidenceBin[];
  /** Expected calibration error, 0..1 (Naeini et al. 2015; Guo et al. 2017): the mean gap of the bins by their size. */
  readonly error: number;
  readonly all: AnswerGroup;
}

/** Ten, as in the literature. */
const BINS = 10;

export function calibrate(answers: readonly Answer[]): Calibration {
  const bins = Array.from({ length: BINS }, (_, i) => ({
    ...{ from: i / BINS, to: (i + 1) / BINS },
    ...groupOf(answers.filter(({ confidence }) => binOf(confidence) === i)),
  })).filter(({ count }) => count > 0);
  const weightedGap = bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.right - bin.confidence), 0);
  return { bins, error: share(weightedGap, answers.length), all: groupOf(answers) };
}

export interface NamedGroup extends AnswerGroup {
  readonly name: string;
}

/** The largest groups first. */
export const groupAnswers = <T extends Answer>(
  answers: readonly T[],
  nameOf: (answer: T) => string,
): readonly NamedGroup[] =>
  [...groupBy(answers, nameOf)]
    .map(([name, members]) => ({ name, ...groupOf(members) }))
    .sort((a, b) => b.count - a.count);

function groupOf(answers: readonly Answer[]): AnswerGroup {
  const stated = answers.reduce((sum, { confidence }) => sum + confidence, 0);
  const right = answers.filter((answer) => answer.right).length;
  return { count: answers.length, confidence: share(stated, answers.length), right: share(right, answers.length) };
}

const binOf = (confidence: number): number => Math.min(Math.floor(confidence * BINS), BINS - 1);
