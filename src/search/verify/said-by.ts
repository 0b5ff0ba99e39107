import { attributionWords, namesInWords } from "../../model/attribution.ts";
import { isSureOfSpeaker } from "../../model/quote.ts";
import type { QuoteVerification } from "./quote-verification.ts";

/** Who said it in the source, in words, with "perhaps" where the article leaves it open; null where nobody is named. */
export const saidBy = (verification: Pick<QuoteVerification, "speakers" | "source" | "attribution">): string | null =>
  attributionWords({
    who: namesInWords(verification.speakers.map(({ name }) => name)),
    isUnsure: isLeftOpen(verification),
    onBehalfOf: null,
  });

/** Whether whose words they are is not sure: of the one asked for, or, where nobody was asked for, of anybody. */
export function isLeftOpen({ source, attribution }: Pick<QuoteVerification, "source" | "attribution">): boolean {
  if (attribution === "UNKNOWN" || attribution === "LIKELY") return true;
  return attribution === "UNASKED" && source !== null && source.quote !== null && !isSureOfSpeaker(source.quote);
}
