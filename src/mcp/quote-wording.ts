import { z } from "zod";
import type { QuoteKind } from "../model/quote.ts";

const WORDINGS = ["verbatim", "mixed", "paraphrase"] as const;
export type Wording = (typeof WORDINGS)[number];

export const WordingSchema = z
  .enum(WORDINGS)
  .describe(
    "verbatim: the speaker's own words. mixed: only what stands in quotation marks is. paraphrase: the article's words.",
  );

/** Whose words a quote of each kind holds. */
export const WORDING: Readonly<Record<QuoteKind, Wording>> = {
  DIRECT: "verbatim",
  TRANSCRIPT: "verbatim",
  MIXED: "mixed",
  INDIRECT: "paraphrase",
};

/** The words as text shows them: in quotation marks only where all of them are the speaker's own. */
export function shownWords(words: string, wording: Wording, isCut: boolean): string {
  return (wording === "verbatim" ? `“${words}”` : words) + (isCut ? " […]" : "");
}
