import type { Span } from "../../model/span.ts";
import type { Block, Document } from "../text/document.ts";
import { type Closing, ClosingMarks } from "./closing-marks.ts";
import { dashedWords } from "./dash-dialogue.ts";
import { type Mark, readMarks } from "./read-marks.ts";

/** Words between quotation marks, in one block. `start`..`end` leaves the marks out. */
export interface MarkedSpan extends Span {
  /** With the marks. */
  readonly outer: Span;
  readonly block: number;
  /** Whether its closing mark was found in its block. */
  readonly closed: boolean;
  /** Whether its words end with a stop of their own, as a whole utterance does. */
  readonly complete: boolean;
  /** Whether they begin with a capital, too: nothing before them belongs to them. */
  readonly utterance: boolean;
  /** Whether it carries on the marked span before it, left open at the end of the paragraph before. */
  readonly continues: boolean;
}

/** The marked spans of each block that has some, in text order. */
export type MarksByBlock = ReadonlyMap<number, readonly MarkedSpan[]>;

export function groupByBlock(marked: readonly MarkedSpan[]): MarksByBlock {
  const byBlock = new Map<number, MarkedSpan[]>();
  for (const span of marked) {
    const group = byBlock.get(span.block);
    if (group === undefined) byBlock.set(span.block, [span]);
    else group.push(span);
  }
  return byBlock;
}

/** A mark that opened, and the signs that close it. */
interface Opened {
  readonly mark: Mark;
  readonly closers: readonly string[];
}

/** What closes what: English, French, German, Scandinavian and East Asian habits; singles are doubled by the reader of marks. */
const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '"': ['"', "”", "“"],
  "“": ["”", '"'],
  "”": ["”"],
  "„": ["“", "”", '"'],
  "«": ["»"],
  "»": ["«", "»"],
  "‹": ["›"],
  "''": ["''"],
  "``": ["''", "``"],
  "‘": ["’", "'"],
  "'": ["'", "’"],
  "「": ["」"],
  "『": ["』"],
};

const STOP = /[.!?…]/;
const UTTERANCE_START = /^[^\p{L}]*\p{Lu}/u;
/** Dots and nested marks that may stand before the first letter, with it; in UTF-16 units. */
const UTTERANCE_REACH = 4;

/** All marked spans of the document, in text order. Each mark is read once, and looked at twice at most. */
export function findMarkedSpans({ text, blocks }: Document): MarkedSpan[] {
  const found: MarkedSpan[] = [];
  const marks = blocks.map((block, i) => marksOf(text, block, blocks[i + 1]));
  const closings = new ClosingMarks(marks);
  let openTo: Closing | null = null;
  blocks.forEach((block, i) => {
    const isOpen = isLeftOpen(found.at(-1), block);
    const opened = isOpen && openTo !== null && i <= openTo.block ? openTo.sign : null;
    for (const span of markedSpansOf(text, block, marks[i] ?? null, isOpen, opened)) found.push(span);
    const last = found.at(-1);
    if (last?.block === i && !last.closed && !last.continues)
      openTo = closings.behind(i, text.slice(last.outer.start, last.start).trim());
  });
  return found;
}

/** Null for a line of dialogue, whose words a dash opens. */
const marksOf = (text: string, block: Block, next: Block | undefined): readonly Mark[] | null =>
  dashedWords(text, block).length > 0
    ? null
    : readMarks(text, block, next === undefined ? "" : text.charAt(next.start));

/** @param opened The sign of a speech that a paragraph before opened, and that goes on without opening again */
function markedSpansOf(
  text: string,
  block: Block,
  marks: readonly Mark[] | null,
  isOpen: boolean,
  opened: string | null,
): MarkedSpan[] {
  if (marks === null) return dashedWords(text, block).map((span) => dashedSpan(text, block, span));
  const reader = new BlockReader(text, block, isOpen, opened);
  for (const mark of marks) reader.read(mark);
  return reader.finish();
}

