import { type Stretch, textSegments } from "./text-segments.ts";

interface HighlightedTextProps {
  readonly text: string;
  /** The part of the text to show. */
  readonly within: Stretch;
  readonly highlights: readonly Stretch[];
}

/** A text to the letter, with stretches of it set off. */
export function HighlightedText({ text, within, highlights }: HighlightedTextProps) {
  const marks = highlights.map(({ start, end }) => ({ start, end, value: true }));
  return (
    <>
      {textSegments(within, marks).map(({ start, end, marks }) =>
        marks.length === 0 ? text.slice(start, end) : <mark key={start}>{text.slice(start, end)}</mark>,
      )}
    </>
  );
}
