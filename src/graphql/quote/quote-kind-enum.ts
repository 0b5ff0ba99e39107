import type { QuoteKind } from "../../model/quote.ts";
import { describeEnum } from "../describe-enum.ts";

export const QuoteKindEnum = describeEnum<QuoteKind>("QuoteKind", "How an article gives somebody's words.", {
  DIRECT: "The words themselves, in quotation marks or in a speech that a dash or a layout marks.",
  MIXED: "A paraphrase with some of the words themselves in quotation marks.",
  INDIRECT: "A paraphrase: what was said, in the article's words.",
  TRANSCRIPT: "A turn under a speaker's label, as transcripts of hearings and interviews have them.",
});
