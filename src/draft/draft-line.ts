import { namesInWords } from "../model/attribution.ts";
import { quoteText } from "../model/quote.ts";
import { textFragmentUrl } from "../model/text-fragment.ts";
import { textSelectors } from "../model/text-selector.ts";
import type { QuoteChange, QuoteSource, QuoteVerdict, QuoteVerification } from "../search/verify/quote-verification.ts";
import type { CheckedQuote } from "./draft-check.ts";

/** A checked quote as plain JSON: what `npm run verify -- --json` prints, one a line. */
export interface DraftLine {
  /** The words as the draft has them. */
  readonly text: string;
  /** From the beginning of the first to the end of the last of them, in UTF-16 code units of the draft's text as it was read. */
  readonly start: number;
  readonly end: number;
  /** Whom the draft gives them to; null where it names nobody. */
  readonly speaker: string | null;
  readonly verdict: QuoteVerdict;
  readonly changes: readonly QuoteChange[];
  readonly source: SourceLine | null;
  readonly needsALook: boolean;
  /** The verdict in a sentence or two. */
  readonly summary: string;
}

/** Where the words, or those that they were made of, come from. */
interface SourceLine {
  readonly text: string;
  /** Who said it there; null where that is left open. */
  readonly speaker: string | null;
  /** The headline, else what the source is known by here: a path. */
  readonly title: string;
  /** Opens the article at the words; null for what has no address. */
  readonly url: string | null;
}

export const draftLine = (checked: CheckedQuote): DraftLine => ({
  text: checked.text,
  start: checked.quote.spans[0]?.start ?? 0,
  end: checked.quote.spans.at(-1)?.end ?? 0,
  speaker: checked.speaker,
  verdict: checked.verdict,
  changes: checked.verification.changes,
  source: checked.verification.source && sourceLine(checked.verification.source, checked.verification),
  needsALook: checked.needsALook,
  summary: checked.summary,
});

function sourceLine({ article, spans }: QuoteSource, { speakers }: QuoteVerification): SourceLine {
  const { url, title, sourceKey, text } = article;
  return {
    text: quoteText(article, spans),
    speaker: namesInWords(speakers.map(({ name }) => name)),
    title: title ?? sourceKey,
    url: url && textFragmentUrl(url, textSelectors(text, spans)),
  };
}
