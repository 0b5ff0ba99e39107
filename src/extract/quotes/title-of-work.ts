import { type Span, spanText } from "../../model/span.ts";

/** Words from this length on have a capital in a title, whatever they are. */
const LONG_WORD = /\p{L}{4,}/gu;
/** Fewer long words with capitals may be names. */
const MIN_LONG_WORDS = 3;
const CAPITAL = /^\p{Lu}/u;
/** Right before the marks: what has a title. */
const NAMED_WORK =
  /\b(?:titled|entitled|headlined|song|single|album|hymn|film|movie|documentary|play|musical|opera|book|novel|poem|painting|essay|headline|episode)[,:]? ?$/i;
/** How far before the marks that word ends, with the word, in UTF-16 units. */
const REACH = 16;

/** Whether words in marks are the title of a song, film, book or article, which nobody says. */
export function isTitleOfWork(text: string, { outer, ...words }: Span & { readonly outer: Span }): boolean {
  if (NAMED_WORK.test(text.slice(Math.max(0, outer.start - REACH), outer.start))) return true;
  const long = spanText(text, words).match(LONG_WORD) ?? [];
  return long.length >= MIN_LONG_WORDS && long.every((word) => CAPITAL.test(word));
}
