import { foldName } from "../../model/fold-name.ts";
import { isPatronymic, nameKey } from "./name-key.ts";
import { isChildOf, isGeneration, PARTICLES } from "./name-parts.ts";

/** The parts of a person's name by which names of one person are joined. */
export interface PersonName {
  /** As it is printed. */
  readonly text: string;
  /** Words that may be given names or surnames, in order: no letters behind the name, no father's name. */
  readonly words: readonly string[];
  /** "jr", "sr", "iii": what tells two people of one name apart; null where the name has none. */
  readonly generation: string | null;
}

/** Degrees, orders and seats behind a name. */
const POSTNOMINAL = /^(?:esq|phd|md|m\.?p|m\.?l\.?a|obe|cbe|mbe|kc|qc)\.?$/i;
/** A surname in capitals beside a given name in small letters, as in lists and in French: "Ana REHN". */
const IN_CAPITALS = /^\p{Lu}[\p{Lu}'’-]{2,}$/u;

export function personName(words: readonly string[]): PersonName {
  const own = words.filter((word, at) => at === 0 || !POSTNOMINAL.test(word));
  const generation = own.length > 1 ? own.find((word, at) => at > 0 && isGeneration(word)) : undefined;
  const bare = surnameLast(own.filter((word) => word !== generation));
  return {
    text: [...bare, ...(generation === undefined ? [] : [generation])].join(" "),
    words: withoutFathersName(bare),
    generation: generation === undefined ? null : foldName(generation),
  };
}

/** "REHN Ana" and "Ana REHN" are Ana Rehn. */
function surnameLast(words: readonly string[]): readonly string[] {
  const shouted = words.filter((word) => IN_CAPITALS.test(word));
  const [surname] = shouted;
  const at = words.indexOf(surname ?? "");
  if (surname === undefined || shouted.length > 1 || (at > 0 && at < words.length - 1)) return words;
  if (words.length < 2 || (at === 0 && surname.length < 4)) return words;
  const others = words.filter((word) => word !== surname);
  // "SPEAKER pro tempore" is an office.
  if (at === 0 && !/^\p{Lu}/u.test(others[0] ?? "")) return [withSmallLetters(surname), ...others];
  return [...others, withSmallLetters(surname)];
}

/** `REHN` is Rehn, `O'DOWD` O'Dowd. */
export const withSmallLetters = (word: string): string =>
  word.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());

/** Without "Rashid oglu" and, between given name and surname, a patronymic. */
function withoutFathersName(words: readonly string[]): readonly string[] {
  const child = words.findIndex((word) => isChildOf(word.toLowerCase()));
  if (child > 1) return [...words.slice(0, child - 1), ...words.slice(child + 1)];
  return words.filter((word, at) => at === 0 || at === words.length - 1 || !isPatronymic(word));
}

export const wordsKey = (words: readonly string[]): string => words.map(nameKey).join(" ");

/** Longest name whose inner parts are looked up, in words. */
const MAX_PARTED = 6;

/**
 * The runs of two words or more within a full name, as keys: by "Carvalho dos Santos" João Carvalho dos Santos may be
 * meant, by "Van den Broek" Pieter van den Broek, by "Abdul Rahman" Abdul Rahman Siddiq.
 */
export function partKeys(words: readonly string[]): readonly string[] {
  if (words.length > MAX_PARTED) return [];
  return words.flatMap((_, from) =>
    words.flatMap((_, last) => {
      const length = last + 1 - from;
      return length > 1 && length < words.length ? [wordsKey(words.slice(from, last + 1))] : [];
    }),
  );
}

/**
 * Single words within a full name by which somebody may be called besides first name and surname: the first of two
 * surnames (Ana Herrera Campos is "Herrera"), a second given name, half of a surname with a hyphen.
 */
export function innerKeys(words: readonly string[]): readonly string[] {
  const inner = words.slice(1, -1).filter((word) => !PARTICLES.has(word.toLowerCase()) && !/^\p{L}\.?$/u.test(word));
  const halves = (words.at(-1) ?? "").split(/[-‑]/).filter((half) => half.length > 2);
  return [...inner, ...(halves.length > 1 ? halves : [])].map(nameKey);
}
