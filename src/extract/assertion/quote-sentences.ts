import { contains, type Span } from "../../model/span.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import { type SentenceIndex, sentenceAt } from "../quotes/sentence-index.ts";
import type { Block } from "../text/document.ts";

/** Where a quote stands: its sentences, one behind the other in one block. */
export interface QuoteSentences {
  readonly span: Span;
  readonly block: Block;
  /** Places among the block's sentences: `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
}

/**
 * The sentences that hold the quote's words, its cue and its source, as far as these stand in the block of its first
 * words. A source that was only guessed, from elsewhere in the block, is not looked at.
 */
export function sentencesOf(index: SentenceIndex, { spans, cue, source, basis }: DraftQuote): QuoteSentences {
  const block = index.blockAt(spans[0]?.start ?? 0);
  const subject = basis === "DISTANT" || basis === "CARRIED" ? null : source;
  const parts = [...spans, cue, subject].filter((part) => part !== null).filter((part) => contains(block, part));
  const sentences = index.ofBlock(block.index);
  const from = sentenceAt(
    sentences,
    parts.reduce((least, { start }) => Math.min(least, start), block.end),
  );
  const last = sentenceAt(
    sentences,
    parts.reduce((most, { end }) => Math.max(most, end - 1), block.start),
  );
  const start = sentences[from]?.[0]?.start ?? block.start;
  const end = sentences[last]?.at(-1)?.end ?? block.end;
  return { span: { start, end }, block, from, to: last + 1 };
}
