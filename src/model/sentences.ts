import { type Span, spanText } from "./span.ts";

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of a stretch of a text, without the white space behind them, as offsets into the text. */
export const sentencesIn = (text: string, span: Span): readonly Span[] =>
  [...SENTENCES.segment(spanText(text, span))].map(({ index, segment }) => {
    const start = span.start + index;
    return { start, end: start + segment.trimEnd().length };
  });
