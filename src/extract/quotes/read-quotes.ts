import type { TaggedStatement } from "../../model/article-tags.ts";
import { firstFrom, overlaps, type Span } from "../../model/span.ts";
import { findMarkedSpans, groupByBlock } from "../marks/quotation-marks.ts";
import type { Block, Document } from "../text/document.ts";
import { findAttributedQuotes } from "./attributed-quotes.ts";
import { withDashAttributions } from "./dash-attribution.ts";
import type { DraftQuote } from "./draft-quote.ts";
import { headlineQuotes } from "./headline-label.ts";
import { joinTagged } from "./join-tagged.ts";
import { findSpeechBlocks } from "./speech-blocks.ts";
import { readToldTurns } from "./told-turns.ts";

/** From this share of its letters on, an article is turns or speeches: it says itself who says what, and the tagger, which knows prose, is not asked. */
const MOSTLY = 0.5;

/**
 * All quotes of a document by all layouts, in text order. A block is read by the first layout that claims it.
 * @param statements Of a trained tagger; they count in running text.
 */
export function readQuotes(document: Document, statements: readonly TaggedStatement[]): DraftQuote[] {
  const marked = findMarkedSpans(document);
  const turns = readToldTurns(document);
  const speeches = findSpeechBlocks(document, groupByBlock(marked));
  const fresh = speeches.quotes.filter(({ block }) => !turns.blocks.has(block));
  const claimed = ({ index }: Block): boolean => turns.blocks.has(index) || speeches.blocks.has(index);
  const attributed = findAttributedQuotes(document, marked, claimed);
  const free = statementsOutside(document, statements, claimed);
  const joined = free.length === 0 ? attributed : joinTagged(document, attributed, free, marked);
  const running = withDashAttributions(document, joined);
  const headline = headlineQuotes(document, marked).filter(
    ({ spans }) => !running.some((other) => sharesWords(spans, other)),
  );
  return [...turns.quotes, ...fresh, ...headline, ...running].sort((a, b) => firstOf(a) - firstOf(b));
}

function statementsOutside(
  { blocks }: Document,
  statements: readonly TaggedStatement[],
  claimed: (block: Block) => boolean,
): readonly TaggedStatement[] {
  if (lettersOf(blocks.filter(claimed)) >= MOSTLY * lettersOf(blocks)) return [];
  return statements.filter(({ cue }) => {
    const block = blocks[firstFrom(blocks, cue.start + 1, startOf) - 1];
    return block !== undefined && !claimed(block);
  });
}

const sharesWords = (spans: readonly Span[], other: DraftQuote): boolean =>
  spans.some((span) => other.spans.some((one) => overlaps(one, span)));

const lettersOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { start, end }) => sum + end - start, 0);

const firstOf = (draft: DraftQuote): number => draft.spans[0]?.start ?? 0;

const startOf = ({ start }: Block): number => start;
