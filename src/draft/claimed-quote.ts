import type { Article } from "../model/article.ts";
import type { EntityKind } from "../model/entity.ts";
import type { Quote } from "../model/quote.ts";

/** A quote of a draft: what it claims, whom it gives it to, and where. */
export interface ClaimedQuote {
  /** As the reader found it; its spans are offsets into the draft's text. */
  readonly quote: Quote;
  /** Its words as the draft has them, parts joined as those of any quote. */
  readonly text: string;
  /** The fullest name that the draft has for the speaker; null where it names nobody. */
  readonly speaker: string | null;
  /** What that is; null where it names nobody. */
  readonly speakerKind: EntityKind | null;
  /** The draft's own words for the speaker here: "she", "the mayor"; null for none. */
  readonly mention: string | null;
  /** A letter, a report or a sign that is quoted is no speech. */
  readonly isOf: "SPEECH" | "DOCUMENT";
  /** What has to be found for it to be true, each of at most 2,000 characters and with a word in it; one for all but long speeches. */
  readonly claims: readonly string[];
  /** WORDS: these very words. SENSE: what they say, in whatever words. */
  readonly claimsTo: "WORDS" | "SENSE";
}

/** A draft as it was read. */
export interface Draft {
  readonly article: Article;
  /** In text order. */
  readonly quotes: readonly ClaimedQuote[];
  /** Every name of a person or body in it. */
  readonly names: readonly string[];
}
