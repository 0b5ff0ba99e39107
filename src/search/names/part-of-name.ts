import { nameKey } from "../../extract/entities/name-key.ts";
import { PARTICLES } from "../../extract/entities/name-parts.ts";
import { wordsKey } from "../../extract/entities/person-name.ts";
import { isFirstName } from "../../extract/lexicon/gazetteer.ts";
import { isTitleWord } from "./spoken-name.ts";

/**
 * Whether somebody of a name of three words or more may go by a part of it. Ana Lucía Herrera Campos is "Ana Herrera" and
 * "Ana Lucía Herrera" (the first given name, and what ends in one of her surnames), "Herrera Campos" and "Herrera".
 * @param part Folded, as is the name; both without a generational suffix.
 */
export function isPartOfName(part: readonly string[], name: readonly string[]): boolean {
  const [ours, theirs] = [part.flatMap(halves), name.flatMap(halves)];
  const [first = "", ...more] = ours;
  if (theirs.length < 3 || ours.length > theirs.length || !mayEndName(ours.at(-1) ?? "")) return false;
  if (more.length === 0) return isSurnameOf(first, theirs);
  if (nameKey(first) === nameKey(theirs[0] ?? "")) return isInOrder(more, theirs.slice(1));
  return !isFirstName(first) && wordsKey(theirs.slice(-ours.length)) === wordsKey(ours);
}

/** Those of a surname with a hyphen. */
const halves = (word: string): readonly string[] => word.split("-").filter((half) => half !== "");

const mayEndName = (word: string): boolean => word.length > 1 && !PARTICLES.has(word);

/** A second given name alone names nobody, nor does a word that is mostly a title. */
const isSurnameOf = (word: string, [, ...later]: readonly string[]): boolean =>
  !isFirstName(word) && !isTitleWord(word) && later.some((one) => nameKey(one) === nameKey(word));

function isInOrder(some: readonly string[], all: readonly string[]): boolean {
  let next = 0;
  for (const word of all) if (next < some.length && nameKey(word) === nameKey(some[next] ?? "")) next++;
  return next === some.length;
}
