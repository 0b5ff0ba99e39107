import { type Span, spanText } from "../../../src/model/span.ts";

/** The words of some spans, each by the offset of its first letter, in text order where the spans are. */
export type WordSet = ReadonlySet<number>;

const WORD = /[\p{L}\p{N}]+/gu;

/** Punctuation does not count: whether a mark or a comma is inside is no difference. */
export const wordSet = (text: string, spans: readonly Span[]): WordSet =>
  new Set(spans.flatMap((span) => [...spanText(text, span).matchAll(WORD)].map(({ index }) => span.start + index)));

/** Intersection over union (Jaccard), 0..1; 0 for two empty sets. */
export function wordOverlap(a: WordSet, b: WordSet): number {
  const shared = countShared(a, b);
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** Whether they have a word in common, or are both without words. */
export const sameOrBothEmpty = (a: WordSet, b: WordSet): boolean =>
  (a.size === 0 && b.size === 0) || countShared(a, b) > 0;

function countShared(a: WordSet, b: WordSet): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared;
}
