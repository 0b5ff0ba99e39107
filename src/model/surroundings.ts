import type { Article } from "./article.ts";
import { sentencesIn } from "./sentences.ts";
import type { Span } from "./span.ts";

/** What stands before and behind some words, as the article has it. */
export interface Surroundings {
  readonly before: Span;
  readonly after: Span;
}

/** Sentences to either side, the rest of the words' own sentence counted as one. */
const SENTENCES = 2;

/**
 * Two sentences before the spans and two behind them, the rest of the sentence that they stand in counted as one; over
 * the edge of the paragraph into the next one at most. Empty spans at the edges of the article.
 * @param spans At least one, in text order.
 */
export function surroundingSentences(article: Article, spans: readonly Span[]): Surroundings {
  const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
  return {
    before: { start: startOfSentences(article, start), end: start },
    after: { start: end, end: endOfSentences(article, end) },
  };
}

function startOfSentences({ text, paragraphs }: Article, offset: number): number {
  const own = paragraphs.findLastIndex((paragraph) => paragraph.start <= offset);
  const from = paragraphs[Math.max(0, own - 1)]?.start ?? offset;
  const before = sentencesOf(text, { start: from, end: offset });
  return before.slice(-SENTENCES)[0]?.start ?? offset;
}

function endOfSentences({ text, paragraphs }: Article, offset: number): number {
  const own = paragraphs.findIndex((paragraph) => paragraph.end >= offset);
  const last = paragraphs[own + 1] ?? paragraphs[own];
  const behind = sentencesOf(text, { start: offset, end: own < 0 ? offset : (last?.end ?? offset) });
  return behind.slice(0, SENTENCES).at(-1)?.end ?? offset;
}

/** Those that hold more than white space, without the white space behind them. */
const sentencesOf = (text: string, { start, end }: Span): readonly Span[] =>
  sentencesIn(text, { start, end: Math.max(start, end) }).filter((sentence) => sentence.start < sentence.end);
