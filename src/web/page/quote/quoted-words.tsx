import { type Stretch, textSegments } from "./text-segments.ts";
import { VOICES, type VoiceName } from "./voice.ts";

interface QuotedWordsProps {
  readonly voice: VoiceName;
  /** The words to the letter; a blank line where a paragraph ends. */
  readonly text: string;
  /** Stretches of the text to set off. */
  readonly highlights?: readonly Stretch[];
}

/** The words themselves. What is no quote, or not in the speaker's words, does not look like one. */
export function QuotedWords({ voice, text, highlights = [] }: QuotedWordsProps) {
  const paragraphs = splitAtBlankLines(text);
  return (
    <blockquote class={`words ${VOICES[voice].verbatim ? "is-verbatim" : "is-reported"}`}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph.start}>
          <HighlightedText text={text} within={paragraph} highlights={highlights} />
        </p>
      ))}
    </blockquote>
  );
}

interface HighlightedTextProps {
  readonly text: string;
  /** The part of the text to show. */
  readonly within: Stretch;
  readonly highlights: readonly Stretch[];
}

export function HighlightedText({ text, within, highlights }: HighlightedTextProps) {
  const marks = highlights.map(({ start, end }) => ({ start, end, value: true }));
  return (
    <>
      {textSegments(within, marks).map(({ start, end, mark }) =>
        mark === null ? text.slice(start, end) : <mark key={start}>{text.slice(start, end)}</mark>,
      )}
    </>
  );
}

function splitAtBlankLines(text: string): readonly Stretch[] {
  const breaks = [...text.matchAll(/\n\n/g)].map(({ index }) => index);
  const starts = [0, ...breaks.map((index) => index + 2)];
  return starts.map((start, i) => ({ start, end: breaks[i] ?? text.length }));
}
