import { isHeldAgainst, isOwnWords } from "./assertion-label.ts";
import type { HowTold } from "./how-told.ts";
import { mergedSpans, type Span } from "./span.ts";

/**
 * Whether a statement is shown in the sentence that it is told in: an account without the verb that governs it may say the
 * opposite ("refused to open the books"), and words that are denied, refused or supposed must not stand by themselves. A question in
 * somebody's own words is one by itself.
 */
export const needsSentence = ({ kind, assertion }: Pick<HowTold, "kind" | "assertion">): boolean =>
  !isOwnWords(kind) || isHeldAgainst({ assertion });

/**
 * What of the article to show for a statement, or for the part of it at some spans: these, or the sentence that they are told in
 * with them, in text order.
 */
export function shownSpans(
  quote: Pick<HowTold, "kind" | "assertion"> & { readonly sentence: Span },
  spans: readonly Span[],
) {
  return needsSentence(quote) ? mergedSpans([quote.sentence, ...spans]) : spans;
}
