import type { Span } from "../model/span.ts";
import { bridgeNoise } from "../model/text-noise.ts";
import { readWords, type TellWord, type WordReading } from "./read-words.ts";

/** A word of a text as searches compare it. */
export interface TextWord extends Span, WordReading {
  /** Whether a hyphen joins it to the next. */
  readonly isHyphened: boolean;
}

/** The words of a text in order, as offsets into it. Noise is bridged: soft hyphens, ligatures, words that a line's end cuts. */
export const textWords = (text: string): readonly TextWord[] => placedWords(text, readWords);

/** The words that a reader of texts without noise tells of, as offsets into the text. */
export function placedWords(text: string, read: (text: string, tell: TellWord) => void): readonly TextWord[] {
  const { text: bridged, sourceOf } = bridgeNoise(text);
  const words: TextWord[] = [];
  read(bridged, ({ form, otherwise, isInitialism }, start, end) => {
    const isHyphened = isHyphenAt(bridged, end);
    words.push({ start: sourceOf(start), end: sourceOf(end - 1) + 1, form, otherwise, isInitialism, isHyphened });
  });
  return words;
}

const HYPHENS = new Set("-\u2010\u2011");
const GOES_ON = /^[\p{L}\p{N}]/u;

/** Whether a hyphen stands there, and the word goes on behind it. */
export const isHyphenAt = (text: string, at: number): boolean =>
  HYPHENS.has(text[at] ?? "") && GOES_ON.test(text.slice(at + 1, at + 3));

/** The words of a text as they stand, one form each. */
export function wordForms(text: string): readonly string[] {
  const forms: string[] = [];
  readWords(bridgeNoise(text).text, ({ form }) => forms.push(form));
  return forms;
}
