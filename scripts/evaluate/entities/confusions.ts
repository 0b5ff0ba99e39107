import { type Confusion, type Mistake, tally } from "../confusion.ts";
import type { JudgedName, JudgedNames } from "./judge-names.ts";
import type { JudgedPerson, JudgedPronoun } from "./judge-people.ts";

/** Annotated names that were missed or found as something else, and found names that are annotated as nothing. */
export function nameConfusions({ gold, found }: JudgedNames): readonly Confusion[] {
  const mistake = ({ words, articleId }: JudgedName, kind: string): Mistake => ({ kind, words, where: articleId });
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
      ...(precision < 0.5 ? [{ kind: "joined", words: `${words} to ${name}`, where: articleId }] : []),
      ...(recall < 0.5 ? [{ kind: "split", words: `${words} as ${name}`, where: articleId }] : []),
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
      where: articleId,
    })),
  );
}
