import type { Span } from "../../model/span.ts";
import type { Change } from "./changes.ts";
import type { DiffSegment, QuoteChange, QuoteSource } from "./quote-verification.ts";
import type { Reading } from "./reading.ts";
import type { Comparison, Segment, WordRange } from "./segments.ts";

/** The article, the quote, and where the words that were found stand in it. */
export const toSource = ({ comparison, quote, voice, isNote }: Reading): QuoteSource => ({
  article: comparison.passage.article,
  quote,
  voice,
  isNote,
  spans: sourceSpans(comparison),
});

/** What was compared, without what an ellipsis leaves out: one span for each run of words that nothing interrupts. */
function sourceSpans({ segments, words }: Comparison): readonly Span[] {
  const isOmitted = ({ kind, isMarked }: Segment): boolean => kind === "DELETE" && isMarked;
  const spans: Span[] = [];
  let last: number | null = null;
  for (const segment of segments.filter((one) => !isOmitted(one))) {
    for (let i = segment.source.from; i < segment.source.to; i++) {
      const word = words[i];
      if (!word) continue;
      const previous = spans.at(-1);
      const goesOn = previous && last === i - 1 && words[i - 1]?.stretch === word.stretch;
      if (goesOn) spans[spans.length - 1] = { start: previous.start, end: word.end };
      else spans.push({ start: word.start, end: word.end });
      last = i;
    }
  }
  return spans;
}

/** The pasted text cut at the beginnings of the segments, each beside the article's words. */
export function toDiff({ claim, passage, words, segments }: Comparison): readonly DiffSegment[] {
  let start = 0;
  return segments.map(({ kind, claim: ours, source }, i): DiffSegment => {
    const next = segments[i + 1]?.claim.from;
    const end = next === undefined ? claim.text.length : (claim.words[next]?.start ?? claim.text.length);
    const cut = ours.from === ours.to ? start : end;
    const text = claim.text.slice(start, cut);
    start = cut;
    const span = spanOf(words, source);
    return {
      kind,
      claim: text,
      source: span ? passage.article.text.slice(span.start, span.end) : "",
      sourceSpan: span,
    };
  });
}

export const toQuoteChange = (change: Change, { claim, passage, words }: Comparison): QuoteChange => ({
  kind: change.kind,
  claim: textOf(claim.text, spanOf(claim.words, change.claim)),
  source: textOf(passage.article.text, spanOf(words, change.source)),
  isMarked: change.isMarked,
});

const spanOf = (words: readonly Span[], { from, to }: WordRange): Span | null => {
  const [first, last] = [words[from], words[to - 1]];
  return from < to && first && last ? { start: first.start, end: last.end } : null;
};

const textOf = (text: string, span: Span | null): string => (span === null ? "" : text.slice(span.start, span.end));
