import { isHeldAgainst } from "../../../model/assertion-label.ts";
import { needsSentence } from "../../../model/shown-spans.ts";
import type { Told } from "./fragments.ts";
import type { Highlight } from "./highlight.ts";
import { HighlightedText } from "./highlighted-text.tsx";
import { placeInSentence } from "./place-in-sentence.ts";
import type { Stretch } from "./text-segments.ts";
import { ToldLabel } from "./told-label.tsx";
import { VOICES } from "./voice.ts";
import { type WordPart, wordParts } from "./word-parts.ts";

interface QuotedWordsProps {
  /** How it is told; null for the article's own words. */
  readonly quote: Told | null;
  /** The words to the letter, their parts joined. */
  readonly text: string;
  /** The words of each part. */
  readonly parts: readonly { readonly exact: string }[];
  /** Where each part stands in the article. */
  readonly spans: readonly Stretch[];
  /** Stretches of the text to set off. */
  readonly highlights?: readonly Highlight[];
}

/** The words themselves, or the sentence that they are told in. What is no quote, or not simply said, does not look like one. */
export function QuotedWords({ quote, text, parts, spans, highlights = [] }: QuotedWordsProps) {
  const stretches = wordParts(
    text,
    parts.map(({ exact }) => exact),
  );
  const words = { text, stretches, spans, highlights };
  if (quote === null) return <OwnWords {...words} look="is-reported" />;
  return (
    <>
      <ToldLabel quote={quote} />
      {needsSentence(quote) ? (
        <WordsInSentence quote={quote} {...words} />
      ) : (
        <OwnWords {...words} look={VOICES[quote.kind].verbatim ? "is-verbatim" : "is-reported"} />
      )}
    </>
  );
}

interface WordsProps {
  readonly text: string;
  readonly stretches: readonly WordPart[];
  readonly spans: readonly Stretch[];
  readonly highlights: readonly Highlight[];
}

const OwnWords = ({ text, stretches, highlights, look }: WordsProps & { readonly look: string }) => (
  <blockquote class={`words ${look}`}>
    {paragraphsOf(stretches).map((paragraph) => (
      <p key={paragraph[0]?.start}>
        {paragraph.map((part) => (
          <Part key={part.start} part={part} text={text} highlights={highlights} />
        ))}
      </p>
    ))}
  </blockquote>
);

/** The sentence with the verb that governs the statement, the statement marked in it, and what goes on behind it. */
function WordsInSentence({ quote, text, stretches, spans, highlights }: WordsProps & { readonly quote: Told }) {
  const { sentence } = quote;
  const place = placeInSentence(sentence, { parts: stretches, spans, highlights });
  const look = isHeldAgainst(quote) ? "is-held-against" : "";
  return (
    <blockquote class={`words is-reported in-sentence ${look}`}>
      <p>
        <HighlightedText
          text={sentence.text}
          within={{ start: 0, end: sentence.text.length }}
          highlights={place.highlights}
        />
      </p>
      {place.rest.map((stretch) => (
        <p key={stretch.start} class="statement">
          <HighlightedText text={text} within={stretch} highlights={highlights} />
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
