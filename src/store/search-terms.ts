import { bridgeNoise } from "../model/text-noise.ts";
import type { WordReading } from "./read-words.ts";
import { isHyphenAt } from "./text-words.ts";
import { readWholeWords } from "./whole-words.ts";

/** Shorter parts of a word ("f" of "F-16", "o" of "O'Dowd") stand for nothing. */
const LEAST_PART = 3;
/** "e-mail" is "email", too: where a first part is so short, people leave out the hyphen. */
const SHORT_FIRST = 2;

/**
 * A term that no query has: that of texts in which words stand that are no runs of plain letters, digits aside. An index that knows
 * nothing but such runs does not find all that stands in them.
 */
export const HAS_SPECIAL_WORDS = "\u0000special";

/** Noise, the apostrophe that is a letter, letters that are no accented ones of the alphabet, initials, sums and shares, and short first parts of words. */
const SPECIAL_IN_LETTERS =
  /[\u00AD\u02BC\u200B-\u200F\u2060-\u2064\uFEFF\uFB00-\uFB06$€£¥%&đðþłøæœßıəħŧŋ]|-\r?\n|\p{L}\.\p{L}|(?<!\p{L})\p{L}{1,2}[-\u2010\u2011]\p{L}/iu;

/** What a text is found by: its words, and what they may be taken for. With repeats. */
export function searchTerms(text: string): readonly string[] {
  const bridged = bridgeNoise(text).text;
  const terms: string[] = [];
  let short = "";
  readWholeWords(bridged, (reading, _, end) => {
    terms.push(reading.form, ...partsOf(reading));
    if (short !== "") terms.push(short + reading.form);
    short = isShortFirst(reading.form, bridged, end) ? reading.form : "";
  });
  if (SPECIAL_IN_LETTERS.test(text)) terms.push(HAS_SPECIAL_WORDS);
  return terms;
}

const isShortFirst = (form: string, text: string, end: number): boolean =>
  form.length <= SHORT_FIRST && LETTERS.test(form) && isHyphenAt(text, end);

const LETTERS = /^\p{L}+$/u;

const partsOf = ({ otherwise, isInitialism }: WordReading): readonly string[] =>
  otherwise.length === 0 || isInitialism ? otherwise : otherwise.filter(isLongPart);

const isLongPart = ({ length }: string): boolean => length >= LEAST_PART;

/** The terms that a query looks for. */
export const queryTerms = (query: string): readonly string[] => queryWordTerms(query).flat();

/**
 * The same for each word of the query: those of one word are ways to write it, as "e-mail" is "email" and "mail". Of an initialism in
 * capitals or with stops not the word that it would be without them.
 */
export function queryWordTerms(query: string): readonly (readonly string[])[] {
  const bridged = bridgeNoise(query).text;
  const words: (readonly string[])[] = [];
  let short = "";
  readWholeWords(bridged, (reading, _, end) => {
    const isFirst = isShortFirst(reading.form, bridged, end);
    if (reading.isInitialism) words.push(withStops(reading));
    else if (short !== "")
      words.push([short + reading.form, ...[reading.form, ...partsOf(reading)].filter(isLongPart)]);
    else if (!isFirst) words.push([reading.form, ...partsOf(reading)]);
    short = isFirst && !reading.isInitialism ? reading.form : "";
  });
  return words;
}

const withStops = ({ form, otherwise }: WordReading): readonly string[] =>
  [form, ...otherwise].filter((term) => term.includes("."));
