import { linkedAgent, linkedArticle, linkedData } from "../model/linked-data.ts";
import type { QuoteVerdict } from "../model/quote-verdict.ts";
import type { DraftLine } from "./draft-report.ts";

/** A quote of a draft with the rating that a person has set: a verdict of ours is none. */
interface RatedClaim {
  readonly quote: DraftLine;
  /** In that person's words: "False", "Needs context". */
  readonly rating: string;
}

export interface ClaimReviews {
  readonly claims: readonly RatedClaim[];
  /** Who has set the ratings. */
  readonly reviewer: string;
  /** Where the review is published; null where it is not yet. */
  readonly reviewUrl: string | null;
}

/** Reviews of claims as JSON-LD (https://schema.org/ClaimReview), fit for a script in a page. */
export function claimReviews({ claims, reviewer, reviewUrl }: ClaimReviews): string {
  const reviews = claims.map(({ quote, rating }) => ({
    "@type": "ClaimReview",
    claimReviewed: quote.text,
    reviewRating: { "@type": "Rating", alternateName: rating },
    author: { "@type": "Person", name: reviewer },
    ...(reviewUrl !== null && { url: reviewUrl }),
    itemReviewed: claimOf(quote),
  }));
  return `${linkedData(reviews, 2)}\n`;
}

const claimOf = ({ speaker, speakerKind, verdict, source }: DraftLine) => ({
  "@type": "Claim",
  ...(speaker !== null && { author: linkedAgent(speaker, speakerKind) }),
  ...(source !== null && IN_THESE_WORDS.has(verdict) && { appearance: linkedArticle(source) }),
});

/** A source of other words is none in which the claim appears. */
const IN_THESE_WORDS: ReadonlySet<QuoteVerdict> = new Set(["VERBATIM", "SPEAKER_UNCLEAR", "OUT_OF_CONTEXT"]);
