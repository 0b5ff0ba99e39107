import { cueWord } from "../../../src/extract/lexicon/cue-lexicon.ts";
import { spanText } from "../../../src/model/span.ts";
import type { AttributedQuote } from "./annotated-article.ts";

const NO_CUE = "(no cue)";

/** "has been saying" is "say": the last word that the cue lexicon knows; the cue's own words where it knows none. */
export function cueLemma(text: string, { cue }: Pick<AttributedQuote, "cue">): string {
  const words = cue.flatMap(
    (span) =>
      spanText(text, span)
        .toLowerCase()
        .match(/[\p{L}\p{N}'’-]+/gu) ?? [],
  );
  if (words.length === 0) return NO_CUE;
  const known = words.findLast((word) => cueWord(word) !== undefined);
  return known === undefined ? words.join(" ") : (cueWord(known)?.lemma ?? known);
}