/** Words behind a dash are as good as in marks; the comma before who says them stands outside, as in a split quote. */
function dashedSpan(text: string, block: Block, span: Span): MarkedSpan {
  const words = trimSpan(text, { start: span.start, end: withoutComma(text, span.end) });
  const complete = STOP.test(text.charAt(words.end - 1));
  return { outer: words, block: block.index, closed: true, complete, utterance: complete, continues: false, ...words };
}

const withoutComma = (text: string, end: number): number => (/[,—–―]/.test(text.charAt(end - 1)) ? end - 1 : end);

const isLeftOpen = (previous: MarkedSpan | undefined, block: Block): boolean =>
  previous !== undefined && !previous.closed && previous.block === block.index - 1 && !block.isTitle;

class BlockReader {
  readonly #text: string;
  readonly #block: Block;
  readonly #leftOpen: boolean;
  readonly #spans: MarkedSpan[] = [];
  #opened: Opened | null = null;

  constructor(text: string, block: Block, leftOpen: boolean, opened: string | null) {
    this.#text = text;
    this.#block = block;
    this.#leftOpen = leftOpen;
    if (opened !== null)
      this.#open({ start: block.start, end: block.start, sign: opened, canOpen: true, canClose: false });
  }

  read(mark: Mark): void {
    if (this.#opened === null) {
      if (mark.canOpen) this.#open(mark);
      return;
    }
    if (this.#opened.closers.includes(mark.sign) && this.#closes(mark)) this.#close(mark);
    else if (this.#reopens(mark)) this.#restart(mark);
  }

  finish(): MarkedSpan[] {
    if (this.#opened !== null) this.#push(this.#opened.mark, this.#block.end, this.#block.end, false);
    this.#opened = null;
    return this.#spans;
  }

  #closes(mark: Mark): boolean {
    return mark.canClose || (mark.sign !== this.#opened?.mark.sign && "”»’".includes(mark.sign));
  }

  /** The same opening sign again, well inside: the first was never closed. Nested marks are of another sign. */
  #reopens(mark: Mark): boolean {
    return mark.canOpen && !mark.canClose && mark.sign === this.#opened?.mark.sign && mark.sign !== "‘";
  }

  #open(mark: Mark): void {
    this.#opened = { mark, closers: CLOSERS[mark.sign] ?? [mark.sign] };
  }

  #close(mark: Mark): void {
    if (this.#opened !== null) this.#push(this.#opened.mark, mark.start, mark.end, true);
    this.#opened = null;
  }

  /** Gives the unclosed one its first sentence: the words after may be the narrator's. */
  #restart(mark: Mark): void {
    const opened = this.#opened;
    if (opened !== null) {
      const end = firstSentenceEnd(this.#text, opened.mark.end, mark.start);
      this.#push(opened.mark, end, end, true);
    }
    this.#open(mark);
  }

  #push(opening: Mark, end: number, outerEnd: number, closed: boolean): void {
    const span = trimSpan(this.#text, { start: opening.end, end });
    if (span.start >= span.end) return;
    const complete = STOP.test(this.#text[span.end - 1] as string);
    this.#spans.push({
      start: span.start,
      end: span.end,
      outer: { start: opening.start, end: outerEnd },
      block: this.#block.index,
      closed,
      complete,
      utterance: complete && UTTERANCE_START.test(this.#text.slice(span.start, span.start + UTTERANCE_REACH)),
      continues: this.#leftOpen && this.#spans.length === 0 && opening.start === this.#block.start,
    });
  }
}

/** Where the first sentence that begins at `from` ends, at most at `limit`. */
function firstSentenceEnd(text: string, from: number, limit: number): number {
  for (let i = from; i < limit - 1; i++) {
    if (/[.!?]/.test(text[i] as string) && /\s/.test(text[i + 1] as string)) return i + 1;
  }
  return limit;
}

/** The span without white space at its edges. */
function trimSpan(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return { start: from, end: to };
}
