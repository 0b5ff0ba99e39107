/** A stretch of a text: `text.slice(start, end)`. UTF-16 code units, `0 <= start <= end <= text.length`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const spanText = (text: string, { start, end }: Span): string => text.slice(start, end);

/**
 * The stretches of a text that a pattern matches, in text order.
 * @param pattern A global one.
 * @param within Looked at alone: the pattern sees nothing around it.
 */
export const matchSpans = (
  text: string,
  pattern: RegExp,
  within: Span = { start: 0, end: text.length },
): readonly Span[] =>
  [...spanText(text, within).matchAll(pattern)].map(({ index, 0: match }) => ({
    start: within.start + index,
    end: within.start + index + match.length,
  }));

/** A stretch without the white space at its ends; empty at its start where it is nothing else. */
export function trimmedSpan(text: string, { start, end }: Span): Span {
  const words = text.slice(start, Math.max(start, end));
  const lead = words.length - words.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, words.trimEnd().length) };
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Which of the items, in order of their starts, is the first to start at an offset or behind it. Found by halving. */
export function firstFrom<T>(items: ArrayLike<T>, offset: number, startOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(items[middle] as T) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What of some spans lies within any of others: both in text order. */
export const spansWithin = (spans: readonly Span[], outer: readonly Span[]): readonly Span[] =>
  spans.flatMap((span) =>
    outer
      .filter((other) => overlaps(span, other))
      .map((other) => ({ start: Math.max(span.start, other.start), end: Math.min(span.end, other.end) })),
  );

/** Of all of them together, in UTF-16 code units. */
export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** In text order, those that overlap put together. */
export function mergedSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
