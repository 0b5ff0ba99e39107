import { overlaps } from "../../model/span.ts";
import type { Turn } from "../../model/turn.ts";
import type { Block, Document } from "../text/document.ts";
import type { DraftQuote } from "./draft-quote.ts";

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
    const first = at;
    for (let i = at; i < blocks.length && overlaps(blocks[i] as Block, turn); i++) taken.add(i);
    if (turn.words.length > 0) quotes.push(draftOf(turn, blockOf(blocks, first, turn)));
  }
  return { quotes, blocks: taken };
}

/** The block of the first words: a label may stand in one of its own. */
function blockOf(blocks: readonly Block[], first: number, { words }: Turn): number {
  const start = words[0]?.start ?? 0;
  let at = first;
  while (at < blocks.length - 1 && (blocks[at] as Block).end <= start) at += 1;
  return at;
}

const draftOf = ({ words, speaker }: Turn, block: number): DraftQuote => ({
  kind: "TRANSCRIPT",
  spans: words,
  cue: null,
  source: speaker,
  block,
  basis: "LABEL",
  marked: [],
});
