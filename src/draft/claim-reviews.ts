import type { EntityKind } from "../model/entity.ts";
import type { QuoteVerdict } from "../model/quote-verdict.ts";
import { schemaTypeOf } from "../model/schema-type.ts";
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
  const linked = JSON.stringify({ "@context": "https://schema.org", "@graph": reviews }, null, 2);
  // No words of a draft may end the script.
  return `${linked.replaceAll("<", "\\u003c")}\n`;
}

const claimOf = ({ speaker, speakerKind, verdict, source }: DraftLine) => ({
  "@type": "Claim",
  ...(speaker !== null && { author: agentOf(speaker, speakerKind) }),
  ...(source !== null && IN_THESE_WORDS.has(verdict) && { appearance: appearanceOf(source) }),
});

const agentOf = (name: string, kind: EntityKind | null) => ({
  "@type": kind === null ? "Person" : schemaTypeOf(kind),
  name,
});

/** A source of other words is none in which the claim appears. */
const IN_THESE_WORDS: ReadonlySet<QuoteVerdict> = new Set(["VERBATIM", "SPEAKER_UNCLEAR", "OUT_OF_CONTEXT"]);

const appearanceOf = ({ title, url, publisher, publishedAt }: NonNullable<DraftLine["source"]>) => ({
  "@type": "Article",
  headline: title,
  ...(url !== null && { url }),
  ...(publishedAt !== null && { datePublished: publishedAt }),
  ...(publisher !== null && { publisher: { "@type": "Organization", name: publisher } }),
});
