import type { EntityKind } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import { groupBy } from "../../model/group-by.ts";
import { contains, firstFrom, overlaps, type Span } from "../../model/span.ts";
import type { TaggedName } from "../../model/tagged-name.ts";
import type { Block, Document } from "../text/document.ts";
import { isWord, type Token } from "../text/token.ts";
import { isGoverned } from "./classify-name.ts";
import { byStart } from "./entity-cluster.ts";
import { isCommonWord, isFirstName, isListed, isVerbOrFunctionWord, mayBeGivenName } from "./gazetteer.ts";
import { makeMention, type NameTokens } from "./make-mention.ts";
import type { NameMention } from "./name-mention.ts";
import { isGeneration, isNameWord, isSeat } from "./name-parts.ts";
import { opensSentence } from "./name-runs.ts";
import { isNoEntity, isOrganizationWord, isPlaceWord } from "./name-words.ts";
import { isAddress, isRole } from "./role-nouns.ts";

/**
 * Tags below this are left out. For a tagger trained on half of DATA/gum/train and read on the other half .6 instead of .5
 * adds a point of F1 for people, half a point for places, and nothing for organizations.
 */
const MIN_PROBABILITY = 0.6;

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
  const wide = taggedNames(document, tags).map((name) => widened(document, name, found));
  const told = withoutDoubtful(withListedKinds(document, wide, found), found, sources);
  const toldPeople = told.filter(isPerson);
  const exact = new Set(
    found.filter((name) => isPerson(name) && (name.start < name.core.start || isWiderThan(name, toldPeople))),
  );
  const tagged = withoutOverlap(told, [...exact]);
  const kinds = commonestKinds(tagged);
  const bodies = found.filter(({ isSure, kind }) => isSure && kind === "ORGANIZATION");
  const wider = bodies.filter((body) => isWiderThan(body, tagged));
  const others = withoutOverlap(found, tagged).map((mention) => {
    if (exact.has(mention)) return mention;
    if (isFullName(mention, kinds)) return withKind(document, mention, "PERSON");
    return withKind(document, mention, kinds.get(nameOf(mention)) ?? (mention.isSure ? mention.kind : null));
  });
  return [...tagged, ...wider, ...others].sort(byStart);
}

/** "Quill Osterman", where the tags have Osterman for a person. */
const isFullName = (name: NameMention, kinds: ReadonlyMap<string, EntityKind>): boolean =>
  kinds.get(lastOf(name)) === "PERSON" &&
  (isPerson(name) ||
    (!name.isSure && name.words.length > 1 && name.words.every((word) => mayBePersons(word.toLowerCase()))));

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

const mayBePersons = (lower: string): boolean =>
  !isOrganizationWord(lower) &&
  !isPlaceWord(lower) &&
  !isNoEntity(lower) &&
  !isListed(lower, "DEMONYM") &&
  (isFirstName(lower) || !(isListed(lower, "PLACE") || isCommonWord(lower) || isVerbOrFunctionWord(lower)));

const isPerson = ({ kind }: NameMention): boolean => kind === "PERSON";

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

const nameOf = ({ words }: NameMention): string => foldName(words.join(" "));

/** By which somebody is called after the first mention. */
const lastOf = ({ words }: NameMention): string => foldName(words.at(-1) ?? "");

function withKind({ text, blocks }: Document, mention: NameMention, kind: EntityKind | null): NameMention {
  const block = blocks[mention.block];
  return block === undefined || kind === mention.kind ? mention : makeMention(text, block, mention, kind);
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

/** A name with how likely the tagger takes it to be one. */
interface ToldName extends NameMention {
  readonly probability: number;
}

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

/** In text order, none overlapping another. */
function taggedNames(document: Document, tags: readonly TaggedName[]): readonly ToldName[] {
  const blocks = [...document.blocks].sort(byStart);
  let reached = 0;
  return [...tags].sort(byStart).flatMap((tag) => {
    const block = blocks[firstFrom(blocks, tag.start + 1, ({ start }) => start) - 1];
    if (!block || tag.probability < MIN_PROBABILITY || tag.start < reached) return [];
    const name = nameTokens(block, tag);
    if (name === null) return [];
    reached = Math.max(tag.end, block.tokens[name.to - 1]?.end ?? 0);
    return [{ ...makeMention(document.text, block, name, tag.kind), probability: tag.probability }];
  });
}

/** The tokens of the tag without titles before the name; null where no name is left. */
function nameTokens({ tokens }: Block, tag: TaggedName): NameTokens | null {
  let from = firstFrom(tokens, tag.start + 1, ({ end }) => end);
  let to = firstFrom(tokens, tag.end, ({ start }) => start);
  const last = tokens[to - 1]?.lower ?? "";
  while (from < to && (!isWord(tokens[from]) || isBefore(tokens, from, last, tag.kind))) from += 1;
  while (from < to && !isWord(tokens[to - 1])) to -= 1;
  while (
    from < to &&
    tag.kind === "ORGANIZATION" &&
    !isNameWord(tokens[to - 1]) &&
    !/^\p{N}/u.test(tokens[to - 1]?.word ?? "")
  )
    to -= 1;
  if (tag.kind === "PERSON") to += generationAfter(tokens, to);
  return tokens.slice(from, to).some(isNameWord) && !isSeat(tokens[from]) ? { from, to } : null;
}

/**
 * A title before a person's name, but not the name that it is with "of" ("Duke of Ostrel"); the article before a body's
 * ("the White House"; but a place may be The Hague).
 */
function isBefore(tokens: readonly Token[], at: number, last: string, kind: EntityKind): boolean {
  const lower = tokens[at]?.lower ?? "";
  if (lower === "the") return kind !== "PLACE";
  if (lower === "former") return true;
  return (isAddress(lower) || isRole(lower)) && !isOrganizationWord(last) && tokens[at + 1]?.lower !== "of";
}

/** Tokens of "Jr." or "III" right behind the name, with the comma before it. */
function generationAfter(tokens: readonly Token[], to: number): number {
  if (isGeneration(tokens[to]?.word ?? "")) return 1;
  return tokens[to]?.word === "," && isGeneration(tokens[to + 1]?.word ?? "") ? 2 : 0;
}
