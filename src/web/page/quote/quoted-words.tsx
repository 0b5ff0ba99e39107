import { type Highlight, HighlightedText } from "./highlighted-text.tsx";
import { VOICES, type VoiceName } from "./voice.ts";
import { type WordPart, wordParts } from "./word-parts.ts";

interface QuotedWordsProps {
  readonly voice: VoiceName;
  /** The words to the letter, their parts joined. */
  readonly text: string;
  /** The words of each part. */
  readonly parts: readonly { readonly exact: string }[];
  /** Stretches of the text to set off. */
  readonly highlights?: readonly Highlight[];
}

/** The words themselves. What is no quote, or not in the speaker's words, does not look like one. */
export function QuotedWords({ voice, text, parts, highlights = [] }: QuotedWordsProps) {
  const exacts = parts.map(({ exact }) => exact);
  return (
    <blockquote class={`words ${VOICES[voice].verbatim ? "is-verbatim" : "is-reported"}`}>
      {paragraphsOf(wordParts(text, exacts)).map((paragraph) => (
        <p key={paragraph[0]?.start}>
          {paragraph.map((part) => (
            <Part key={part.start} part={part} text={text} highlights={highlights} />
          ))}
        </p>
      ))}
    </blockquote>
  );
}

interface PartProps extends Pick<QuotedWordsProps, "text"> {
  readonly part: WordPart;
  readonly highlights: readonly Highlight[];
}

const Part = ({ part, text, highlights }: PartProps) => (
  <>
    <HighlightedText text={text} within={part} highlights={highlights} />
    {part.followedBy === "INTERRUPTION" && (
      <>
        {" "}
        <span class="seam" title="Here the article’s own words stand between">
          …
        </span>{" "}
      </>
    )}
  </>
);

function paragraphsOf(parts: readonly WordPart[]): readonly (readonly WordPart[])[] {
  const paragraphs: WordPart[][] = [[]];
  for (const part of parts) {
    paragraphs.at(-1)?.push(part);
    if (part.followedBy === "PARAGRAPH") paragraphs.push([]);
  }
  return paragraphs;
}
