import { queryWordTerms } from "../../store/search-terms.ts";

/** The words of a question's matter, each with the ways in which it may be written: "e-mail" is "email" and "mail". */
export type AskedWords = readonly (readonly string[])[];

/** @param words Those of the question that carry its matter, whoever should speak left out. */
export function askedWords(question: string, words: readonly string[]): AskedWords {
  const wanted = new Set(words);
  const asked = queryWordTerms(question).map((ways) => ways.filter((word) => wanted.delete(word)));
  return asked.filter(({ length }) => length > 0);
}
