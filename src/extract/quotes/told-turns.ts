import { contains, overlaps, type Span } from "../../model/span.ts";
import type { Turn } from "../../model/turn.ts";
import type { Block, Document } from "../text/document.ts";
import type { DraftQuote } from "./draft-quote.ts";
import { resumesNarration } from "./resumes-narration.ts";

/** Turns of a transcript, and the blocks that they take. */
export interface Turns {
  readonly quotes: readonly DraftQuote[];
  readonly blocks: ReadonlySet<number>;
}

/** The turns that the format tells (`ingest`). They are trusted: no mark or colon in their blocks is looked at again. */
export function readToldTurns({ blocks, turns }: Document): Turns {
  const quotes: DraftQuote[] = [];
  const taken = new Set<number>();
  let at = 0;
  for (const turn of turns) {
    while (at < blocks.length && (blocks[at] as Block).end <= turn.start) at += 1;
    const own = blocksOf(blocks, at, turn);
    for (const { index } of own) taken.add(index);
    const words = turn.words.filter(({ end }) => end <= (own.at(-1)?.end ?? 0));
    if (words.length > 0) quotes.push(draftOf(turn, words, blockOf(own, words[0] as Span)));
  }
  return { quotes, blocks: taken };
}

/** The blocks that the turn touches, up to where the narrator takes over again. */
function blocksOf(blocks: readonly Block[], from: number, turn: Turn): readonly Block[] {
  const own: Block[] = [];
  let hasWords = false;
  for (let i = from; i < blocks.length && overlaps(blocks[i] as Block, turn); i++) {
    const block = blocks[i] as Block;
    if (turn.isOpenEnded && hasWords && resumesNarration(block)) break;
    own.push(block);
    hasWords ||= turn.words[0] !== undefined && contains(block, turn.words[0]);
  }
  return own;
}

/** The block of the first words: a label may stand in one of its own. */
const blockOf = (own: readonly Block[], first: Span): number =>
  own.find((block) => contains(block, first))?.index ?? own[0]?.index ?? 0;

const draftOf = ({ speaker }: Turn, words: readonly Span[], block: number): DraftQuote => ({
  kind: "TRANSCRIPT",
  spans: words,
  cue: null,
  source: speaker,
  block,
  basis: "LABEL",
  marked: [],
});
