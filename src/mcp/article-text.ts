import { QUOTED_LINES, quotedLines } from "./quoted-material.ts";
import type { Reading } from "./read-paragraphs.ts";

/** What of one article is read at once, in UTF-16 code units: about 6,000 tokens, which holds all but long transcripts. */
export const MAX_ARTICLE_LENGTH = 24_000;

/** The article's words as quoted lines, with a sentence above that says whose they are and how many paragraphs these are. */
export function articleText({ paragraphs, paragraphCount, isWhole }: Reading): string {
  const words = paragraphs.map(({ text, cut }) => text + (cut ? " […]" : "")).join("\n\n");
  const from = paragraphs[0]?.number ?? 0;
  const to = paragraphs.at(-1)?.number ?? 0;
  const part = isWhole ? "" : `Paragraphs ${from} to ${to} of ${paragraphCount}; the article's url has the rest. `;
  return `${part}${QUOTED_LINES}\n\n${quotedLines(words)}`;
}
