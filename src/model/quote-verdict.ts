/** What became of words that somebody is said to have said (docs/verify.md). */
export const QUOTE_VERDICTS = [
  ...(["VERBATIM", "SPEAKER_UNCLEAR", "ALTERED", "MISATTRIBUTED"] as const),
  ...(["DISPUTED", "PARAPHRASED", "OUT_OF_CONTEXT", "NOT_FOUND"] as const),
] as const;
export type QuoteVerdict = (typeof QUOTE_VERDICTS)[number];
