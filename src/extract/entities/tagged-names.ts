import type { EntityKind } from "../../model/entity.ts";
import { groupBy } from "../../model/group-by.ts";
import { contains, firstFrom, overlaps, type Span } from "../../model/span.ts";
import type { TaggedName } from "../../model/tagged-name.ts";
import { mayBeGivenName } from "../lexicon/gazetteer.ts";
import type { Document } from "../text/document.ts";
import { byStart } from "./entity-cluster.ts";
import type { NameMention } from "./name-mention.ts";
import { readTags } from "./read-tags.ts";
import { isPerson, lastOf, mayBePersons, nameOf, settleTags, withKind } from "./settle-tags.ts";

/**
 * The names of the rules with those of a trained tagger, which knows names of no list. A tag takes the place of what it
 * meets, but for a person with a title, or one whose name is wider than the tag's, on whom the rules are exact. A body's
 * name that is wider than the tag in it stays beside it. A name that no tag meets has the kind that the tags give it elsewhere, else that which the rules
 * are sure of, or a person's whose last name the tags have, else none.
 * @param found In text order. @param tags In any order; none: the tagger is off, and the rules stand.
 * @param sources The sources of quotes, in any order.
 */
export function withTaggedNames(
  document: Document,
  found: readonly NameMention[],
  tags: readonly TaggedName[],
  sources: readonly Span[],
): readonly NameMention[] {
  if (tags.length === 0) return found;
  const told = settleTags(document, readTags(document, tags), found, sources);
  const toldPeople = told.filter(isPerson);
  const exact = new Set(
    found.filter((name) => isPerson(name) && (name.start < name.core.start || isWiderThan(name, toldPeople))),
  );
  const tagged = withoutOverlap(told, [...exact]);
  const kinds = commonestKinds(tagged);
  const bodies = found.filter(({ isSure, kind }) => isSure && kind === "ORGANIZATION");
  const wider = bodies.filter((body) => isWiderThan(body, tagged));
  const inOrder = [...sources].sort(byStart);
  const sourceAt = (start: number) => inOrder[firstFrom(inOrder, start + 1, (source) => source.start) - 1];
  const others = withoutOverlap(found, tagged).map((mention) => {
    if (exact.has(mention)) return mention;
    if (isFullName(mention, kinds) || isIntroduced(document, mention, sourceAt))
      return withKind(document, mention, "PERSON");
    return withKind(document, mention, kinds.get(nameOf(mention)) ?? (mention.isSure ? mention.kind : null));
  });
  return [...tagged, ...wider, ...others].sort(byStart);
}

/** "Quill Osterman", where the tags have Osterman for a person. */
const isFullName = (name: NameMention, kinds: ReadonlyMap<string, EntityKind>): boolean =>
  kinds.get(lastOf(name)) === "PERSON" &&
  (isPerson(name) ||
    (!name.isSure && name.words.length > 1 && name.words.every((word) => mayBePersons(word.toLowerCase()))));

/** "said skipper Quill Osterman": two words and more within a source, the first of them a given name by some list. */
function isIntroduced({ blocks }: Document, name: NameMention, sourceAt: (start: number) => Span | undefined): boolean {
  const [first = ""] = name.words;
  const source = sourceAt(name.core.start);
  if (name.words.length < 2 || !source || !contains(source, name.core) || !mayBeGivenName(first.toLowerCase()))
    return false;
  const before = blocks[name.block]?.tokens[name.from - 1];
  const isNamedAlone = source.start === name.core.start && source.end === name.core.end;
  const isBehindNoun = before !== undefined && /^\p{Ll}/u.test(before.word) && /^NNS?$/.test(before.tag);
  return (isNamedAlone || isBehindNoun) && name.words.every((word) => mayBePersons(word.toLowerCase()));
}

/**
 * "University of Ostrel", of which the tagger saw but Ostrel: both are names, one within the other.
 * @param tagged In text order, none overlapping another.
 */
function isWiderThan({ core }: NameMention, tagged: readonly NameMention[]): boolean {
  const within = tagged[firstFrom(tagged, core.start + 1, ({ end }) => end)];
  return (
    within !== undefined && contains(core, within.core) && within.core.end - within.core.start < core.end - core.start
  );
}
/** The kind that each name has most often. */
function commonestKinds(mentions: readonly NameMention[]): ReadonlyMap<string, EntityKind> {
  const kinds = new Map<string, EntityKind>();
  for (const [name, same] of groupBy(mentions, nameOf)) {
    const counts = [...groupBy(same, ({ kind }) => kind)].sort(([, a], [, b]) => b.length - a.length);
    const [[kind = null] = []] = counts;
    if (kind !== null) kinds.set(name, kind);
  }
  return kinds;
}

/** Those that share nothing with the others. Both in text order; the others don't overlap each other. */
function withoutOverlap(mentions: readonly NameMention[], others: readonly NameMention[]): readonly NameMention[] {
  let at = 0;
  return mentions.filter((mention) => {
    while ((others[at]?.end ?? mention.start + 1) <= mention.start) at += 1;
    const other = others[at];
    return other === undefined || !overlaps(other, mention);
  });
}
