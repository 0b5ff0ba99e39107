import type { QuoteVerdict } from "../../search/verify/quote-verification.ts";
import { describeEnum } from "../describe-enum.ts";

export const QuoteVerdictEnum = describeEnum<QuoteVerdict>(
  "QuoteVerdict",
  "What became of words that somebody is said to have said.",
  {
    VERBATIM:
      "Said in these words. Quotation marks, letter case, square brackets and British or American spelling do not matter.",
    SPEAKER_UNCLEAR:
      "Said in these words, but whether by the `speaker` that was given the article does not make sure: it names nobody, or leaves open whom it means. `source.before` and `after` show the lines around.",
    ALTERED: "Said, but with other words, more or fewer of them, or in another order; `changes` tells which.",
    MISATTRIBUTED:
      "Said, in these words or nearly, but by somebody else than the `speaker` that was given: one whom the article names, or a spokesman whom it does not.",
    DISPUTED:
      "An article has the words only to deny that they were said, to tell of a refusal, or to suppose them. Where another place has them as said, it is the `source`, and `disputedBy` those that deny them.",
    PARAPHRASED:
      "Not said in these words: an article tells it in its own words, or somebody said something of a like sense.",
    OUT_OF_CONTEXT:
      "Said in these words, or told so in an article's own, but the cut drops a negation or a condition of their sentence, which turns the sense.",
    NOT_FOUND: "Nobody is quoted with it in this index. The words may still stand in an article as its own.",
  },
);
