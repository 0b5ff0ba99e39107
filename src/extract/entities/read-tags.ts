import type { EntityKind } from "../../model/entity.ts";
import { firstFrom } from "../../model/span.ts";
import type { TaggedName } from "../../model/tagged-name.ts";
import { isOrganizationWord } from "../lexicon/name-words.ts";
import { isAddress, isPluralRole, isRole } from "../lexicon/role-nouns.ts";
import type { Block, Document } from "../text/document.ts";
import { isWord, type Token } from "../text/token.ts";
import { byStart } from "./entity-cluster.ts";
import { makeMention, type NameTokens } from "./make-mention.ts";
import type { NameMention } from "./name-mention.ts";
import { isChildOf, isGeneration, isNameWord, isSeat, PARTICLES } from "./name-parts.ts";

/**
 * Tags below this are left out. For a tagger trained on half of DATA/gum/train and read on the other half .6 instead of .5
 * adds a point of F1 for people, half a point for places, and nothing for organizations.
 */
const MIN_PROBABILITY = 0.6;
/** A name with how likely the tagger takes it to be one. */
export interface ToldName extends NameMention {
  readonly probability: number;
}

/** The tags as names, in text order, none overlapping another. @param tags In any order. */
export function readTags(document: Document, tags: readonly TaggedName[]): readonly ToldName[] {
  const blocks = [...document.blocks].sort(byStart);
  let reached = 0;
  return [...tags].sort(byStart).flatMap((tag) => {
    const block = blocks[firstFrom(blocks, tag.start + 1, ({ start }) => start) - 1];
    if (!block || tag.probability < MIN_PROBABILITY || tag.start < reached) return [];
    const name = nameTokens(block, tag);
    if (name === null) return [];
    reached = Math.max(tag.end, block.tokens[name.to - 1]?.end ?? 0);
    return [{ probability: tag.probability, ...makeMention(document.text, block, name, tag.kind) }];
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
  if (tag.kind === "PERSON") {
    ({ from, to } = withoutSmallWords(tokens, from, to));
    to += generationAfter(tokens, to);
  }
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
  if (kind === "PERSON" && isPluralRole(lower) && isNameWord(tokens[at + 2])) return true;
  return (isAddress(lower) || isRole(lower)) && !isOrganizationWord(last) && tokens[at + 1]?.lower !== "of";
}

/** A person's name from its first word on that may be one's, up to the next that may not. */
function withoutSmallWords(tokens: readonly Token[], first: number, to: number): NameTokens {
  let from = first;
  while (from < to && isSmallWord(tokens, from)) from += 1;
  const small = tokens.slice(from, to).findIndex((_, at) => isSmallWord(tokens, from + at));
  return { from, to: small < 0 ? to : from + small };
}

/** "driver" of "driver Ana Rehn", "waving" of "Rehn waving": no word of a person's name, as particles and "oglu" are. */
const isSmallWord = (tokens: readonly Token[], at: number): boolean => {
  const { word = "", lower = "" } = tokens[at] ?? {};
  return /^\p{Ll}/u.test(word) && !isNameWord(tokens[at]) && !PARTICLES.has(lower) && !isChildOf(lower);
};

/** Tokens of "Jr." or "III" right behind the name, with the comma before it. */
function generationAfter(tokens: readonly Token[], to: number): number {
  if (isGeneration(tokens[to]?.word ?? "")) return 1;
  return tokens[to]?.word === "," && isGeneration(tokens[to + 1]?.word ?? "") ? 2 : 0;
}
