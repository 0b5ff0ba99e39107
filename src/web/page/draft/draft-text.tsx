import { useRef } from "preact/hooks";
import { useQuoteClicks } from "../article/use-quote-clicks.ts";
import { type DraftState, draftAddress, draftQuoteAnchor } from "../navigation/draft-address.ts";
import { navigate } from "../navigation/use-location.ts";
import { type Mark, type Segment, type Stretch, textSegments } from "../quote/text-segments.ts";
import { VERDICTS, type VerdictLook } from "../verify/verdicts.ts";
import type { DraftCheck, DraftQuote } from "./documents.ts";

/** A quote with its place among those of the draft, from 0. */
export interface PlacedQuote {
  readonly quote: DraftQuote;
  readonly place: number;
}

interface DraftTextProps {
  readonly check: DraftCheck;
  readonly state: DraftState;
}

/** The draft to the letter, each quote marked by what became of it. */
export function DraftText({ check, state }: DraftTextProps) {
  const text = useRef<HTMLDivElement>(null);
  const placed = check.quotes.map((quote, place) => ({ quote, place }));
  const marks = placed.flatMap((one) => one.quote.spans.map((span) => ({ ...span, value: one })));
  useQuoteClicks(text, (place) =>
    navigate(draftAddress({ ...state, anchor: draftQuoteAnchor(Number(place)) }), "REPLACE"),
  );
  return (
    <div class="reading-text draft-text" ref={text}>
      {blocksOf(check).map((block) => (
        <p key={block.start} class={check.text.slice(block.start, block.end) === check.title ? "draft-title" : ""}>
          {textSegments(
            block,
            marks.filter(({ start, end }) => start < block.end && end > block.start),
          ).map((segment) => (
            <MarkedSegment key={segment.start} segment={segment} depth={0} state={state}>
              {check.text.slice(segment.start, segment.end)}
            </MarkedSegment>
          ))}
        </p>
      ))}
    </div>
  );
}

/** Headline and paragraphs, and what stands between them and is in none: nothing of the draft is left out. */
function blocksOf({ text, paragraphs }: DraftCheck): readonly Stretch[] {
  const ends = [0, ...paragraphs.map(({ end }) => end)];
  const between = [...paragraphs.map(({ start }) => start), text.length].map((end, i) => ({
    start: ends[i] ?? 0,
    end,
  }));
  return [...paragraphs, ...between]
    .filter(({ start, end }) => text.slice(start, end).trim() !== "")
    .sort((a, b) => a.start - b.start);
}

interface MarkedSegmentProps {
  readonly segment: Segment<PlacedQuote>;
  /** How many of the segment's marks are around already: a quote within another is a mark within its mark. */
  readonly depth: number;
  readonly state: DraftState;
  readonly children: string;
}

function MarkedSegment({ segment, depth, state, children }: MarkedSegmentProps) {
  const mark: Mark<PlacedQuote> | undefined = segment.marks[depth];
  if (mark === undefined) return <>{children}</>;
  const { quote, place } = mark.value;
  const anchor = draftQuoteAnchor(place);
  const states = [
    toneOf(quote),
    state.anchor === anchor ? "is-sought" : "",
    state.verdict === null || state.verdict === quote.verdict ? "" : "is-muted",
  ];
  return (
    <mark class={`claimed ${states.join(" ")}`} data-quote={place}>
      {segment.start === quote.spans[0]?.start && <VerdictLink quote={quote} anchor={anchor} />}
      <MarkedSegment segment={segment} depth={depth + 1} state={state}>
        {children}
      </MarkedSegment>
    </mark>
  );
}

/** A verdict that is no trouble here, such as a cut that the draft marks, looks like one that is none; what was not found, like neither. */
function toneOf(quote: DraftQuote): string {
  if (quote.needsALook) return troubleOf(quote).tone;
  return quote.verdict === "NOT_FOUND" ? "is-plain" : "is-good";
}

function iconOf(quote: DraftQuote): string {
  if (quote.needsALook) return troubleOf(quote).icon;
  return quote.verdict === "NOT_FOUND" ? "–" : "✓";
}

/** Words that were said are trouble where the draft denies them. */
const troubleOf = ({ verdict }: DraftQuote): VerdictLook => VERDICTS[verdict === "VERBATIM" ? "DISPUTED" : verdict];

const VerdictLink = ({ quote, anchor }: { readonly quote: DraftQuote; readonly anchor: string }) => (
  <a id={anchor} href={`#${anchor}`} class="claimed-icon" title={VERDICTS[quote.verdict].label}>
    <span aria-hidden="true">{iconOf(quote)}</span>
    <span class="for-ears">{VERDICTS[quote.verdict].label}</span>
  </a>
);
