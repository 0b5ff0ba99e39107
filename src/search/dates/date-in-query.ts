import type { ChunkFilter } from "../../store/chunk-filter.ts";
import { wordForms } from "../../store/text-words.ts";
import type { ParsedQuery } from "../parse-query.ts";
import { type ReadDate, readDate } from "./read-dates.ts";

/**
 * When a query says that something was said; no time is read within a phrase.
 * @param now Milliseconds since 1970.
 */
export function dateInQuery({ text, phrases }: ParsedQuery, now: number): ReadDate | null {
  const date = readDate(text, now);
  if (date === null) return null;
  const time = wordForms(date.words).join(" ");
  return phrases.some((phrase) => phrase.join(" ").includes(time)) ? null : date;
}

/** The articles of that time; undated ones are of none. */
export const publishedWithin = ({ from, to }: ReadDate): ChunkFilter => ({
  ...(from !== null && { publishedFrom: from }),
  ...(to !== null && { publishedTo: to }),
});
