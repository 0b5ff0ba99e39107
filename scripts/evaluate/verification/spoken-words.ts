import type { Span } from "../../../src/model/span.ts";

/** What somebody said in an article, and how the article names them. */
export interface SpokenWords {
  readonly articleId: string;
  /** Without the outer marks; the parts of a split quote joined by a space. */
  readonly words: string;
  readonly speaker: string;
}

/** The words at these places as one speech: no marks at their edges, all white space one space. */
export function speech(text: string, spans: readonly Span[]): string {
  const parts = spans.map(({ start, end }) =>
    text
      .slice(start, end)
      .trim()
      .replace(/^["“”'‘«]+|["“”'’»]+$/g, ""),
  );
  return parts.join(" ").replace(/\s+/g, " ").trim();
}

/** A stop and a capital behind it, but for the stops of titles and initials. */
const SENTENCE_END = /(?<=(?<!\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Hon|No|\p{Lu}))[.!?]["”’']?)\s+(?=["“‘]?\p{Lu})/u;

export const sentencesOf = (words: string): readonly string[] => words.split(SENTENCE_END);

export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
