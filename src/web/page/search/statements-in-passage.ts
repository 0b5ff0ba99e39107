import type { Stretch } from "../quote/text-segments.ts";

/** A passage: its text, which joins what stands at some spans of the article. */
interface PlacedPassage {
  /** Where each part stands in the text. */
  readonly parts: readonly Stretch[];
  /** Where each part stands in the article. */
  readonly spans: readonly Stretch[];
}

/** Where in a passage's text the words of statements stand, of which the article has the spans. */
export function statementsInPassage({ parts, spans }: PlacedPassage, said: readonly Stretch[]): readonly Stretch[] {
  return said.flatMap((words) =>
    spans.flatMap((span, i) => {
      const part = parts[i];
      const [start, end] = [Math.max(words.start, span.start), Math.min(words.end, span.end)];
      if (part === undefined || start >= end) return [];
      const shift = part.start - span.start;
      return [{ start: start + shift, end: end + shift }];
    }),
  );
}
