import type { Article } from "../../model/article.ts";
import { type Span, spanText } from "../../model/span.ts";

/** Paragraphs either side: two lifted BM25 from .312 to .459 on hearings (docs/design.md). */
const NEIGHBOURS = 2;

/** Characters either side: five paragraphs of news, and the end of what a paragraph of megabytes may cost. */
const MAX_CHARACTERS = 2_000;

/** What stands around a chunk, in order: the title, up to two paragraphs either side, and what is between its spans. */
export function surroundingWords(article: Article, paragraph: number, own: readonly Span[]): string {
  const { text, title, paragraphs } = article;
  const first = own[0]?.start ?? 0;
  const last = own.at(-1)?.end ?? 0;
  const opening = paragraphs[Math.max(0, paragraph - NEIGHBOURS)]?.start ?? first;
  const closing = paragraphs[Math.min(paragraphs.length - 1, paragraph + NEIGHBOURS)]?.end ?? last;
  const around = [
    { start: Math.max(opening, first - MAX_CHARACTERS), end: first },
    ...gaps(own),
    { start: last, end: Math.min(closing, last + MAX_CHARACTERS) },
  ];
  const parts = around.filter(({ start, end }) => start < end).map((span) => spanText(text, span).trim());
  return [title ?? "", ...parts].filter((part) => part !== "").join("\n\n");
}

const gaps = (spans: readonly Span[]): readonly Span[] =>
  spans.slice(1).map(({ start }, i) => ({ start: spans[i]?.end ?? start, end: start }));
