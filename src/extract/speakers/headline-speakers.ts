import { spanText } from "../../model/span.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import type { Document } from "../text/document.ts";
import type { ResolvedSpeaker } from "./resolve-speakers.ts";

/** Fewer words of a headline may be anybody's. */
const MIN_WORDS = 3;
/** A headline has no more quotes. */
const MAX_IN_HEADLINE = 4;

/** A headline quotes what the article has in full: words of its quote that stand in one named speaker's quote are theirs. */
export function withHeadlineSpeakers(
  { text, blocks }: Document,
  drafts: readonly DraftQuote[],
  speakers: readonly ResolvedSpeaker[],
): readonly ResolvedSpeaker[] {
  if (!blocks[0]?.isTitle || drafts[0]?.block !== 0) return speakers;
  const told = drafts.map((draft) => (draft.kind === "INDIRECT" ? "" : wordsOf(text, draft)));
  return speakers.map((speaker, i) => {
    const words = told[i] ?? "";
    if (
      i >= MAX_IN_HEADLINE ||
      drafts[i]?.block !== 0 ||
      speaker.entity !== null ||
      words.trim().split(" ").length < MIN_WORDS
    )
      return speaker;
    const sayings = speakers.filter(
      ({ entity }, j) => entity !== null && drafts[j]?.block !== 0 && told[j]?.includes(words),
    );
    const [first] = sayings;
    return first !== undefined && sayings.every(({ entity }) => entity === first.entity) ? first : speaker;
  });
}

const wordsOf = (text: string, { spans }: DraftQuote): string =>
  ` ${spans
    .flatMap(
      (span) =>
        spanText(text, span)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
    )
    .join(" ")} `;
