import type { EntityKind } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import type { Span } from "../../model/span.ts";
import type { NameMention } from "./name-mention.ts";
import { isRole } from "./role-nouns.ts";

/**
 * Gives a name whose own words don't tell its kind the kind that the article gives the same name elsewhere; else that
 * of a person, where it is two words or more and a source begins with it: companies that speak are mostly known by
 * their words ("Group", "Bank"). So is a name of two words whose last is known with a title ("Mr Rehn").
 * @param sources The sources of quotes.
 */
export function settleKinds(mentions: readonly NameMention[], sources: readonly Span[]): NameMention[] {
  const opening = new Set(sources.map(({ start }) => start));
  const speaks = ({ start, words }: NameMention): boolean =>
    words.length > 1 && opening.has(start) && !isRole((words.at(-1) ?? "").toLowerCase());
  const surnames = titledSurnames(mentions);
  const bearsSurname = ({ words }: NameMention): boolean => words.length === 2 && surnames.has(words.at(-1) ?? "");
  const votes = new Map<string, Map<EntityKind, number>>();
  for (const { words, kind } of mentions) {
    if (kind === null) continue;
    const key = foldName(words.join(" "));
    const counts = votes.get(key) ?? new Map<EntityKind, number>();
    votes.set(key, counts.set(kind, (counts.get(kind) ?? 0) + 1));
  }
  return mentions.map((mention) => {
    if (mention.kind !== null) return mention;
    return { ...mention, kind: winner(votes, mention) ?? (speaks(mention) || bearsSurname(mention) ? "PERSON" : null) };
  });
}

/** Rehn, where the article has a Mr Rehn. */
const titledSurnames = (mentions: readonly NameMention[]): ReadonlySet<string> =>
  new Set(
    mentions.flatMap(({ kind, words, start, core }) =>
      kind === "PERSON" && words.length === 1 && start < core.start ? words : [],
    ),
  );

function winner(
  votes: ReadonlyMap<string, ReadonlyMap<EntityKind, number>>,
  { words }: NameMention,
): EntityKind | null {
  const counts = votes.get(foldName(words.join(" ")));
  if (counts === undefined) return null;
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}
