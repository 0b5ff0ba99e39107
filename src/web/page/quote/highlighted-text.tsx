import type { ComponentChild } from "preact";
import type { Highlight } from "./highlight.ts";
import { type Segment, type Stretch, textSegments } from "./text-segments.ts";

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
  const has = (kind: Highlight["kind"]) => marks.some(({ value }) => value === kind);
  const words: ComponentChild = has("WORD") || has("PHRASE") ? <mark>{children}</mark> : children;
  const classes = [has("SENTENCE") && "nearest", has("STATEMENT") && "statement"].filter((name) => name !== false);
  return classes.length === 0 ? words : <span class={classes.join(" ")}>{words}</span>;
}
