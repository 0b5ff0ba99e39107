import type { Span } from "../../model/span.ts";

/** A run of letters, digits and their marks, or one other sign. `training/tagger/words.py` splits in the same way. */
const WORD = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;

export interface Word extends Span {
  readonly text: string;
}

/** The words of one block, as offsets into the whole text. */
export function splitWords(text: string, { start, end }: Span): Word[] {
  return Array.from(text.slice(start, end).matchAll(WORD), ({ 0: word, index }) => ({
    text: word,
    start: start + index,
    end: start + index + word.length,
  }));
}

export type LetterCase = 0 | 1 | 2;

/** 0 for words in small letters and signs, 1 for a capital first, 2 for two capitals or more and nothing else. */
export function letterCase(word: string): LetterCase {
  if (word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()) return 2;
  return /^\p{Lu}/u.test(word) ? 1 : 0;
}
