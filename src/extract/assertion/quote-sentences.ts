import { contains, firstFrom, type Span } from "../../model/span.ts";
import { narrationOf, type Sentence, splitSentences } from "../marks/narration.ts";
import { groupByBlock, type MarkedSpan, type MarksByBlock } from "../marks/quotation-marks.ts";
import { attributionFollows } from "../quotes/attribution-follows.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import type { Block, Document } from "../text/document.ts";

/** Where a quote stands: its sentences, one behind the other in one block. */
export interface QuoteSentences {
  readonly span: Span;
  readonly block: Block;
  /** Places among the block's sentences: `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
}

/** The sentences of a document, block by block; each block is split once, when it is first asked for. */
export class SentenceIndex {
  readonly #document: Document;
  readonly #marked: MarksByBlock;
  readonly #byBlock = new Map<number, readonly Sentence[]>();

  constructor(document: Document, marked: readonly MarkedSpan[]) {
    this.#document = document;
    this.#marked = groupByBlock(marked);
  }

  /** The sentences of a block; none where there is no such block. */
  ofBlock(index: number): readonly Sentence[] {
    const known = this.#byBlock.get(index);
    if (known !== undefined) return known;
    const block = this.#document.blocks[index];
    const sentences = block === undefined ? [] : this.#split(block);
    this.#byBlock.set(index, sentences);
    return sentences;
  }

  /**
   * The sentences that hold the quote's words, its cue and its source, as far as these stand in the block of its first
   * words. A source that was only guessed, from elsewhere in the block, is not looked at.
   */
  of({ spans, cue, source, basis }: DraftQuote): QuoteSentences {
    const block = this.blockAt(spans[0]?.start ?? 0);
    const subject = basis === "DISTANT" || basis === "CARRIED" ? null : source;
    const parts = [...spans, cue, subject].filter((part) => part !== null).filter((part) => contains(block, part));
    const sentences = this.ofBlock(block.index);
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

  /** The sentence that an offset stands in. */
  at(offset: number): Sentence | undefined {
    const sentences = this.ofBlock(this.blockAt(offset).index);
    return sentences[sentenceAt(sentences, offset)];
  }

  /** The block that an offset stands in, or the last before it. */
  blockAt(offset: number): Block {
    const { blocks } = this.#document;
    return blocks[firstFrom(blocks, offset + 1, ({ start }) => start) - 1] ?? (blocks[0] as Block);
  }

  #split(block: Block): readonly Sentence[] {
    const items = narrationOf(block, this.#marked.get(block.index) ?? []);
    return splitSentences(this.#document.text, items, attributionFollows);
  }
}

/** Which sentence an offset is in: the last that starts at or before it. */
const sentenceAt = (sentences: readonly Sentence[], offset: number): number =>
  Math.max(0, firstFrom(sentences, offset + 1, (sentence) => sentence[0]?.start ?? 0) - 1);
