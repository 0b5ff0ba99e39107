import type { Span } from "./span.ts";

/**
 * A place in a text that other tools can find again: a W3C TextQuoteSelector (exact, prefix, suffix) and a
 * TextPositionSelector (start, end) in one. https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export interface TextSelector {
  /** The words to the letter. */
  readonly exact: string;
  /** Up to 32 UTF-16 code units before the words, and as many after; fewer at the text's edges. */
  readonly prefix: string;
  readonly suffix: string;
  /** In code points, as the W3C counts, where our spans are UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** Long enough to tell repetitions of a phrase apart, in UTF-16 code units; the length that Hypothesis uses. */
const CONTEXT_LENGTH = 32;

/** One selector a span, in order. */
export function textSelectors(text: string, spans: readonly Span[]): readonly TextSelector[] {
  return spans.map(({ start, end }) => {
    const pointsBefore = countCodePoints(text, 0, start);
    return {
      exact: text.slice(start, end),
      prefix: text.slice(outsidePair(text, Math.max(0, start - CONTEXT_LENGTH), +1), start),
      suffix: text.slice(end, outsidePair(text, Math.min(text.length, end + CONTEXT_LENGTH), -1)),
      start: pointsBefore,
      end: pointsBefore + countCodePoints(text, start, end),
    };
  });
}

/** The offset itself, or the next one in the direction when it would cut a surrogate pair in two. */
const outsidePair = (text: string, offset: number, direction: 1 | -1): number =>
  splitsPair(text, offset) ? offset + direction : offset;

function splitsPair(text: string, offset: number): boolean {
  const after = text.charCodeAt(offset);
  if (!(after >= 0xdc00 && after <= 0xdfff)) return false;
  const before = text.charCodeAt(offset - 1);
  return before >= 0xd800 && before <= 0xdbff;
}

/** Code points that begin in `start..end`: every code unit but the second of each pair. */
function countCodePoints(text: string, start: number, end: number): number {
  const seconds = [...text.slice(start, end).matchAll(/[\udc00-\udfff]/g)];
  return end - start - seconds.filter(({ index }) => splitsPair(text, start + index)).length;
}
