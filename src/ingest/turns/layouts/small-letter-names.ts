import type { Span } from "../../../model/span.ts";
import { type Opening, openingAt } from "../opening.ts";
import type { LineInPlace, TurnLayout } from "../turn-layout.ts";

/** A name of two to four words, or what is heard ("archived recording"), wholly in small letters. */
const SMALL = /^\p{Ll}[\p{Ll}.'’-]*(?: \p{Ll}[\p{Ll}.'’-]*){1,3}$/u;

/** Whoever speaks is named so far from the top, in UTF-16 units: each line looks through it. */
const HEAD = 4_000;

/**
 * `ana rehn` on a line of its own, with the words below, where the top of the text has "Ana Rehn": transcripts of broadcasts that set
 * their labels in small letters. Another such line is somebody who is heard and not named.
 */
export const SMALL_LETTER_NAMES: TurnLayout = {
  isOpenEnded: false,
  isSpoken: ({ count, isRepeated, speakingShare }) => count >= 3 && isRepeated && speakingShare >= 0.3,
  open({ text, line, next, opensBlock, before }: LineInPlace): Opening | null {
    if (next === null || !opensBlock || !SMALL.test(line.text)) return null;
    const speaker = nameInHead(text, line.text);
    return speaker === null && before === null ? null : openingAt(line.end, { speaker, isMarked: true });
  },
};

function nameInHead(text: string, small: string): Span | null {
  const pattern = new RegExp(`(?<!\\p{L})${small.replaceAll(".", "\\.")}(?!\\p{L})`, "giu");
  const named = [...text.slice(0, HEAD).matchAll(pattern)].find(([found]) => /\p{Lu}/u.test(found));
  return named === undefined ? null : { start: named.index, end: named.index + named[0].length };
}
