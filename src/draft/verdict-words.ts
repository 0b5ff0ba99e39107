import type { QuoteVerdict } from "../model/quote-verdict.ts";

/** Each verdict as it is said of a quote in a draft. */
export const VERDICT_WORDS: Readonly<Record<QuoteVerdict, string>> = {
  VERBATIM: "said in these words",
  ALTERED: "altered",
  MISATTRIBUTED: "somebody else's",
  OUT_OF_CONTEXT: "out of context",
  DISPUTED: "disputed",
  PARAPHRASED: "only in sense",
  SPEAKER_UNCLEAR: "said by whom is not sure",
  NOT_FOUND: "not found",
};
