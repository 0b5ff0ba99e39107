import type { Signal } from "../../model/hit.ts";
import { describeEnum } from "../describe-enum.ts";

export const SignalEnum = describeEnum<Signal>("Signal", "What can find a passage.", {
  DENSE: "Its meaning: the cosine of its vector and the query's.",
  DENSE_CONTEXT: "The meaning of the passages around it.",
  LEXICAL: "The words it shares with the query, by BM25, those around it at a lower weight.",
});
