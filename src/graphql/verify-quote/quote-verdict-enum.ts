import type { QuoteVerdict } from "../../search/verify/quote-verification.ts";
import { describeEnum } from "../describe-enum.ts";

export const QuoteVerdictEnum = describeEnum<QuoteVerdict>(
  "QuoteVerdict",
  "What became of words that somebody is said to have said.",
  {
    VERBATIM:
      "Said in these words. Quotation marks, letter case, square brackets and British or American spelling do not matter.",
    ALTERED: "Said, but with other words, more or fewer of them, or in another order; `changes` tells which.",
    MISATTRIBUTED: "Said, in these words or nearly, but by somebody else than the `speaker` that was given.",
    PARAPHRASED:
      "Not said in these words: an article tells it in its own words, or somebody said something of a like sense.",
    OUT_OF_CONTEXT:
      "Said in these words, but the cut drops a negation or a condition of their own sentence, which turns the sense.",
    NOT_FOUND: "Nobody is quoted with it in this index. The words may still stand in an article as its own.",
  },
);
