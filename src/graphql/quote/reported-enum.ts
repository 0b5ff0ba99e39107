import type { Reported } from "../../model/quote.ts";
import { describeEnum } from "../describe-enum.ts";

export const ReportedEnum = describeEnum<Reported>("Reported", "Whether an article tells of words or of an attitude.", {
  WORDS: "Something was said or written: “said”, “wrote”, “vowed”.",
  ATTITUDE: "Somebody wants, thinks, backs or opposes it, said or not.",
});
