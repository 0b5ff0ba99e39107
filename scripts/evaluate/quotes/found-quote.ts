import type { ExtractionLine } from "../../../src/extract/extraction-line.ts";
import type { AttributedQuote } from "./annotated-article.ts";

export interface FoundQuote extends AttributedQuote {
  /** 0..1: how likely the speaker is right. */
  readonly confidence: number;
}

export const foundQuotes = ({ quotes }: ExtractionLine): readonly FoundQuote[] =>
  quotes.map(({ kind, content, cue, source, speaker, confidence }) => ({
    kind,
    ...{ content: content.map(toSpan), cue: cue.map(toSpan), source: source.map(toSpan) },
    ...{ speaker, confidence },
  }));

const toSpan = ([start, end]: readonly [number, number]) => ({ start, end });
