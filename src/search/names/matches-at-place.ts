import type { Entity } from "../../model/entity.ts";
import { nameWords } from "../../model/name-words.ts";
import type { FoundName } from "./find-by-names.ts";
import { withoutApostrophes } from "./match-name.ts";
import type { NameMatch } from "./name-match.ts";
import { isFiller, type NamePlace } from "./name-places.ts";
import { bareName, isTitleWord } from "./spoken-name.ts";

/** Whom each of some names may mean. */
export type MeantByName = ReadonlyMap<string, readonly NameMatch[]>;

export const byName = (found: readonly FoundName[], isWanted: (entity: Entity) => boolean): MeantByName =>
  new Map(found.map(({ spoken, matches }) => [spoken.text, matches.filter(({ entity }) => isWanted(entity))] as const));

export const entitiesOf = (matches: readonly NameMatch[]): readonly Entity[] => [
  ...new Map(matches.map(({ entity }) => [entity.id, entity])).values(),
];

export const isByTitle = (matches: readonly NameMatch[]): boolean => matches.every(({ how }) => how === "TITLE");

/**
 * Without a verb a person's name says that somebody should speak, and a title of more words than one that few hold ("Port Ansel
 * mayor"): "the mayor" is a matter, too. A body's name does where the query is nothing else; beside a matter it is part of that.
 */
export function matchesAt({ kind, name }: NamePlace, quoted: MeantByName): readonly NameMatch[] {
  const matches = quoted.get(name) ?? [];
  if (kind === "SAID") return matches.length > 0 ? matches : matchesOfParts(name, quoted);
  const bodies = kind === "ALONE" ? matches.filter(({ entity }) => entity.kind === "ORGANIZATION") : [];
  const people = matches.filter(({ entity }) => entity.kind === "PERSON");
  const named = people.filter((match) => isAllNamed(name, match));
  if (named.length > 0 || bodies.length > 0) return [...named, ...bodies];
  return isLong(name) && people.length <= MOST_HOLDERS ? people.filter(isHolder) : [];
}

/** Of two words or more, articles and forms of address aside. */
export const isLong = (name: string): boolean => bareName(nameWords(name)).length > 1;

const isHolder = ({ how }: NameMatch): boolean => how === "TITLE";
/** A title that more people hold or held names nobody in particular. */
export const MOST_HOLDERS = 3;

/** Whether a query says nothing but who somebody is: "mayor Brandt" and not "tunnel Brandt". */
function isAllNamed(query: string, { how, entity, slip }: NameMatch): boolean {
  if (how === "TITLE") return false;
  if (how !== "SURNAME" && how !== "NAME_WITH_TITLE" && how !== "MISSPELT") return true;
  const titles = entity.titles.map(({ title }) => title);
  const known = new Set([entity.name, ...entity.aliases, ...titles].flatMap(knownWords));
  const isKnown = (word: string) => known.has(word) || isTitleWord(word) || isFiller(word);
  return nameWords(query).every((word) => isKnown(word === slip?.written ? slip.meant : word));
}

/** "O'Dowd" is "ODowd", too. */
const knownWords = (name: string): readonly string[] => [...nameWords(name), ...nameWords(withoutApostrophes(name))];

/** "Orlanov and the mayor" are both; where a part means nobody, the others are those who are named, not titled. */
function matchesOfParts(name: string, quoted: MeantByName): readonly NameMatch[] {
  const each = partsOf(name).map((part) => quoted.get(part) ?? []);
  const all = each.flat();
  return each.every(({ length }) => length > 0) ? all : all.filter(({ how }) => how !== "TITLE");
}

export const namesAt = (places: readonly NamePlace[]): readonly string[] => [
  ...new Set(places.flatMap(({ kind, name }) => (kind === "SAID" ? [name, ...partsOf(name)] : [name]))),
];

/** The parts of an enumeration; none where there is nothing to part. */
function partsOf(name: string): readonly string[] {
  const parts = name.split(/,|\band\b/iu).map((part) => part.trim());
  return parts.length < 2 ? [] : parts.filter((part) => part !== "");
}
