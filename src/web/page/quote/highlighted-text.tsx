import type { ComponentChild } from "preact";
import { type Segment, type Stretch, textSegments } from "./text-segments.ts";

/** A stretch to set off: words that were looked for, or the sentence that is nearest to the question. */
export interface Highlight extends Stretch {
  readonly kind: "WORD" | "PHRASE" | "SENTENCE";
}

interface HighlightedTextProps {
  readonly text: string;
  /** The part of the text to show. */
  readonly within: Stretch;
  readonly highlights: readonly Highlight[];
}

/** A text to the letter, with stretches of it set off. */
export function HighlightedText({ text, within, highlights }: HighlightedTextProps) {
  const marks = highlights.map(({ start, end, kind }) => ({ start, end, value: kind }));
  return (
    <>
      {textSegments(within, marks).map((segment) => (
        <SetOff key={segment.start} segment={segment}>
          {text.slice(segment.start, segment.end)}
        </SetOff>
      ))}
    </>
  );
}

interface SetOffProps {
  readonly segment: Segment<Highlight["kind"]>;
  readonly children: string;
}

function SetOff({ segment: { marks }, children }: SetOffProps) {
  const isSentence = marks.some(({ value }) => value === "SENTENCE");
  const words: ComponentChild = marks.some(({ value }) => value !== "SENTENCE") ? <mark>{children}</mark> : children;
  return isSentence ? <span class="nearest">{words}</span> : words;
}
