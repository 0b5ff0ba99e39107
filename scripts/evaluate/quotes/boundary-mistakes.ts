import type { Mistake } from "../confusion.ts";
import { cutExcerpt } from "./excerpt.ts";
import type { QuotePair } from "./judge-quotes.ts";
import { type WordSet, wordSet } from "./word-set.ts";

/**
 * Which boundaries of a quote were cut elsewhere than annotated, each by the word behind the cut: where the quote should
 * have ended ("ends late, at: but"), where it should not have ("ends early, at: and"), and where it was made to begin.
 */
export function boundaryMistakes(text: string, pair: QuotePair): readonly Omit<Mistake, "kind">[] {
  const [gold, found] = [pair.gold, pair.found].map(({ content }) => outline(text, wordSet(text, content)));
  if (!gold || !found) return [];
  const mistake = (cut: string, annotatedAt: number, foundAt: number) => ({
    words: `${pair.gold.kind} ${cut}`,
    where: cutExcerpt(text, annotatedAt, foundAt),
  });
  const start = wordFrom(text, found.start);
  const cuts = [
    ...(found.start < gold.start ? [mistake(`starts early, at: ${start}`, gold.start, found.start)] : []),
    ...(found.start > gold.start ? [mistake(`starts late, at: ${start}`, gold.start, found.start)] : []),
    ...(found.end > gold.end ? [mistake(`ends late, at: ${wordBehind(text, gold.end)}`, gold.end, found.end)] : []),
    ...(found.end < gold.end ? [mistake(`ends early, at: ${wordBehind(text, found.end)}`, gold.end, found.end)] : []),
  ];
  return cuts.length > 0 ? cuts : [mistake("cut elsewhere within", gold.start, found.end)];
}

/** From the first word to the end of the last one; null without words. */
function outline(text: string, words: WordSet): { readonly start: number; readonly end: number } | null {
  const inOrder = [...words].sort((a, b) => a - b);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { start: first, end: last + (WORD.exec(text.slice(last))?.[0].length ?? 0) };
}

const WORD = /^[\p{L}\p{N}]+/u;
const WHOLE_WORD = /^[\p{L}\p{N}'’-]+/u;

const wordFrom = (text: string, offset: number): string => classOf(WHOLE_WORD.exec(text.slice(offset))?.[0] ?? "");

/** With the sign before it, which often decides: ", but". */
function wordBehind(text: string, offset: number): string {
  const signs = /^[^\p{L}\p{N}]*/u.exec(text.slice(offset))?.[0] ?? "";
  if (signs.includes("\n\n") || offset + signs.length === text.length) return "(paragraph's end)";
  return `${signs.trim().charAt(0)} ${wordFrom(text, offset + signs.length)}`.trim();
}

/** Names and numbers are told by their class: alone they are all different. */
function classOf(word: string): string {
  if (/^\p{Lu}/u.test(word)) return "(capital)";
  return /^\p{N}/u.test(word) ? "(number)" : word;
}
