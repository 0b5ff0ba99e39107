import type { ArticleEntity } from "../../model/entity.ts";
import { isAddress, isRole } from "../lexicon/role-nouns.ts";

/** A title neither begins nor ends with one of these: what stands behind "chairman of" was somebody's name. */
const FUNCTION_WORDS = new Set("the a an and or of for from with by to in on at as his her their its our".split(" "));
/** Behind one of these a title says where or whose. */
const PREPOSITIONS = new Set("of for from with by to in on at".split(" "));
/** They say whose relative somebody is, which is no title. */
const KIN = new Set("brother sister son daughter wife husband mother father uncle aunt cousin widow".split(" "));
/** Shorter words of names, initials among them, are words of titles as well. */
const MIN_NAME_LETTERS = 3;

/** The same people with those titles alone that are worth reading: no end cut off, no name of somebody else in them. */
export function withTidyTitles(entities: readonly ArticleEntity[]): readonly ArticleEntity[] {
  const people = entities.filter(({ kind }) => kind === "PERSON");
  const bearers = countBearers(people);
  return entities.map((entity) => {
    if (entity.titles.length === 0) return entity;
    const own = new Set(nameWordsOf(entity));
    const isForeign = (word: string) => (bearers.get(word) ?? 0) > (own.has(word) ? 1 : 0);
    const titles = entity.titles.flatMap((title) => tidyTitle(title, isForeign) ?? []);
    return { ...entity, titles: [...new Set(titles)] };
  });
}

/** How many people have a word in one of their names. */
function countBearers(people: readonly ArticleEntity[]): ReadonlyMap<string, number> {
  const bearers = new Map<string, number>();
  for (const person of people) {
    for (const word of new Set(nameWordsOf(person))) bearers.set(word, (bearers.get(word) ?? 0) + 1);
  }
  return bearers;
}

const nameWordsOf = ({ name, aliases }: ArticleEntity): readonly string[] =>
  [name, ...aliases].flatMap((one) => one.split(/\s+/)).filter((word) => word.length >= MIN_NAME_LETTERS);

/**
 * A title without what does not belong to it; null where nothing is left that says an office or a trade.
 * @param isForeign Whether a word is of the name of somebody else.
 */
export function tidyTitle(title: string, isForeign: (word: string) => boolean): string | null {
  const words = withoutNames(title.split(/\s+/).map(withoutOuterMarks), isForeign);
  const from = words.findIndex((word) => /^\p{L}/u.test(word) && !isFunctionWord(word) && !isCourtesy(word));
  const to = words.findLastIndex((word) => word !== "" && !isCourtesy(word));
  const kept = from < 0 ? [] : words.slice(from, to + 1);
  if (kept.length === 0 || isFunctionWord(kept.at(-1) ?? "") || !namesOffice(kept)) return null;
  return kept.filter((word) => word !== "").join(" ");
}

/**
 * "Marsh campaign chairman" is a campaign chairman, "adviser to Lena Marsh" an adviser; of "Governor Marsh and Republican
 * nominee" the first office is somebody else's.
 */
function withoutNames(words: readonly string[], isForeign: (word: string) => boolean): readonly string[] {
  const isName = (word: string) => isForeign(word.replace(/['’]s?$/, ""));
  const last = words.findLastIndex(isName);
  if (last < 0) return words;
  if (/^(?:and|or)$/i.test(words[last + 1] ?? "")) return withoutNames(words.slice(last + 2), isForeign);
  const first = words.findIndex(isName);
  const before = words.slice(0, first);
  const preposition = before.findLastIndex((word) => PREPOSITIONS.has(word.toLowerCase()));
  if (preposition >= 0) return before.slice(0, preposition);
  return [...before, ...words.slice(first).filter((word) => !isName(word))];
}

/** Marks and dashes around a word, but no stop that ends an abbreviation. */
const withoutOuterMarks = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, "");

const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word.toLowerCase());

/** "Mr.", which is no office; "Dr." and "chairman" are forms of address that say something. */
const isCourtesy = (word: string): boolean => /^(?:mr|mrs|ms|miss|mister)\.?$/i.test(word);

/** Whether the words before any preposition say an office or a trade, and not whose relative somebody is. */
function namesOffice(words: readonly string[]): boolean {
  const link = words.findIndex((word) => PREPOSITIONS.has(word.toLowerCase()));
  const office = (link < 0 ? words : words.slice(0, link)).flatMap((word) => word.toLowerCase().split("-"));
  const head = office.findLast((word) => isRole(word) || isAddress(word));
  return head !== undefined && !KIN.has(head);
}
