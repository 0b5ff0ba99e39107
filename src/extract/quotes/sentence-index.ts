import { LRUCache } from "lru-cache";
import { firstFrom } from "../../model/span.ts";
import { narrationOf, type Sentence, splitSentences } from "../marks/narration.ts";
import { groupByBlock, type MarkedSpan, type MarksByBlock } from "../marks/quotation-marks.ts";
import { BLOCKS_AT_HAND, type Block, type Document } from "../text/document.ts";
import { attributionFollows } from "./attribution-follows.ts";

/** The sentences of a document, block by block; a block is split when it is first asked for, and those asked for last are remembered. */
export class SentenceIndex {
  readonly #document: Document;
  readonly #marked: MarksByBlock;
  readonly #byBlock = new LRUCache<number, readonly Sentence[]>({ max: BLOCKS_AT_HAND });

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

  /** The words in marks of a block, in text order. */
  marksOf(block: Block): readonly MarkedSpan[] {
    return this.#marked.get(block.index) ?? [];
  }

  #split(block: Block): readonly Sentence[] {
    const items = narrationOf(block, this.marksOf(block));
    return splitSentences(this.#document.text, items, attributionFollows);
  }
}

/** Which sentence an offset is in: the last that starts at or before it. */
export const sentenceAt = (sentences: readonly Sentence[], offset: number): number =>
  Math.max(0, firstFrom(sentences, offset + 1, (sentence) => sentence[0]?.start ?? 0) - 1);
