/** One of several parts that a list of articles is divided into, each for a process of its own. */
export interface PartOfRun {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

export const WHOLE_RUN: PartOfRun = { number: 1, of: 1 };

/** Hexadecimal digits of an id that decide: more than there are processes. */
const DIGITS = 8;

/** Whether an article is in a part. Its id alone decides, and so every process knows without asking the others. */
export const isInPart = ({ number, of }: PartOfRun, articleId: string): boolean =>
  Number.parseInt(articleId.slice(0, DIGITS), 16) % of === number - 1;
