import { z } from "zod";
import type { Article } from "../model/article.ts";
import { type Quote, type QuoteKind, quoteText } from "../model/quote.ts";
import { needsSentence } from "../model/shown-spans.ts";
import type { Span } from "../model/span.ts";

const WORDINGS = ["verbatim", "mixed", "paraphrase"] as const;
export type Wording = (typeof WORDINGS)[number];

export const WordingSchema = z
  .enum(WORDINGS)
  .describe(
    "verbatim: the speaker's own words. mixed: a whole sentence of the article, of which only what stands in quotation marks is. paraphrase: the article's words, in their whole sentence.",
  );

/** Whose words a quote of each kind holds. */
const WORDING: Readonly<Record<QuoteKind, Wording>> = {
  DIRECT: "verbatim",
  TRANSCRIPT: "verbatim",
  MIXED: "mixed",
  INDIRECT: "paraphrase",
};

/** Of what is shown: own words that are denied stand in marks within the sentence that denies them. */
export function wordingOf(quote: Pick<Quote, "kind" | "assertion">): Wording {
  const wording = WORDING[quote.kind];
  return wording === "verbatim" && needsSentence(quote) ? "mixed" : wording;
}

/** Where a quote's words leave out the article's own: `"We came," he said, "to talk"` is `We came, […] to talk`. */
const OMISSION = " […] ";

/** The words at these spans, each stretch as the article has it, with what is left out between two of them marked. */
export const wordsAt = (article: Article, spans: readonly Span[]): string => quoteText(article, spans, OMISSION);

/** Keeps what stands between the stretches: an omission, or the end of a paragraph. */
const BETWEEN_STRETCHES = /( \[…\] |\n\n)/;

/** The words as text shows them: in quotation marks only where all are the speaker's own, and each stretch in its own marks. */
export function shownWords(words: string, wording: Wording, isCut: boolean): string {
  const parts = words.split(BETWEEN_STRETCHES).map((part, i) => (i % 2 === 0 && part !== "" ? `“${part}”` : part));
  return (wording === "verbatim" ? parts.join("") : words) + (isCut ? " […]" : "");
}
