import { assertionLabel, isHeldAgainst } from "../../../model/assertion-label.ts";
import { type ArticleState, paragraphAnchor, quoteAnchor } from "../navigation/article-address.ts";
import { attributionText } from "../quote/attribution-text.ts";
import { type Mark, type Segment, textSegments } from "../quote/text-segments.ts";
import { VOICES } from "../quote/voice.ts";
import type { ArticleQuote, Paragraph } from "./documents.ts";
import { type ArticleSpeaker, isSetOff, NO_HUE, NO_INITIALS } from "./speakers.ts";

export type QuoteMark = Mark<ArticleQuote>;

interface Setting {
  readonly speakers: ReadonlyMap<string, ArticleSpeaker>;
  readonly state: ArticleState;
}

interface MarkedParagraphProps extends Setting {
  readonly paragraph: Paragraph;
  /** Those that touch the paragraph, at least. */
  readonly marks: readonly QuoteMark[];
}

/** A paragraph to the letter, each quote in it marked in the colour of its speaker. */
export function MarkedParagraph({ paragraph: { index, text, span }, marks, ...setting }: MarkedParagraphProps) {
  const id = paragraphAnchor(index);
  return (
    <p id={id} class={setting.state.anchor === id ? "is-sought" : ""}>
      {textSegments(span, marks).map((segment) => (
        <MarkedSegment key={segment.start} segment={segment} depth={0} {...setting}>
          {text.slice(segment.start - span.start, segment.end - span.start)}
        </MarkedSegment>
      ))}
    </p>
  );
}

interface MarkedSegmentProps extends Setting {
  readonly segment: Segment<ArticleQuote>;
  /** How many of the segment's marks are around already: a quote within another is a mark within its mark. */
  readonly depth: number;
  readonly children: string;
}

function MarkedSegment({ segment, depth, children, ...setting }: MarkedSegmentProps) {
  const mark = segment.marks[depth];
  if (mark === undefined) return <>{children}</>;
  const quote = mark.value;
  const hue = speakerOf(quote, setting.speakers)?.hue ?? NO_HUE;
  const states = [
    VOICES[quote.kind].verbatim ? "is-verbatim" : "is-reported",
    setting.state.anchor === quoteAnchor(quote.id) ? "is-sought" : "",
    isHeldAgainst(quote) ? "is-held-against" : "",
    isSetOff(quote, setting.state.speaker) ? "" : "is-muted",
  ];
  const opensQuote = segment.start === quote.spans[0]?.start;
  return (
    <mark class={`said ${hue} ${states.join(" ")}`} data-quote={quote.id}>
      {opensQuote && <QuoteLink quote={quote} speaker={speakerOf(quote, setting.speakers)} />}
      <MarkedSegment segment={segment} depth={depth + 1} {...setting}>
        {children}
      </MarkedSegment>
    </mark>
  );
}

const speakerOf = ({ speaker }: ArticleQuote, speakers: Setting["speakers"]): ArticleSpeaker | undefined =>
  speaker === null ? undefined : speakers.get(speaker.id);

interface QuoteLinkProps {
  readonly quote: ArticleQuote;
  readonly speaker: ArticleSpeaker | undefined;
}

/** The initials of whoever speaks, and how it is told where it was not simply said; chooses the quote. */
function QuoteLink({ quote, speaker }: QuoteLinkProps) {
  const anchor = quoteAnchor(quote.id);
  const told = assertionLabel(quote);
  const who = attributionText(quote) ?? "Speaker not named";
  const voice = isHeldAgainst(quote) && VOICES[quote.kind].verbatim ? null : VOICES[quote.kind].label.toLowerCase();
  const label = [who, told, voice].filter((part) => part !== null).join(", ");
  const initials = (speaker?.initials ?? NO_INITIALS) + (quote.speaker === null || quote.isSpeakerSure ? "" : "?");
  return (
    <a id={anchor} href={`#${anchor}`} class="initials" title={label}>
      <span aria-hidden="true">{told === null ? initials : `${initials} ${told}:`}</span>
      <span class="for-ears">{label}</span>
    </a>
  );
}
