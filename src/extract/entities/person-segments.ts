import { foldName } from "../../model/fold-name.ts";
import { isCommonWord, isFirstName, isListed, isVerbOrFunctionWord, mayBeGivenName } from "../lexicon/gazetteer.ts";
import { isNoEntity, isOrganizationWord, isPlaceWord } from "../lexicon/name-words.ts";
import { isAddress, isRole } from "../lexicon/role-nouns.ts";
import type { Token } from "../text/token.ts";
import type { NameTokens } from "./make-mention.ts";
import { isGeneration } from "./name-parts.ts";
import { isHeadlineVerb, isInflectedCue } from "./ordinary-words.ts";

const LINK = /^(?:and|or|against|for|of|the|to|in|on|at|with|from|by|vs\.?|versus)$/;

/**
 * What a person's name is taken apart into: two people at "and", what stands on either side of a headline's verb, the
 * person before "of" and "in" ("Ana Rehn of Ostrel"). The whole where nothing parts it. "Duke of Ostrel" is one name.
 */
export function personSegments(tokens: readonly Token[], name: NameTokens, isHeadline: boolean): readonly NameTokens[] {
  const segments: NameTokens[] = [];
  let from = name.from;
  for (let at = name.from; at <= name.to; at++) {
    if (at < name.to && !parts(tokens, at, name, isHeadline)) continue;
    if (at > from) segments.push({ from, to: at });
    from = at + 1;
  }
  if (name.to - name.from === 1) return [name];
  const people = segments.filter((segment) => !isNobody(tokens, segment));
  const isJoined = tokens.slice(name.from, name.to).some(({ lower }) => lower === "and");
  return isJoined || segments.length === 1 ? people : people.slice(0, 1);
}

const parts = (tokens: readonly Token[], at: number, { from }: NameTokens, isHeadline: boolean): boolean => {
  const token = tokens[at] as Token;
  if (LINK.test(token.lower)) return !(token.lower === "of" && at > from && isRole(tokens[at - 1]?.lower ?? ""));
  return at > from && (isHeadline ? isHeadlineVerb(token) : isInflectedCue(token));
};

/** "Girl Scout Leaders": not one word that may be somebody's. */
export const isNobody = (tokens: readonly Token[], { from, to }: NameTokens): boolean =>
  tokens.slice(from, to).every(({ lower }) => isNoPersonsWord(lower));

export const isNoPersonsWord = (lower: string): boolean =>
  !isListed(lower, "LAST") &&
  !isFirstName(lower) &&
  (isCommonWord(lower) ||
    (!mayBeGivenName(lower) && (isVerbOrFunctionWord(lower) || isNoEntity(lower) || isListed(lower, "DEMONYM"))) ||
    [isOrganizationWord, isPlaceWord, isRole, isAddress].some((is) => is(lower)));

/**
 * The part of a name that the article knows as a full name, where what is left is none of a name's words: "Ana Rehn" of
 * "Recorder Ana Rehn", and in a headline of "Ana Rehn Address Flood Relief". The whole where there is none.
 */
export function knownPart(
  tokens: readonly Token[],
  { from, to }: NameTokens,
  known: ReadonlySet<string>,
  isHeadline: boolean,
): NameTokens {
  for (let length = to - from - 1; length > 1; length--) {
    for (const start of [from, to - length]) {
      const part = { from: start, to: start + length };
      const rest = [...tokens.slice(from, start), ...tokens.slice(start + length, to)];
      if (!known.has(fullKey(tokens, part)) || rest.some(({ word }) => isGeneration(word))) continue;
      if (isHeadline || rest.every(({ lower }) => isNoPersonsWord(lower))) return part;
    }
  }
  return { from, to };
}

export const fullKey = (tokens: readonly Token[], { from, to }: NameTokens): string =>
  tokens
    .slice(from, to)
    .map(({ word }) => foldName(word))
    .join(" ");
