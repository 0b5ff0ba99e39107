import type { Span } from "../../../src/model/span.ts";
import { type Score, scoreOf, share } from "../score.ts";
import type { AttributedQuote } from "./annotated-article.ts";
import type { JudgedArticle } from "./judge-quotes.ts";

export const PARTS = ["source", "cue", "content"] as const;
type Part = (typeof PARTS)[number];

/** Spaces, marks, commas and stops: whether they are inside differs between annotators. */
const EDGE = /[\s"“”'’‘,.`«»]/;

/** Without the marks, spaces, commas and stops at its ends; empty when it holds nothing else. */
export function trimEdges(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && EDGE.test(text.charAt(from))) from++;
  while (to > from && EDGE.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/**
 * Precision and recall of a part's spans, each right when it is an annotated one to the letter, edges trimmed. A span
 * that several quotes of an article share counts once (the exact match of CofeNet, Wang et al. 2022, on characters).
 */
export function exactSpanScore(part: Part, articles: readonly JudgedArticle[]): Score {
  const spans = articles.map(({ article, found }) => ({
    gold: spanKeys(part, article.text, article.quotes),
    found: spanKeys(part, article.text, found),
  }));
  const total = (count: (one: (typeof spans)[number]) => number) => spans.reduce((sum, one) => sum + count(one), 0);
  const right = total(({ gold, found }) => [...found].filter((key) => gold.has(key)).length);
  const annotated = total(({ gold }) => gold.size);
  const given = total(({ found }) => found.size);
  return scoreOf(share(right, given), share(right, annotated), annotated);
}

const spanKeys = (part: Part, text: string, quotes: readonly AttributedQuote[]): ReadonlySet<string> =>
  new Set(
    quotes
      .flatMap((quote) => quote[part])
      .map((span) => trimEdges(text, span))
      .map(({ start, end }) => `${start}-${end}`),
  );
