import type { Span } from "../../model/span.ts";
import { type LetterCase, letterCase, splitWords, type Word } from "./split-words.ts";

/** What the tagger is trained with, the special pieces included. */
export const MAX_PIECES = 192;
/** A word of more pieces (an address, a rule of dashes) is cut: its first piece bears the label. */
const MAX_WORD_PIECES = 8;
const STOPS: ReadonlySet<string> = new Set([".", "?", "!"]);

/** The special pieces and the pieces of a word, as numbers of the vocabulary. */
export interface WordPieces {
  readonly first: number;
  readonly separator: number;
  of(word: string): readonly number[];
}

/** One input of the model; `pieces` and `cases` have one entry a word piece, at most `MAX_PIECES`. */
export interface TaggingWindow {
  readonly pieces: readonly number[];
  readonly cases: readonly LetterCase[];
  /** In text order, each with the place of its first piece. */
  readonly words: readonly PlacedWord[];
}

export interface PlacedWord extends Word {
  readonly at: number;
  /** Which paragraph of the window it stands in. */
  readonly paragraph: number;
}

interface SplitWord extends Word {
  readonly pieces: readonly number[];
}

/** Consecutive blocks share a window while there is room; a block longer than a window is cut at a stop. */
export function packWindows(text: string, blocks: readonly Span[], pieces: WordPieces): TaggingWindow[] {
  const groups: SplitWord[][][] = [];
  let room = 0;
  for (const block of blocks) {
    for (const paragraph of cut(readBlock(text, block, pieces))) {
      const size = sizeOf(paragraph) + 1;
      if (size > room) {
        groups.push([]);
        room = MAX_PIECES - 1;
      }
      groups.at(-1)?.push(paragraph);
      room -= size;
    }
  }
  return groups.map((group) => toWindow(group, pieces));
}

const readBlock = (text: string, block: Span, pieces: WordPieces): SplitWord[] =>
  splitWords(text, block)
    .map((word) => ({ ...word, pieces: pieces.of(word.text).slice(0, MAX_WORD_PIECES) }))
    .filter((word) => word.pieces.length > 0);

const sizeOf = (words: readonly SplitWord[]): number => words.reduce((sum, word) => sum + word.pieces.length, 0);

/** Behind the last stop that fits, else where the window is full. */
function cut(words: readonly SplitWord[]): SplitWord[][] {
  const parts: SplitWord[][] = [];
  let begin = 0;
  let stop = 0;
  let size = 0;
  words.forEach((word, i) => {
    size += word.pieces.length;
    if (size > MAX_PIECES - 2) {
      const end = stop > begin ? stop : i;
      parts.push(words.slice(begin, end));
      begin = end;
      size = sizeOf(words.slice(begin, i + 1));
    }
    if (STOPS.has(word.text)) stop = i + 1;
  });
  if (begin < words.length) parts.push(words.slice(begin));
  return parts;
}

function toWindow(paragraphs: readonly (readonly SplitWord[])[], { first, separator }: WordPieces): TaggingWindow {
  const pieces: number[] = [first];
  const cases: LetterCase[] = [0];
  const words: PlacedWord[] = [];
  paragraphs.forEach((paragraph, index) => {
    for (const { text, start, end, pieces: own } of paragraph) {
      words.push({ text, start, end, at: pieces.length, paragraph: index });
      for (const piece of own) {
        pieces.push(piece);
        cases.push(letterCase(text));
      }
    }
    pieces.push(separator);
    cases.push(0);
  });
  return { pieces, cases, words };
}
