/**
 * DIRECT: words in quotation marks or a marked speech. MIXED: a paraphrase with some words in marks.
 * INDIRECT: a paraphrase. TRANSCRIPT: a turn under a speaker's label.
 */
export const QUOTE_KINDS = ["DIRECT", "MIXED", "INDIRECT", "TRANSCRIPT"] as const;
export type QuoteKind = (typeof QUOTE_KINDS)[number];

/**
 * What the article says of the statement. ASSERTED: it was said. DENIED: that it was said, or that it is so, is denied ("denied
 * having said", "never said", "a made-up quote"). REFUSED: somebody would not do or say it. HYPOTHETICAL: it might be, or
 * should have been, said. ASKED: it was asked, not stated.
 */
export const ASSERTIONS = ["ASSERTED", "DENIED", "REFUSED", "HYPOTHETICAL", "ASKED"] as const;
export type Assertion = (typeof ASSERTIONS)[number];

/** WORDS: something was said or written. ATTITUDE: somebody wants, thinks, backs or opposes it, said or not. */
export const REPORTED = ["WORDS", "ATTITUDE"] as const;
export type Reported = (typeof REPORTED)[number];

/** How an article tells of a statement. Stands apart from `Quote`, for the reading page takes it in without Node's libraries. */
export interface HowTold {
  readonly kind: QuoteKind;
  readonly assertion: Assertion;
  readonly reports: Reported;
}
