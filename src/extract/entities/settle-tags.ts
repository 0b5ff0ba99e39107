import type { EntityKind } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import { groupBy } from "../../model/group-by.ts";
import { contains, firstFrom, type Span } from "../../model/span.ts";
import { isCommonWord, isFirstName, isListed, isVerbOrFunctionWord, mayBeGivenName } from "../lexicon/gazetteer.ts";
import { isNoEntity, isOrganizationWord, isPlaceWord } from "../lexicon/name-words.ts";
import type { Document } from "../text/document.ts";
import type { Token } from "../text/token.ts";
import { isGoverned } from "./classify-name.ts";
import { makeMention } from "./make-mention.ts";
import type { NameMention } from "./name-mention.ts";
import { opensSentence } from "./name-runs.ts";
import type { ToldName } from "./read-tags.ts";

/**
 * What the tagger's names are by all that the article and the lists tell: as wide as the run of capitals that they stand in,
 * of the kind that the lists know, and without lone words that hardly name anybody.
 * @param told In text order. @param found What the rules found, in text order.
 * @param sources The sources of quotes, in any order.
 */
export function settleTags(
  document: Document,
  told: readonly ToldName[],
  found: readonly NameMention[],
  sources: readonly Span[],
): readonly ToldName[] {
  const wide = told.map((name) => widened(document, name, found));
  return withoutDoubtful(withListedKinds(document, wide, found), found, sources);
}

/** The tags' names, but where the lists know one word for a body or place and the article has nobody of that surname. */
function withListedKinds(
  document: Document,
  told: readonly ToldName[],
  found: readonly NameMention[],
): readonly ToldName[] {
  const surnames = new Set([...told, ...found].filter((name) => isPerson(name) && name.words.length > 1).map(lastOf));
  return told.map((name) => {
    const lower = name.words.join(" ").toLowerCase();
    if (!isPerson(name) || name.start < name.core.start || surnames.has(lastOf(name))) return name;
    const tokens = document.blocks[name.block]?.tokens ?? [];
    return {
      ...name,
      ...withKind(
        document,
        name,
        kindBeside(tokens, name) ?? listedKind(lower) ?? (isNoName(lower) ? null : name.kind),
      ),
    };
  });
}

/** "the mayor of Ostrel" names a place, "as The Hill reported" a body. */
function kindBeside(tokens: readonly Token[], name: NameMention): EntityKind | null {
  if (isGoverned(tokens, name)) return "PLACE";
  const isThe = tokens[name.from - 1]?.word === "The" && !opensSentence(tokens, name.from - 1);
  return isThe && name.words.length === 1 ? "ORGANIZATION" : null;
}

/** "Latino", "Republican": a people or party, and nobody. */
const isNoName = (lower: string): boolean =>
  (isNoEntity(lower) || isListed(lower, "DEMONYM")) && !isListed(lower, "LAST") && !mayBeGivenName(lower);

/** What a name is that can be no person's by the lists, or by its stops ("F.A.A."). */
function listedKind(lower: string): EntityKind | null {
  if (isListed(lower, "LAST") || isFirstName(lower)) return null;
  if (isListed(lower, "ORGANIZATION") || /^(?:\p{L}\.){3,}$/u.test(lower)) return "ORGANIZATION";
  return isListed(lower, "PLACE") ? "PLACE" : null;
}

/** Longest name of a person that a tag is widened to, in words. */
const MAX_NAME = 5;

/** A person's name of which the tagger saw a part, as whole as it stands: "N'Golo Diarra" of "Diarra". */
function widened(document: Document, name: ToldName, found: readonly NameMention[]): ToldName {
  const run = found[firstFrom(found, name.core.start + 1, ({ end }) => end)];
  if (!isPerson(name) || !run || run.isSure || !contains(run.core, name.core) || run.words.length > MAX_NAME)
    return name;
  if (run.words.length <= name.words.length || run.words.some((word) => !mayBePersons(word.toLowerCase()))) return name;
  return { ...withKind(document, run, "PERSON"), probability: name.probability };
}

export const mayBePersons = (lower: string): boolean =>
  !isOrganizationWord(lower) &&
  !isPlaceWord(lower) &&
  !isNoEntity(lower) &&
  !isListed(lower, "DEMONYM") &&
  (isFirstName(lower) || !(isListed(lower, "PLACE") || isCommonWord(lower) || isVerbOrFunctionWord(lower)));

/**
 * A lone word that no list has for a name, said once and in no longer name, is somebody's from this probability on. Of the
 * tags below, 14 of 50 were people's on DATA/uner.
 */
const MIN_ALONE = 0.95;

/** Without the lone words that hardly name anybody, unless they name who speaks. */
function withoutDoubtful(
  told: readonly ToldName[],
  found: readonly NameMention[],
  sources: readonly Span[],
): readonly ToldName[] {
  const speaking = new Set(sources.flatMap(({ start, end }) => [start, end]));
  const times = groupBy(told.filter(isPerson), lastOf);
  const surnames = new Set(found.filter((name) => isPerson(name) && name.words.length > 1).map(lastOf));
  return told.filter((name) => {
    const lower = name.words.join(" ").toLowerCase();
    const isKnown = (times.get(lastOf(name))?.length ?? 0) > 1 || surnames.has(lastOf(name)) || mayBeNamed(lower);
    const isWordOnly = isVerbOrFunctionWord(lower) || isCommonWord(lower);
    const speaks = !isWordOnly && (speaking.has(name.core.start) || speaking.has(name.core.end));
    const isFull = name.words.length > 1 || name.start < name.core.start;
    return !isPerson(name) || isFull || isKnown || speaks || (!isWordOnly && name.probability >= MIN_ALONE);
  });
}

const mayBeNamed = (lower: string): boolean => isListed(lower, "LAST") || mayBeGivenName(lower);

export const isPerson = ({ kind }: NameMention): boolean => kind === "PERSON";

export const nameOf = ({ words }: NameMention): string => foldName(words.join(" "));

/** By which somebody is called after the first mention. */
export const lastOf = ({ words }: NameMention): string => foldName(words.at(-1) ?? "");

export function withKind({ text, blocks }: Document, mention: NameMention, kind: EntityKind | null): NameMention {
  const block = blocks[mention.block];
  return block === undefined || kind === mention.kind ? mention : makeMention(text, block, mention, kind);
}
