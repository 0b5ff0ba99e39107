import type { Span } from "../model/span.ts";

/** Line ends of every system and of Unicode; a page's end (form feed) ends its line too. */
const LINE_END = /\r\n|[\n\r\f\u0085\u2028\u2029]/g;

/** Lines wrapped by a machine or by hand are between a narrow column and a wide terminal, in characters. */
const MIN_WRAP_WIDTH = 40;
const MAX_WRAP_WIDTH = 120;

/** How much shorter than the widest a full line may be, in characters: `fmt` and hands leave lines ragged. */
const RAGGED_CHARACTERS = 8;

/** A text counts as wrapped when so many of its line breaks stand where the next word would not have fitted. */
const MIN_SHARE_OF_FULL_LINES = 0.5;

const SENTENCE_END = /[.!?…:]["'”’»)\]]*$/;

type Line = Span & { readonly text: string };

/**
 * The paragraphs of a plain text in order, trimmed: blocks between blank lines. A line break within a block ends a
 * paragraph as well, unless the text is hard-wrapped and the line broke for want of room.
 */
export function splitParagraphs(text: string): readonly Span[] {
  const blocks = blocksOf(text);
  const endsParagraph = lineBreakRule(blocks);
  return blocks.flatMap((block) => joinLines(block, endsParagraph));
}

/** Runs of lines that are not blank, each line trimmed at its end but not of its indentation. */
function blocksOf(text: string): readonly (readonly Line[])[] {
  const blocks: Line[][] = [[]];
  for (const line of linesOf(text)) {
    if (line.text !== "") blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length !== 0) blocks.push([]);
  }
  return blocks.filter((block) => block.length > 0);
}

/** One at a time: ten million line feeds make ten million lines. */
function* linesOf(text: string): Generator<Line> {
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(LINE_END)) {
    yield lineAt(text, start, index);
    start = index + mark.length;
  }
  yield lineAt(text, start, text.length);
}

function lineAt(text: string, start: number, lineEnd: number): Line {
  const content = text.slice(start, lineEnd).trimEnd();
  return { start, end: start + content.length, text: content };
}

type LineBreakRule = (line: Line, next: Line) => boolean;

function lineBreakRule(blocks: readonly (readonly Line[])[]): LineBreakRule {
  const breaks = blocks.flatMap((block) => block.slice(1).map((next, i) => [block[i] as Line, next] as const));
  const width = breaks.reduce((widest, [line, next]) => Math.max(widest, line.text.length, next.text.length), 0);
  const isFull: LineBreakRule = (line, next) =>
    line.text.length + 1 + firstWord(next.text).length > width - RAGGED_CHARACTERS;
  const full = breaks.filter(([line, next]) => isFull(line, next)).length;
  const wrapped = width >= MIN_WRAP_WIDTH && width <= MAX_WRAP_WIDTH && full >= breaks.length * MIN_SHARE_OF_FULL_LINES;
  if (!wrapped) return () => true;
  return (line, next) => isIndentedAfter(line, next) || (SENTENCE_END.test(line.text) && !isFull(line, next));
}

function joinLines(block: readonly Line[], endsParagraph: LineBreakRule): readonly Span[] {
  const paragraphs: Span[] = [];
  let first = block[0];
  block.forEach((line, i) => {
    const next = block[i + 1];
    if (first === undefined || (next !== undefined && !endsParagraph(line, next))) return;
    paragraphs.push({ start: first.start + indentation(first.text), end: line.end });
    first = next;
  });
  return paragraphs;
}

const firstWord = (line: string): string => /\S+/.exec(line)?.[0] ?? "";

const indentation = (line: string): number => line.length - line.trimStart().length;

/** The typewriter's way to begin a paragraph without a blank line. */
const isIndentedAfter = (line: Line, next: Line): boolean => indentation(next.text) > 1 && indentation(line.text) === 0;
