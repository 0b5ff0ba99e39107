import type { HighlightKind } from "../../model/hit.ts";
import { describeEnum } from "../describe-enum.ts";

export const HighlightKindEnum = describeEnum<HighlightKind>("HighlightKind", "Why a stretch of a hit is marked.", {
  WORD: "It is a word of the query, in whatever form.",
  PHRASE: "It is a phrase of the query, word for word.",
  SENTENCE: "It is the sentence that is nearest to the query in meaning.",
});
