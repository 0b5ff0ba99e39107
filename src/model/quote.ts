import type { Article } from "./article.ts";
import { firstFrom, type Span, spanText } from "./span.ts";
import { stableId } from "./stable-id.ts";

/**
 * DIRECT: words in quotation marks or a marked speech. MIXED: a paraphrase with some words in marks.
 * INDIRECT: a paraphrase. TRANSCRIPT: a turn under a speaker's label.
 */
export const QUOTE_KINDS = ["DIRECT", "MIXED", "INDIRECT", "TRANSCRIPT"] as const;
export type QuoteKind = (typeof QUOTE_KINDS)[number];

/** One attributed statement. */
export interface Quote {
  readonly id: string;
  readonly articleId: string;
  readonly kind: QuoteKind;
  /** One for each paragraph, and for each part of a split quote; outer marks and dashes lie outside. In text order. */
  readonly spans: readonly Span[];
  /** The words that introduce it: "said", "according to". */
  readonly cue: Span | null;
  /** The words that name the speaker of this quote: "President Ilham Aliyev", "she". */
  readonly speakerMention: Span | null;
  /** The article's entity that spoke, null where the text does not decide. */
  readonly speakerId: string | null;
  /** 0..1: how likely the speaker (or that there is none) is right. */
  readonly confidence: number;
}

/**
 * The words of a quote: its spans, joined by a blank line where a paragraph ends between them and
 * by a space, or `cueGap`, where only the cue stood between.
 */
export function quoteText(article: Pick<Article, "text" | "paragraphs">, spans: readonly Span[], cueGap = " "): string {
  return spans
    .map((span, i) => {
      const previous = spans[i - 1];
      const gap = previous === undefined ? "" : crossesParagraph(article.paragraphs, previous, span) ? "\n\n" : cueGap;
      return gap + spanText(article.text, span);
    })
    .join("");
}

/** A quote's id hashes its article, its words and which occurrence of these words in the article it is (from 0). */
export const quoteId = (articleId: string, words: string, occurrence: number): string =>
  stableId("quote", articleId, words, occurrence);

function crossesParagraph(paragraphs: readonly Span[], before: Span, after: Span): boolean {
  const ending = paragraphs[firstFrom(paragraphs, before.end, ({ end }) => end)];
  return ending !== undefined && ending.end <= after.start;
}
