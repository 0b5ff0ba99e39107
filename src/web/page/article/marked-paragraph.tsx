import { paragraphAnchor, quoteAnchor } from "../navigation/address.ts";
import { type Mark, type Segment, textSegments } from "../quote/text-segments.ts";
import { VOICES } from "../quote/voice.ts";
import type { ArticleQuote, Paragraph } from "./documents.ts";
import { type ArticleSpeaker, NO_HUE } from "./speakers.ts";

export type QuoteMark = Mark<ArticleQuote>;

interface MarkedParagraphProps {
  readonly paragraph: Paragraph;
  /** Those that touch the paragraph, at least. */
  readonly marks: readonly QuoteMark[];
  readonly speakers: ReadonlyMap<string, ArticleSpeaker>;
  /** The anchor of the address: what to set off. */
  readonly anchor: string;
}

/** A paragraph to the letter, each quote in it marked in the colour of its speaker. */
export function MarkedParagraph({ paragraph: { index, text, span }, marks, speakers, anchor }: MarkedParagraphProps) {
  const id = paragraphAnchor(index);
  return (
    <p id={id} class={anchor === id ? "is-sought" : ""}>
      {textSegments(span, marks).map((segment) => {
        const words = text.slice(segment.start - span.start, segment.end - span.start);
        if (segment.mark === null) return words;
        return (
          <QuoteSegment key={segment.start} segment={segment} mark={segment.mark} speakers={speakers} anchor={anchor}>
            {words}
          </QuoteSegment>
        );
      })}
    </p>
  );
}

interface QuoteSegmentProps extends Pick<MarkedParagraphProps, "speakers" | "anchor"> {
  readonly segment: Segment<ArticleQuote>;
  readonly mark: QuoteMark;
  readonly children: string;
}

function QuoteSegment({ segment, mark, speakers, anchor, children }: QuoteSegmentProps) {
  const quote = mark.value;
  const speaker = quote.speaker === null ? undefined : speakers.get(quote.speaker.id);
  const name = quote.speaker?.name ?? "a speaker not named";
  const opens = segment.start === mark.start;
  const isFirst = opens && mark.start === quote.spans[0]?.start;
  const id = quoteAnchor(quote.id);
  const sought = anchor === id ? " is-sought" : "";
  const voice = VOICES[quote.kind];
  return (
    <mark
      {...(isFirst && { id })}
      class={`said ${speaker?.hue ?? NO_HUE} ${voice.verbatim ? "is-verbatim" : "is-reported"}${sought}`}
      title={`${name} – ${voice.label.toLowerCase()}`}
    >
      {opens && <span class="for-ears">{`${name}, ${voice.label.toLowerCase()}: `}</span>}
      {isFirst && (
        <span class="initials" aria-hidden="true">
          {speaker?.initials ?? "?"}
        </span>
      )}
      {children}
    </mark>
  );
}
