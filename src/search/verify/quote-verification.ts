import type { Article } from "../../model/article.ts";
import type { Entity } from "../../model/entity.ts";
import type { Quote } from "../../model/quote.ts";
import type { QuoteVerdict } from "../../model/quote-verdict.ts";
import type { Span } from "../../model/span.ts";
import type { AttributionTo } from "./attribution-to.ts";
import type { ChangeKind } from "./changes.ts";
import type { DroppedSense } from "./dropped-sense.ts";
import type { DiffKind } from "./segments.ts";

export { QUOTE_VERDICTS, type QuoteVerdict } from "../../model/quote-verdict.ts";

/** SPOKEN: a speaker's own words. REPORTED: the article's account of what somebody said. NARRATION: neither. */
export type SourceVoice = "SPOKEN" | "REPORTED" | "NARRATION";

export interface QuoteClaim {
  /** What was pasted, 1 to 2,000 characters with a word in them. */
  readonly text: string;
  /** The one who is said to have said it: an id, or any name or title. */
  readonly speaker: string | null;
  /**
   * WORDS: all of the text is claimed to have been said. Else, as pasted: what stands around quotation marks, or names the
   * speaker before or behind the words, is left aside.
   */
  readonly reading?: "WORDS";
}

/** Where the words come from. */
export interface QuoteSource {
  readonly article: Article;
  /** Null for narration, and for words in marks that nobody is named for. */
  readonly quote: Quote | null;
  readonly voice: SourceVoice;
  /** Whether it is of the notes beside the index: nobody can ask for its article or its quote. */
  readonly isNote: boolean;
  /** Where the claim's words stand in the article, in order, UTF-16; a part for each paragraph and each interruption. */
  readonly spans: readonly Span[];
}

/** A stretch of the claim beside the stretch of the source that it stands for. */
export interface DiffSegment {
  readonly kind: DiffKind;
  /** As pasted, with the marks and blanks behind the words: all of them in order are the pasted text. */
  readonly claim: string;
  /** As the article has it; empty for an INSERT. */
  readonly source: string;
  /** Where that stands in the article; null for an INSERT. */
  readonly sourceSpan: Span | null;
}

export interface QuoteChange {
  readonly kind: ChangeKind;
  /** The words of the claim, empty where it left out some. */
  readonly claim: string;
  /** The words of the article, empty where the claim added some. */
  readonly source: string;
  /** Whether the claim itself says so, by an ellipsis or by square brackets. */
  readonly isMarked: boolean;
}

export interface QuoteVerification {
  readonly verdict: QuoteVerdict;
  /** For a reader, in a sentence or two. */
  readonly summary: string;
  /** Which share of the words claim and source have in common, 0..1; 0 where only the meaning is near. */
  readonly similarity: number;
  /** How near the meaning is, as a cosine; null where the words decided. */
  readonly meaning: number | null;
  /** Whether the words alone were looked for, and nothing that says the same in others, since the model did not answer. */
  readonly byWordsAlone: boolean;
  /** Null for what was not found anywhere. */
  readonly source: QuoteSource | null;
  /** Who said it in the source, the first of them who speaks; none where the article does not decide. */
  readonly speakers: readonly Entity[];
  /** Whether the source's words are those of the one who is claimed. */
  readonly attribution: AttributionTo;
  /** What a cut drops that turns the sense; null where nothing is. */
  readonly dropped: DroppedSense | null;
  /** Other articles that have it as well, the likest first. */
  readonly alsoIn: readonly QuoteSource[];
  /** Places other than `source` that hold the words only to deny, refuse or suppose them; none but where it is DISPUTED. */
  readonly disputedBy: readonly QuoteSource[];
  /** Empty where the words were not found. */
  readonly diff: readonly DiffSegment[];
  readonly changes: readonly QuoteChange[];
}
