import type { Highlight } from "../model/hit.ts";
import { stem } from "./query-words.ts";

/** Where a text shares a word with the query, by stem; offsets into the text, in order. */
export function highlight(text: string, words: readonly string[]): readonly Highlight[] {
  const wanted = new Set(words.map(stem));
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .filter(([word]) => wanted.has(stem(word)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
