import type { Signal } from "../../model/hit.ts";
import { describeEnum } from "../describe-enum.ts";

export const SignalEnum = describeEnum<Signal>("Signal", "What can speak for a passage.", {
  DENSE: "The meaning of the passage beside that of the query: the cosine of their vectors.",
  DENSE_CONTEXT: "The same, with the meaning of the passages around it in the article.",
  LEXICAL: "The words that the passage shares with the query, by BM25.",
  LEXICAL_CONTEXT: "The same, with the words of the passages around it and of the title.",
  SPEAKER: "Whether the person speaks whom the query names.",
  ATTITUDE:
    "Whether no words are told of but an attitude: this counts a little against it, and stands only where it does.",
  RECENCY: "How new the article is, where newer ones are preferred.",
});
