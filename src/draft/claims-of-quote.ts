import type { Article } from "../model/article.ts";
import { isOwnWords } from "../model/assertion-label.ts";
import { type Quote, quoteText } from "../model/quote.ts";
import { sentencesIn } from "../model/sentences.ts";
import { type Span, spansWithin, spanText } from "../model/span.ts";
import { hasClaimedWords } from "../search/verify/claim.ts";
import { MAX_CLAIM_CHARACTERS } from "../search/verify/verify-quote.ts";
import { wordsIn } from "../search/verify/words.ts";
import type { ClaimedQuote } from "./claimed-quote.ts";

type Claims = Pick<ClaimedQuote, "claims" | "claimsTo">;

/** Fewer words in marks are pointed at rather than quoted: there the sense of the whole is what is claimed. */
const LEAST_MARKED_WORDS = 3;

/** Fewer words of an account are about a matter rather than a statement. */
const LEAST_SENSE_WORDS = 4;

/** Between words in marks that the draft joins by words of its own. */
const OMISSION = " … ";

/**
 * What a quote of a draft claims. Of an account with words in marks these words were said, whatever stood between them.
 * @param marked What stands in quotation marks in the draft.
 */
export function claimsOf(article: Article, quote: Quote, marked: readonly Span[]): Claims {
  if (isOwnWords(quote.kind)) return { claims: claimsIn(quoteText(article, quote.spans)), claimsTo: "WORDS" };
  const parts = quote.kind === "MIXED" ? spansWithin(quote.spans, marked) : [];
  const count = parts.reduce((sum, part) => sum + wordsIn(article.text, part).length, 0);
  if (count < LEAST_MARKED_WORDS) return senseOf(article, quote);
  return { claims: claimsIn(parts.map((part) => spanText(article.text, part)).join(OMISSION)), claimsTo: "WORDS" };
}

/** "She promised help" says too little to be held against anything. */
function senseOf(article: Article, quote: Quote): Claims {
  const count = quote.spans.reduce((sum, span) => sum + wordsIn(article.text, span).length, 0);
  return { claims: count < LEAST_SENSE_WORDS ? [] : claimsIn(quoteText(article, quote.spans)), claimsTo: "SENSE" };
}

/** The text in as few parts as a claim may be long, cut between sentences where it can be. */
function claimsIn(text: string): readonly string[] {
  if (text.length <= MAX_CLAIM_CHARACTERS) return [text].filter(hasClaimedWords);
  const claims: string[] = [];
  let [start, end] = [0, 0];
  for (const sentence of sentencesIn(text, { start: 0, end: text.length }).flatMap((span) => cut(text, span))) {
    if (sentence.end - start > MAX_CLAIM_CHARACTERS) {
      claims.push(text.slice(start, end));
      start = sentence.start;
    }
    end = sentence.end;
  }
  return [...claims, text.slice(start, end)].filter(hasClaimedWords);
}

/** A sentence that is longer than a claim may be, in parts that are not. */
function cut(text: string, { start, end }: Span): readonly Span[] {
  if (end - start <= MAX_CLAIM_CHARACTERS) return [{ start, end }];
  const blank = text.lastIndexOf(" ", start + MAX_CLAIM_CHARACTERS);
  const at = blank > start ? blank : start + MAX_CLAIM_CHARACTERS;
  return [{ start, end: at }, ...cut(text, { start: at, end })];
}
