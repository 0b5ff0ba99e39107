import { firstNamesAgree, nameKey } from "../../extract/entities/name-key.ts";
import { isAddress } from "../../extract/lexicon/role-nouns.ts";
import type { Entity } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import { nameWords } from "../../model/name-words.ts";
import { isSmallTitleWord, mayBeCalled, titleHead } from "../../model/title-words.ts";
import { isGenerational, suffixesAgree } from "./generational-suffix.ts";
import type { HowNamed } from "./name-match.ts";
import { isPartOfName } from "./part-of-name.ts";
import { bareName, type NameReading, type SpokenName } from "./spoken-name.ts";

/** How a name may mean somebody or something. */
export interface FittingName {
  readonly how: HowNamed;
  /** The words of the name that fits; none where it is a title. */
  readonly words: readonly string[];
}

/** By the first reading of the name that fits, or by the title; null where neither does. */
export function matchName({ text, readings }: SpokenName, entity: Entity): FittingName | null {
  const known = knownNames(entity);
  for (const reading of readings) {
    const how = matchReading(reading, entity, known);
    if (how !== null) return { how, words: reading.words };
  }
  return holdsTitle(entity, text) ? { how: "TITLE", words: [] } : null;
}

/** How one reading of a name may mean somebody or something; null where it cannot. */
export function matchReading(
  reading: NameReading,
  entity: Entity,
  known: readonly (readonly string[])[] = knownNames(entity),
): HowNamed | null {
  const words = reading.words.map(withoutApostrophes);
  if (entity.kind !== "PERSON") return reading.how === "NAME" && hasName(known, words) ? "NAME" : null;
  if (!fitsAround(reading, entity)) return null;
  if (known.some((name) => endsIn(name, words))) return "SURNAME";
  if (hasName(known, words)) return reading.how;
  return known.some((name) => isOtherForm(words, name)) ? "OTHER_FORM" : null;
}

/** "O'Dowd" is "ODowd" in many papers. */
export const withoutApostrophes = (word: string): string => word.replaceAll("'", "");

/** Every name of an entity as its folded words, without forms of address and apostrophes. */
export const knownNames = ({ name, aliases }: Entity): readonly (readonly string[])[] =>
  [name, ...aliases].map((one) =>
    bareName(
      foldName(one)
        .split(" ")
        .map(withoutApostrophes)
        .filter((word) => word !== ""),
    ),
  );

const hasName = (known: readonly (readonly string[])[], words: readonly string[]): boolean =>
  known.some((name) => name.length === words.length && name.every((word, i) => word === words[i]));

/** Whether a surname, or one with the same suffix, ends a longer name: "Brandt" and "Brandt Jr." Ilse Brandt Jr. */
function endsIn(name: readonly string[], words: readonly string[]): boolean {
  const [theirs, ours] = [partsOf(name), partsOf(words)];
  if (ours.given.length > 0 || name.length <= words.length || theirs.surname !== ours.surname) return false;
  return ours.suffix === "" || (theirs.suffix !== "" && suffixesAgree(ours.suffix, theirs.suffix));
}

/** A word before the name that is no title may be a first name, unless it is part of a title that they hold. */
const fitsAround = ({ doubtful }: NameReading, entity: Entity): boolean =>
  doubtful === null || titleWords(entity).has(doubtful);

/** Whether all that is told of somebody beside the name is in their titles: "Karsa mayor". */
export function hasTitleLike({ around }: NameReading, entity: Entity): boolean {
  const told = around.flatMap(nameWords).filter((word) => !isSmallTitleWord(word) && !isAddress(word));
  if (told.length === 0) return false;
  const titles = titleWords(entity);
  return told.every((word) => titles.has(word));
}

const titleWords = ({ titles }: Entity): ReadonlySet<string> =>
  new Set(titles.flatMap(({ title }) => nameWords(title)));

const holdsTitle = ({ titles }: Entity, called: string): boolean => {
  const head = titleHead(called);
  return head !== "" && titles.some(({ title }) => titleHead(title) === head && mayBeCalled(title, called));
};

/** Whether two names may be forms of one: "I. Brandt", "Ilse M. Brandt", "Ilse Brandt Jr." and "Ilse Brandt". */
function isOtherForm(a: readonly string[], b: readonly string[]): boolean {
  const [ours, theirs] = [partsOf(a), partsOf(b)];
  if (!suffixesAgree(ours.suffix, theirs.suffix)) return false;
  if (isPartOfName([...ours.given, ours.surname], [...theirs.given, theirs.surname])) return true;
  if (nameKey(ours.surname) !== nameKey(theirs.surname)) return false;
  return givenNamesAgree(ours.given, theirs.given);
}

function givenNamesAgree(
  [ourFirst, ...ourMiddle]: readonly string[],
  [theirFirst, ...theirMiddle]: readonly string[],
): boolean {
  if (ourFirst === undefined || theirFirst === undefined) return false;
  return firstNamesAgree(ourFirst, theirFirst) && middleNamesAgree(ourMiddle, theirMiddle);
}

/** Whether two names are those of a father and a son: the same but for the suffix. */
export function differInSuffix(a: readonly string[], b: readonly string[]): boolean {
  const [ours, theirs] = [partsOf(a), partsOf(b)];
  if (ours.suffix === theirs.suffix || nameKey(ours.surname) !== nameKey(theirs.surname)) return false;
  return givenNamesAgree(ours.given, theirs.given);
}

interface NameParts {
  readonly given: readonly string[];
  readonly surname: string;
  readonly suffix: string;
}

/** The surname among the words of a name, without apostrophes. */
export const surnameIn = (words: readonly string[]): string => withoutApostrophes(partsOf(words).surname);

export function partsOf(words: readonly string[]): NameParts {
  const names = words.filter((word, i) => i === 0 || !isGenerational(word));
  const suffix = words.length > names.length ? (words.at(-1) ?? "") : "";
  return { given: names.slice(0, -1), surname: names.at(-1) ?? "", suffix };
}

/** One may leave out what the other gives; where both give some, they do not contradict each other. */
function middleNamesAgree(a: readonly string[], b: readonly string[]): boolean {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  return fewer.every((name) => more.some((other) => firstNamesAgree(name, other)));
}
