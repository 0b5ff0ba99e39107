import type { Document } from "../text/document.ts";
import { findAttributedQuotes } from "./attributed-quotes.ts";
import type { DraftQuote } from "./draft-quote.ts";
import { findMarkedSpans, groupByBlock } from "./quotation-marks.ts";
import { findLabelledTurns } from "./speaker-labels.ts";
import { findSpeechBlocks } from "./speech-blocks.ts";

/** All quotes of a document by all layouts, in text order. A block is read by the first layout that claims it. */
export function readQuotes(document: Document): DraftQuote[] {
  const marked = findMarkedSpans(document);
  const turns = findLabelledTurns(document);
  const speeches = findSpeechBlocks(document, groupByBlock(marked));
  const fresh = speeches.quotes.filter(({ block }) => !turns.blocks.has(block));
  const claimed = (index: number): boolean => turns.blocks.has(index) || speeches.blocks.has(index);
  const attributed = findAttributedQuotes(document, marked, ({ index }) => claimed(index));
  return [...turns.quotes, ...fresh, ...attributed].sort((a, b) => startOf(a) - startOf(b));
}

const startOf = (draft: DraftQuote): number => draft.spans[0]?.start ?? 0;
