import type { Article } from "./article.ts";
import type { Assertion, QuoteKind, Reported } from "./how-told.ts";
import { firstFrom, type Span, spanText } from "./span.ts";
import { stableId } from "./stable-id.ts";

export { ASSERTIONS, type Assertion, QUOTE_KINDS, type QuoteKind, REPORTED, type Reported } from "./how-told.ts";

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
  /** The article's entity that spoke, the first of them where several did; null where the text does not decide. */
  readonly speakerId: string | null;
  /** The article's entities that said it together with the speaker ("Okafor and Brandt said"), in the order of the text. */
  readonly coSpeakerIds: readonly string[];
  /** The article's entity for which the speaker, named or not, speaks: "a spokesman for Marsh". */
  readonly onBehalfOfId: string | null;
  readonly assertion: Assertion;
  readonly reports: Reported;
  /**
   * The whole sentence or sentences of the words in their paragraph, with whoever says them and the verb that governs them: an indirect
   * statement is shown in it, never alone. Of words over several paragraphs, the sentences of the first.
   */
  readonly sentence: Span;
  /** 0..1: how likely the speaker (or that there is none) is right. */
  readonly confidence: number;
}

/**
 * From this confidence on a name is shown without "perhaps". Cross-validated, of the names given at .8 to .9 nine in ten are right, of those below
 * two in three (docs/quotes.md); one name in ten is below.
 */
const SURE_OF_SPEAKER = 0.8;

/** Whether a speaker may be shown without "perhaps". */
export const isSureOfSpeaker = ({ confidence }: Pick<Quote, "confidence">): boolean => confidence >= SURE_OF_SPEAKER;

/** Everyone who said it, the speaker first; none where the text does not decide. */
export const speakersOf = ({
  speakerId,
  coSpeakerIds,
}: Pick<Quote, "speakerId" | "coSpeakerIds">): readonly string[] =>
  speakerId === null ? [] : [speakerId, ...coSpeakerIds];

/** Of a quote by one speaker, who speaks for himself, in so many words. */
export const PLAINLY_SAID = {
  coSpeakerIds: [],
  onBehalfOfId: null,
  assertion: "ASSERTED",
  reports: "WORDS",
} as const satisfies Pick<Quote, "coSpeakerIds" | "onBehalfOfId" | "assertion" | "reports">;

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
