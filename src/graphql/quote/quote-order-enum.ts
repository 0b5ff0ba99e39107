import type { QuoteOrder } from "../../store/quote-store.ts";
import { describeEnum } from "../describe-enum.ts";

export const QuoteOrderEnum = describeEnum<QuoteOrder>("QuoteOrder", "In which order to list quotes.", {
  NEWEST: "The newest article first, undated ones last; within an article in reading order.",
  OLDEST: "The oldest article first, undated ones last; within an article in reading order.",
  CONFIDENCE: "Those first whose speaker is most certain.",
});
