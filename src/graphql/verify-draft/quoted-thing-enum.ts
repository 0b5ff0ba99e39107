import type { ClaimedQuote } from "../../draft/claimed-quote.ts";
import { describeEnum } from "../describe-enum.ts";

export const QuotedThingEnum = describeEnum<ClaimedQuote["isOf"]>("QuotedThing", "What a draft quotes.", {
  SPEECH: "What somebody said.",
  DOCUMENT: "What stands in a letter, a report or on a sign, which nobody is named for.",
});
