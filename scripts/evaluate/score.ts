/** Shares, each 0..1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** How many annotated ones there are. */
  readonly count: number;
}

export const scoreOf = (precision: number, recall: number, count: number): Score => ({
  precision,
  recall,
  f1: share(2 * precision * recall, precision + recall),
  count,
});

/** 0 where there is nothing to have a part of. */
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Precision, recall and F1 in percent. */
export const scoreCells = ({ precision, recall, f1 }: Score): readonly string[] => [precision, recall, f1].map(percent);

export const percent = (part: number): string => (100 * part).toFixed(1);
