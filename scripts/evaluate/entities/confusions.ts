import { groupBy } from "../../../src/model/group-by.ts";
import type { JudgedName, JudgedNames } from "./judge-names.ts";
import type { JudgedPerson, JudgedPronoun } from "./judge-people.ts";

/** Mistakes that are alike. */
export interface Confusion {
  /** What was taken for what: "person -> place". */
  readonly kind: string;
  /** The words that it happened to, and where. */
  readonly words: string;
  readonly articleId: string;
  readonly count: number;
}

type Mistake = Omit<Confusion, "count">;

/** Annotated names that were missed or found as something else, and found names that are annotated as nothing. */
export function nameConfusions({ gold, found }: JudgedNames): readonly Confusion[] {
  const mistake = ({ words, articleId }: JudgedName, kind: string): Mistake => ({ kind, words, articleId });
  const isWrong = ({ kind, outcome }: JudgedName) => kind !== outcome;
  const isInvented = ({ outcome }: JudgedName) => outcome === "nothing" || outcome === "other";
  return tally([
    ...gold.filter(isWrong).map((name) => mistake(name, `${name.kind} -> ${name.outcome}`)),
    ...found.filter(isInvented).map((name) => mistake(name, `${name.outcome} -> ${name.kind}`)),
  ]);
}

/** Names put to a found person who is mostly another one (joined), or away from where most of their own are (split). */
export function peopleConfusions(people: ReadonlyMap<string, readonly JudgedPerson[]>): readonly Confusion[] {
  const mistakes = [...people].flatMap(([articleId, names]) =>
    names.flatMap(({ words, name, precision, recall }): readonly Mistake[] => [
      ...(precision < 0.5 ? [{ kind: "joined", words: `${words} to ${name}`, articleId }] : []),
      ...(recall < 0.5 ? [{ kind: "split", words: `${words} as ${name}`, articleId }] : []),
    ]),
  );
  return tally(mistakes);
}

export function pronounConfusions(pronouns: readonly JudgedPronoun[]): readonly Confusion[] {
  const wrong = pronouns.filter(({ outcome }) => outcome !== "right");
  return tally(
    wrong.map(({ word, person, putTo, articleId }) => ({
      kind: `${word} -> ${putTo === null ? "nobody" : "another"}`,
      words: putTo === null ? person : `${person}, put to ${putTo}`,
      articleId,
    })),
  );
}

/** How many confusions there are of each kind, the most first. */
export const byKind = (confusions: readonly Confusion[]): readonly (readonly [kind: string, count: number])[] =>
  [...groupBy(confusions, ({ kind }) => kind)]
    .map(([kind, alike]) => [kind, alike.reduce((total, { count }) => total + count, 0)] as const)
    .sort(([, a], [, b]) => b - a);

/** The most frequent first. */
function tally(mistakes: readonly Mistake[]): readonly Confusion[] {
  const alike = groupBy(mistakes, ({ kind, words, articleId }) => [kind, words, articleId].join("\n"));
  return [...alike.values()]
    .flatMap((same) => same.slice(0, 1).map((first) => ({ ...first, count: same.length })))
    .sort((a, b) => b.count - a.count);
}
