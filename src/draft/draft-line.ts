import { quoteText } from "../model/quote.ts";
import { textFragmentUrl } from "../model/text-fragment.ts";
import { textSelectors } from "../model/text-selector.ts";
import type { QuoteSource, QuoteVerification } from "../search/verify/quote-verification.ts";
import { saidBy } from "../search/verify/said-by.ts";
import type { CheckedQuote } from "./draft-check.ts";
import type { DraftLine, SourceLine } from "./draft-report.ts";

/** A checked quote as what is printed of it. */
export const draftLine = (checked: CheckedQuote): DraftLine => ({
  text: checked.text,
  start: checked.quote.spans[0]?.start ?? 0,
  end: checked.quote.spans.at(-1)?.end ?? 0,
  speaker: checked.speaker,
  speakerKind: checked.speakerKind,
  verdict: checked.verdict,
  changes: checked.verification.changes,
  source: checked.verification.source && sourceLine(checked.verification.source, checked.verification),
  needsALook: checked.needsALook,
  summary: checked.summary,
});

function sourceLine({ article, spans }: QuoteSource, verification: QuoteVerification): SourceLine {
  const { url, title, sourceKey, text, publisher, author, publishedAt } = article;
  return {
    text: quoteText(article, spans),
    speaker: saidBy(verification),
    title: title ?? sourceKey,
    ...{ publisher, author, publishedAt },
    url: url && textFragmentUrl(url, textSelectors(text, spans)),
  };
}
