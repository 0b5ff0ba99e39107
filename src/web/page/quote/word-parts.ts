import type { Stretch } from "./text-segments.ts";

/** A part of a quote's text that stands in the article without a gap. */
export interface WordPart extends Stretch {
  /** What the article has behind it: a new paragraph of the quote, its own words ("she said"), or the quote's end. */
  readonly followedBy: "PARAGRAPH" | "INTERRUPTION" | "END";
}

/**
 * Where the parts of a quote stand in its text, which joins them. A text that holds them otherwise is one part.
 * @param exacts The words of each part, in order.
 */
export function wordParts(text: string, exacts: readonly string[]): readonly WordPart[] {
  const stretches = findInOrder(text, exacts) ?? [{ start: 0, end: text.length }];
  return stretches.map(({ start, end }, i) => {
    const next = stretches[i + 1];
    if (next === undefined) return { start, end, followedBy: "END" };
    return { start, end, followedBy: text.slice(end, next.start).includes("\n") ? "PARAGRAPH" : "INTERRUPTION" };
  });
}

const SEAMS = { PARAGRAPH: " ", INTERRUPTION: " … ", END: "" } as const;

/** The text on one line, an ellipsis wherever the article speaks in between. */
export const textWithSeams = (text: string, parts: readonly { readonly exact: string }[]): string =>
  wordParts(
    text,
    parts.map(({ exact }) => exact),
  )
    .map(({ start, end, followedBy }) => text.slice(start, end) + SEAMS[followedBy])
    .join("");

function findInOrder(text: string, exacts: readonly string[]): readonly Stretch[] | null {
  const stretches: Stretch[] = [];
  for (const exact of exacts) {
    const start = text.indexOf(exact, stretches.at(-1)?.end ?? 0);
    if (start === -1) return null;
    stretches.push({ start, end: start + exact.length });
  }
  return stretches.length === 0 ? null : stretches;
}
