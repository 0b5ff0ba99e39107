import type { Span } from "../model/span.ts";
import type { TextLine } from "./text-lines.ts";

/** Lines wrapped by a machine or by hand are between a narrow column and a wide terminal, in characters. */
const MIN_WRAP_WIDTH = 40;
const MAX_WRAP_WIDTH = 120;

/** How much shorter than the widest a full line may be, in characters: `fmt` and hands leave lines ragged. */
const RAGGED_CHARACTERS = 8;

/** A text counts as wrapped when so many of its line breaks stand where the next word would not have fitted. */
const MIN_SHARE_OF_FULL_LINES = 0.5;

const SENTENCE_END = /[.!?…:]["'”’»)\]]*$/;

/** A paragraph with the lines that it was made of. */
export interface Paragraph extends Span {
  readonly lines: readonly TextLine[];
}

/** Whether a line break ends a paragraph. */
export type LineBreakRule = (line: TextLine, next: TextLine) => boolean;

/** How a text's lines were broken. */
export interface Wrapping {
  readonly isWrapped: boolean;
  /** Whether a line broke for want of room. */
  readonly isFull: LineBreakRule;
}

export function readWrapping(blocks: readonly (readonly TextLine[])[]): Wrapping {
  const breaks = blocks.flatMap((block) => block.slice(1).map((next, i) => [block[i] as TextLine, next] as const));
  const width = breaks.reduce((widest, [line, next]) => Math.max(widest, columns(line), columns(next)), 0);
  const isFull: LineBreakRule = (line, next) =>
    columns(line) + 1 + firstWord(next.text).length > width - RAGGED_CHARACTERS;
  const full = breaks.filter(([line, next]) => isFull(line, next)).length;
  const hasWidth = width >= MIN_WRAP_WIDTH && width <= MAX_WRAP_WIDTH;
  const isNumbered = blocks.some((block) => block.some((line) => line.isNumbered));
  return { isWrapped: isNumbered || (hasWidth && full >= breaks.length * MIN_SHARE_OF_FULL_LINES), isFull };
}

/** Whether a line may begin something new: where the line before ended for another reason than want of room. */
export const beginsAnew = ({ isWrapped, isFull }: Wrapping, line: TextLine, next: TextLine): boolean =>
  !isWrapped ||
  isIndentedAfter(line, next) ||
  // A line between those with numbers is the head of a page.
  line.isNumbered !== next.isNumbered ||
  SENTENCE_END.test(line.text) ||
  !isFull(line, next);

/**
 * The paragraphs of a plain text in order, trimmed. A blank line ends a paragraph; a line break within a block ends one
 * as well, unless the text is hard-wrapped and the line broke for want of room.
 * @param endsTurn Where a line opens a speaker's turn, a paragraph ends whatever the width
 */
export function splitParagraphs(
  blocks: readonly (readonly TextLine[])[],
  { isWrapped, isFull }: Wrapping,
  endsTurn: LineBreakRule,
): readonly Paragraph[] {
  const endsParagraph: LineBreakRule = (line, next) => !isCutWord(line, next) && endsWhole(line, next);
  const endsWhole: LineBreakRule = (line, next) =>
    !isWrapped || isIndentedAfter(line, next) || (SENTENCE_END.test(line.text) && !isFull(line, next));
  return blocks.flatMap((block) => joinLines(block, (line, next) => endsTurn(line, next) || endsParagraph(line, next)));
}

/** Lines of one block, joined but where the rule says that a paragraph ends. */
export function joinLines(block: readonly TextLine[], endsParagraph: LineBreakRule): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let lines: TextLine[] = [];
  block.forEach((line, i) => {
    lines.push(line);
    const next = block[i + 1];
    if (next !== undefined && !endsParagraph(line, next)) return;
    paragraphs.push({ start: (lines[0] as TextLine).start, end: line.end, lines });
    lines = [];
  });
  return paragraphs;
}

/** "of-" and "fices": a word that the line's end cuts. */
const isCutWord: LineBreakRule = (line, next) => /\p{L}[-\u00ad\u2010]$/u.test(line.text) && /^\p{Ll}/u.test(next.text);

const columns = ({ indent, text }: TextLine): number => indent + text.length;

const firstWord = (line: string): string => /\S+/.exec(line)?.[0] ?? "";

/** The typewriter's way to begin a paragraph without a blank line. */
const isIndentedAfter = (line: TextLine, next: TextLine): boolean => next.indent > 1 && line.indent === 0;
