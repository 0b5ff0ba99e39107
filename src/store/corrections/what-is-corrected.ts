import { type CorrectionChange, correctedWords } from "../../model/correction.ts";

/** Whom a correction of people is about, and the articles in which it puts names to another: always the same ones. */
export function subjectsOfPeople(change: CorrectionChange): readonly string[] {
  switch (change.kind) {
    case "MERGED":
      return [change.into.id];
    case "SPLIT":
      return [change.from.id, change.into.id, ...change.named.map(({ articleId }) => articleId)];
    case "RENAMED":
      return [change.person.id];
    default:
      return [];
  }
}

/** The articles of which something else is told with a correction than without it. */
export function articlesCorrected(change: CorrectionChange): ReadonlySet<string> {
  if (change.kind === "SPLIT") return new Set(change.named.map(({ articleId }) => articleId));
  const words = correctedWords(change);
  return new Set(words === null ? [] : [words.articleId]);
}
