import { LRUCache } from "lru-cache";
import { articleBlocks, type ReadableArticle } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import type { Turn } from "../../model/turn.ts";
import { inHeadlineCase } from "./headline-case.ts";
import { mendTags } from "./mend-tags.ts";
import { PackedTokens, type ReadTokens, type TokenRange } from "./packed-tokens.ts";
import { tagPartsOfSpeech } from "./tag-parts-of-speech.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokenize.ts";

/** The title or one paragraph, read into tokens. */
export interface Block extends Span {
  readonly isTitle: boolean;
  /** Place among the document's blocks. */
  readonly index: number;
  readonly tokens: readonly Token[];
  /** For each token whether its sentence is written in the way of a headline. */
  readonly inHeadline: readonly boolean[];
}

/** An article as the readers of this room see it. */
export interface Document {
  readonly articleId: string;
  readonly text: string;
  /** The title first, where it stands in the text, then the paragraphs. */
  readonly blocks: readonly Block[];
  /** What the format says of who speaks. */
  readonly turns: readonly Turn[];
}

type BlockPlace = Omit<Block, keyof ReadTokens>;

/** A document of more blocks (a transcript of some thousand turns) has its tokens packed. */
const MOST_UNPACKED = 4_096;

/**
 * So many blocks of it have their tokens at hand: readers go through the blocks in order, or look at what stands beside. With thousands
 * the tokens outlive the garbage collector's first look, and processes grow for want of a second.
 */
export const BLOCKS_AT_HAND = 64;

export function readDocument(article: ReadableArticle): Document {
  const { text, titleSpan } = article;
  const places = articleBlocks(article).map((span, index) => ({
    start: span.start,
    end: span.end,
    isTitle: span === titleSpan,
    index,
  }));
  const toBlock = places.length > MOST_UNPACKED ? packing(text) : reading(text);
  return { articleId: article.id, text, blocks: places.map(toBlock), turns: article.turns };
}

function readTokens(text: string, block: BlockPlace): ReadTokens {
  const tokens = tagPartsOfSpeech(tokenize(text, block));
  const inHeadline = inHeadlineCase(tokens, block.isTitle);
  return { tokens: mendTags(tokens, inHeadline), inHeadline };
}

const reading =
  (text: string) =>
  (place: BlockPlace): Block => {
    const { start, end, isTitle, index } = place;
    const { tokens, inHeadline } = readTokens(text, place);
    return { start, end, isTitle, index, tokens, inHeadline };
  };

function packing(text: string): (place: BlockPlace) => Block {
  const packed = new PackedTokens();
  const atHand = new LRUCache<TokenRange, ReadTokens>({
    max: BLOCKS_AT_HAND,
    memoMethod: (range) => packed.read(range),
  });
  const read = (range: TokenRange): ReadTokens => atHand.memo(range);
  return (place) => new PackedBlock(place, packed.add(readTokens(text, place)), read);
}

/** A block whose tokens are read when they are asked for. */
class PackedBlock implements Block {
  readonly start: number;
  readonly end: number;
  readonly isTitle: boolean;
  readonly index: number;
  readonly #range: TokenRange;
  readonly #read: (range: TokenRange) => ReadTokens;

  constructor({ start, end, isTitle, index }: BlockPlace, range: TokenRange, read: (range: TokenRange) => ReadTokens) {
    this.start = start;
    this.end = end;
    this.isTitle = isTitle;
    this.index = index;
    this.#range = range;
    this.#read = read;
  }

  get tokens(): readonly Token[] {
    return this.#read(this.#range).tokens;
  }

  get inHeadline(): readonly boolean[] {
    return this.#read(this.#range).inHeadline;
  }
}
