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

const MARK_BEFORE = /(?:^|\s|[—–(])["“]\s*$/;
const MARK_BEHIND = /^[.,!?…]*["”]/;

/**
 * Whether every part stands between quotation marks and has none within, so that nothing but the speaker's own words is in
 * it: some annotators take headlines and accounts for direct speech.
 */
export function isInMarks(text: string, spans: readonly Span[]): boolean {
  return spans.every(({ start, end }) => {
    const part = text.slice(start, end).trim();
    const opens = /^["“]/.test(part) || MARK_BEFORE.test(text.slice(Math.max(0, start - 3), start));
    const closes = /["”]$/.test(part) || MARK_BEHIND.test(text.slice(end, end + 4));
    return opens && closes && !/["“”]/.test(part.slice(1, -1));
  });
}

/** A stop and a capital behind it, but for the stops of titles and initials. */
const SENTENCE_END =
  /(?<=(?<!\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Hon|No|Mt|\p{Lu}))[.!?]["”’']?)\s+(?=["“‘]?\p{Lu})/u;

export const sentencesOf = (words: string): readonly string[] => words.split(SENTENCE_END);

export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
