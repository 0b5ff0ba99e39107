import { groupBy } from "../../src/model/group-by.ts";

export interface Mistake {
  /** What was taken for what: "person -> place". */
  readonly kind: string;
  /** What it happened to. */
  readonly words: string;
  /** One place where it happened: the article, with the words around where they help. */
  readonly where: string;
}

/** Mistakes that are alike; `where` is the first place. */
export interface Confusion extends Mistake {
  readonly count: number;
}

/** The most frequent first. */
export function tally(mistakes: readonly Mistake[]): readonly Confusion[] {
  const alike = groupBy(mistakes, ({ kind, words }) => `${kind}\n${words}`);
  return [...alike.values()]
    .flatMap((same) => same.slice(0, 1).map((first) => ({ ...first, count: same.length })))
    .sort((a, b) => b.count - a.count);
}

/** How many confusions there are of each kind, the most first. */
export const byKind = (confusions: readonly Confusion[]): readonly (readonly [kind: string, count: number])[] =>
  [...groupBy(confusions, ({ kind }) => kind)]
    .map(([kind, alike]) => [kind, alike.reduce((total, { count }) => total + count, 0)] as const)
    .sort(([, a], [, b]) => b - a);
