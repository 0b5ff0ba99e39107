import type { QuoteKind } from "../../model/quote.ts";
import type { Span } from "../../model/span.ts";
import type { MarkedSpan } from "../marks/quotation-marks.ts";

/** A quote before its speaker is known. */
export interface DraftQuote {
  readonly kind: QuoteKind;
  /** In text order, not overlapping. */
  readonly spans: readonly Span[];
  readonly cue: Span | null;
  readonly source: Span | null;
  /** Which block its first words are in. */
  readonly block: number;
  /** How the speaker was found: decides the confidence. */
  readonly basis: SpeakerBasis;
  /** The marked spans it takes in. */
  readonly marked: readonly MarkedSpan[];
}

/**
 * LABEL: a speaker's label or an introducing line. SUBJECT: the cue's subject beside the quote. TAGGED: what the trained
 * tagger gives the cue, be it nobody. DISTANT: a subject elsewhere in the sentence. CARRIED: the speaker of the quote
 * before, or who the paragraph before named last. ANSWER: anybody but whoever put the question before. NONE: no speaker in the text.
 */
type SpeakerBasis = "LABEL" | "SUBJECT" | "TAGGED" | "DISTANT" | "CARRIED" | "ANSWER" | "NONE";
