import type { TaggedStatement } from "../../model/article-tags.ts";
import { firstFrom } from "../../model/span.ts";
import type { Document } from "../text/document.ts";
import { findAttributedQuotes } from "./attributed-quotes.ts";
import type { DraftQuote } from "./draft-quote.ts";
import { joinTagged } from "./join-tagged.ts";
import { findMarkedSpans, groupByBlock } from "./quotation-marks.ts";
import { findLabelledTurns } from "./speaker-labels.ts";
import { findSpeechBlocks } from "./speech-blocks.ts";

/** All quotes of a document by all layouts, in text order. A block is read by the first layout that claims it. */
export function readQuotes(document: Document, statements: readonly TaggedStatement[] = []): DraftQuote[] {
  const marked = findMarkedSpans(document);
  const turns = findLabelledTurns(document);
  const speeches = findSpeechBlocks(document, groupByBlock(marked));
  const fresh = speeches.quotes.filter(({ block }) => !turns.blocks.has(block));
  const claimed = (index: number): boolean => turns.blocks.has(index) || speeches.blocks.has(index);
  const attributed = findAttributedQuotes(document, marked, ({ index }) => claimed(index));
  const blockOf = ({ cue }: TaggedStatement) => firstFrom(document.blocks, cue.start + 1, ({ start }) => start) - 1;
  const free = statements.filter((statement) => !claimed(blockOf(statement)));
  const joined = free.length === 0 ? attributed : joinTagged(document, attributed, free, marked);
  return [...turns.quotes, ...fresh, ...joined].sort((a, b) => startOf(a) - startOf(b));
}

const startOf = (draft: DraftQuote): number => draft.spans[0]?.start ?? 0;
