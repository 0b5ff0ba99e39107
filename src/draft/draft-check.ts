import type { Article, ReadableArticle } from "../model/article.ts";
import type { QuoteVerdict, QuoteVerification } from "../search/verify/quote-verification.ts";
import type { ClaimedQuote } from "./claimed-quote.ts";

/** A quote of a draft with what became of it. */
export interface CheckedQuote extends ClaimedQuote {
  readonly verdict: QuoteVerdict;
  /** Whether somebody should look at it before it prints. */
  readonly needsALook: boolean;
  /** What the verdict means for this draft, in a sentence or two. */
  readonly summary: string;
  /** Of the part that decides, where a long speech was verified in parts. */
  readonly verification: QuoteVerification;
}

/** A draft as far as it is checked. */
export interface DraftProgress {
  readonly article: ReadableArticle;
  /** Those checked since the last was told, in text order. */
  readonly quotes: readonly CheckedQuote[];
  /** How many are checked by now, of how many. */
  readonly checked: number;
  readonly total: number;
  /** Quotes beyond the first thousand, which are not checked. */
  readonly unchecked: number;
}

/** A draft with all that is quoted in it. */
export interface DraftCheck {
  readonly article: Article;
  /** In text order. */
  readonly quotes: readonly CheckedQuote[];
  /** Quotes beyond the first thousand, which were not checked. */
  readonly unchecked: number;
  /** For a reader, in a sentence or two: how many quotes, and what became of them. */
  readonly summary: string;
}
