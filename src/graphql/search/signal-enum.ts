import type { Signal } from "../../model/hit.ts";
import { describeEnum } from "../describe-enum.ts";

export const SignalEnum = describeEnum<Signal>("Signal", "What can speak for a passage.", {
  DENSE:
    "The meaning of the passage in its context beside that of the query: the cosine of their vectors. In `Quote.similar`, of the passage's own words.",
  DENSE_CONTEXT: "Of a turn in a transcript: the same, with the meaning of the turns around it.",
  LEXICAL: "The words that the passage alone shares with the query, by BM25: none of the weights of today count it.",
  LEXICAL_CONTEXT: "The same, with the words of the passages around it and, in an article, of the title.",
  SPEAKER: "Whether the person speaks whom the query names.",
  STATEMENT: "Whether anything is said in it.",
  LENGTH: "Its words up to sixty, as a share of sixty: a longer passage answers more often.",
  ATTITUDE:
    "Whether no words are told of but an attitude: this counts a little against it, and stands only where it does.",
  RECENCY: "How new the article is, where newer ones are preferred.",
});
