import type { Span } from "../../model/span.ts";
import { bridgeNoise, WORD_CUT } from "../../model/text-noise.ts";

/** A run of letters, digits and their marks, or one other sign. `training/tagger/words.py` splits in the same way. */
const WORD = new RegExp(String.raw`[\p{L}\p{N}\p{M}${WORD_CUT}]+|[^\s\p{L}\p{N}\p{M}]`, "gu");

export interface Word extends Span {
  readonly text: string;
}

/** The words of one block as a reader sees them, without noise, as offsets into the whole text. */
export function splitWords(text: string, { start, end }: Span): Word[] {
  const bridged = bridgeNoise(text.slice(start, end));
  return Array.from(bridged.text.matchAll(WORD), ({ 0: word, index }) => ({
    text: word.replaceAll(WORD_CUT, ""),
    start: start + bridged.sourceOf(index),
    end: start + bridged.sourceOf(index + word.length - 1) + 1,
  }));
}

export type LetterCase = 0 | 1 | 2;

/** 0 for words in small letters and signs, 1 for a capital first, 2 for two capitals or more and nothing else. */
export function letterCase(word: string): LetterCase {
  if (word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()) return 2;
  return /^\p{Lu}/u.test(word) ? 1 : 0;
}
