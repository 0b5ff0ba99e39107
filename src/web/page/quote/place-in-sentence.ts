import type { Highlight } from "./highlight.ts";
import type { Stretch } from "./text-segments.ts";

/** The words of a statement, and where they stand. */
interface PlacedWords {
  /** Where each part stands in the joined text. */
  readonly parts: readonly Stretch[];
  /** Where each part stands in the article. */
  readonly spans: readonly Stretch[];
  /** Stretches of the joined text to set off. */
  readonly highlights: readonly Highlight[];
}

/** A statement in the sentence that it is told in. */
export interface InSentence {
  /** The statement and what of it is to be set off, in offsets of the sentence's text. */
  readonly highlights: readonly Highlight[];
  /** What of the joined text goes on behind the sentence. */
  readonly rest: readonly Stretch[];
}

/** @param sentence Where it stands in the article. */
export function placeInSentence(sentence: Stretch, { parts, spans, highlights }: PlacedWords): InSentence {
  const placed = spans.map((span, i) => ({ span, part: parts[i] ?? { start: 0, end: 0 } }));
  const inside = placed.flatMap(({ span, part }): readonly Highlight[] => {
    const toSentence = (offset: number) => offset - part.start + span.start - sentence.start;
    const within = highlights
      .filter(({ start, end }) => start < part.end && part.start < end)
      .map(({ start, end, kind }) => ({
        start: toSentence(Math.max(start, part.start)),
        end: toSentence(Math.min(end, part.end)),
        kind,
      }));
    return [{ start: span.start - sentence.start, end: span.end - sentence.start, kind: "STATEMENT" }, ...within];
  });
  return { highlights: inside, rest: placed.flatMap(({ span, part }) => behind(sentence, span, part)) };
}

function behind(sentence: Stretch, span: Stretch, part: Stretch): readonly Stretch[] {
  if (span.end <= sentence.end) return [];
  return [{ start: part.start + Math.max(0, sentence.end - span.start), end: part.end }];
}
