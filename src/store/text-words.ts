import type { Span } from "../model/span.ts";
import { bridgeNoise } from "../model/text-noise.ts";
import { readWords, type WordReading } from "./read-words.ts";

/** A word of a text as searches compare it. */
export interface TextWord extends Span, WordReading {
  /** Whether a hyphen joins it to the next. */
  readonly isHyphened: boolean;
}

/** The words of a text in order, as offsets into it. Noise is bridged: soft hyphens, ligatures, words that a line's end cuts. */
export function textWords(text: string): readonly TextWord[] {
  const { text: bridged, sourceOf } = bridgeNoise(text);
  const words: TextWord[] = [];
  readWords(bridged, ({ form, otherwise, isInitialism }, start, end) => {
    const isHyphened = isHyphenAt(bridged, end);
    words.push({ start: sourceOf(start), end: sourceOf(end - 1) + 1, form, otherwise, isInitialism, isHyphened });
  });
  return words;
}

const HYPHENS = new Set("-\u2010\u2011");
const GOES_ON = /^[\p{L}\p{N}]/u;

/** Whether a hyphen stands there, and the word goes on behind it. */
const isHyphenAt = (text: string, at: number): boolean =>
  HYPHENS.has(text[at] ?? "") && GOES_ON.test(text.slice(at + 1, at + 3));

/** The words of a text as they stand, one form each. */
export function wordForms(text: string): readonly string[] {
  const forms: string[] = [];
  readWords(bridgeNoise(text).text, ({ form }) => forms.push(form));
  return forms;
}

/** Shorter parts of a word ("f" of "F-16") stand for nothing. */
const LEAST_PART = 3;
/** "e-mail" is found by "email", too: where a first part is so short, people leave out the hyphen. */
const SHORT_FIRST = 2;

/**
 * A term that no query has: that of texts in which words stand that are no runs of plain letters, digits aside. An index that knows
 * nothing but such runs does not find all that stands in them.
 */
export const HAS_SPECIAL_WORDS = "\u0000special";

/** What a text is found by: its words, and what they may be taken for. With repeats. */
export function searchTerms(text: string): readonly string[] {
  const terms = termsIn(text);
  if (SPECIAL_IN_LETTERS.test(text)) terms.push(HAS_SPECIAL_WORDS);
  return terms;
}

/** Noise, letters that are no accented ones of the alphabet, initials, sums and shares, and short first parts of words. */
const SPECIAL_IN_LETTERS =
  /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF\uFB00-\uFB06$€£¥%&đðþłøæœßıəħŧŋ]|-\r?\n|\p{L}\.\p{L}|(?<!\p{L})\p{L}{1,2}[-\u2010\u2011]\p{L}/iu;

function termsIn(text: string): string[] {
  const bridged = bridgeNoise(text).text;
  const terms: string[] = [];
  let short = "";
  readWords(bridged, ({ form, otherwise, isInitialism }, _, end) => {
    terms.push(form);
    for (const part of otherwise) if (isInitialism || part.length >= LEAST_PART) terms.push(part);
    if (short !== "") terms.push(short + form);
    short = form.length <= SHORT_FIRST && isHyphenAt(bridged, end) ? form : "";
  });
  return terms;
}

/** The terms that a query looks for: of an initialism in capitals or with stops not the word that it would be without them. */
export function queryTerms(query: string): readonly string[] {
  return textWords(query).flatMap(({ form, otherwise, isInitialism, start, end }) =>
    isInitialism ? [form, ...otherwise].filter((term) => term.includes(".")) : termsIn(query.slice(start, end)),
  );
}
