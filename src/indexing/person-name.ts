import { fullFirstName, nameKey } from "../extract/entities/name-key.ts";
import { foldName } from "../model/fold-name.ts";

/** The parts of a person's name as keys: equal where the names are spellings of one. */
export interface PersonName {
  /** The first name, or an initial; null where the name gives neither. "Joe" and "Joseph" have one key. */
  readonly first: string | null;
  /** The surname, or the only name there is, with "jr" or "sr" behind it where that is given. */
  readonly last: string;
}

/** They say nothing of who it is. */
const HONORIFICS = new Set(
  "mr mrs ms miss dr sir dame lord lady prof professor hon rev gen sen rep gov phd md esq".split(" "),
);
/** They tell father and son apart: "John Smith" and "John Smith Jr" are two. */
const GENERATIONS = new Set("jr sr ii iii iv".split(" "));
/** They begin a surname and are no first name. "Al", "Ben" and "Van" are missing, being first names as well. */
const PARTICLES = new Set("de da di du del della von der den bin bint ibn el".split(" "));

/** The parts of a name; null for one without a word that could be a name. */
export function readPersonName(name: string): PersonName | null {
  const words = foldName(name)
    .split(" ")
    .filter((word) => word !== "" && !HONORIFICS.has(word));
  const generation = words.findLast((word) => GENERATIONS.has(word));
  const names = words.filter((word) => !GENERATIONS.has(word) && !PARTICLES.has(word));
  const last = nameKey(names.at(-1) ?? "");
  if (last === "") return null;
  return { first: firstKey(names.slice(0, -1)), last: generation === undefined ? last : `${last} ${generation}` };
}

/** Whether a first name is an initial only, which many people share. */
export const isInitial = (first: string): boolean => first.length === 1;

/** "M. Edgar Tarn" is known as Edgar; "M. J. Tarn" by both initials. */
function firstKey(given: readonly string[]): string | null {
  const written = given.find((word) => word.length > 1);
  if (written !== undefined) return fullFirstName(nameKey(written));
  return given.length === 0 ? null : given.join("");
}
