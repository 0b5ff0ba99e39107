import type { ChunkFilter, QuoteStore } from "../../store/quote-store.ts";
import { wordForms } from "../../store/text-words.ts";
import { findSpelledByNames } from "../names/find-by-names.ts";
import type { ParsedQuery } from "../parse-query.ts";
import { type ReadDate, readDate } from "./read-dates.ts";

/**
 * When a query says that something was said, beside what the index tells: no time is read within a phrase, and no month that
 * somebody in the index is called.
 * @param now Milliseconds since 1970.
 */
export async function dateInQuery(
  store: QuoteStore,
  { text, phrases }: ParsedQuery,
  now: number,
): Promise<ReadDate | null> {
  const date = readDate(text, now);
  if (date === null || isWithin(phrases, date)) return null;
  if (date.loneMonth === null) return date;
  const [found] = await findSpelledByNames(store, [date.loneMonth]);
  return found?.matches.some(({ entity }) => entity.kind === "PERSON") ? null : date;
}

function isWithin(phrases: readonly (readonly string[])[], { words }: ReadDate): boolean {
  const time = wordForms(words).join(" ");
  return phrases.some((phrase) => phrase.join(" ").includes(time));
}

/** The articles of that time; undated ones are of none. */
export const publishedWithin = ({ from, to }: ReadDate): ChunkFilter => ({
  ...(from !== null && { publishedFrom: from }),
  ...(to !== null && { publishedTo: to }),
});
