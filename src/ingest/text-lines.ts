import type { Span } from "../model/span.ts";
import { lineNumberReader } from "./line-numbers.ts";

/** How a page or Markdown sets a line apart: a heading, a line wholly in bold type or in italics, the term of a definition list. */
export type Emphasis = "HEADING" | "BOLD" | "ITALIC" | "TERM";

/** One line without what stands in its margin and without blanks around it. Never blank. */
export interface TextLine extends Span {
  readonly text: string;
  /** The column where its words begin. */
  readonly indent: number;
  readonly emphasis: Emphasis | null;
  /** Where a run of bold type ends with which the line begins; null for none, and for a line wholly in bold. */
  readonly boldEnd: number | null;
  /** When it is said, into the recording, where the text is one of timed cues. */
  readonly seconds: number | null;
  /** Whether a line number stands in its margin: the lines of such a page are full. */
  readonly isNumbered: boolean;
}

/** Line ends of every system and of Unicode; a page's end (form feed) ends its line too. */
const LINE_END = /\r\n|[\n\r\f\u0085\u2028\u2029]/g;

/** Runs of lines that are not blank. Line numbers of a court reporter are left in the margin. */
export function readBlocks(text: string): readonly (readonly TextLine[])[] {
  const numberEnd = lineNumberReader(physicalLines(text));
  const blocks: TextLine[][] = [[]];
  for (const line of physicalLines(text)) {
    const read = readLine(line, numberEnd(line.text));
    if (read !== null) blocks.at(-1)?.push(read);
    else if (blocks.at(-1)?.length !== 0) blocks.push([]);
  }
  return blocks.filter((block) => block.length > 0);
}

type PhysicalLine = Span & { readonly text: string };

/** One at a time: ten million line feeds make ten million lines. */
function* physicalLines(text: string): Generator<PhysicalLine> {
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(LINE_END)) {
    yield { start, end: index, text: text.slice(start, index) };
    start = index + mark.length;
  }
  yield { start, end: text.length, text: text.slice(start) };
}

/** White space, and signs of the direction of writing, which exports of messages put before a line. */
const NOT_SHOWN = /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+/;

function readLine({ start, text }: PhysicalLine, margin: number): TextLine | null {
  const before = margin + (NOT_SHOWN.exec(text.slice(margin))?.[0].length ?? 0);
  const words = text.slice(before).trim();
  if (words === "") return null;
  return textLine(start, start + before, words, null, null, margin > 0);
}

/**
 * Markdown's signs are read here: "# The bridge", "**Who pays?**", "**ANA REHN:** Good morning."
 * @param lineStart Where the line itself begins: at a line number, or where `start` is less the indentation
 */
export function textLine(
  lineStart: number,
  start: number,
  text: string,
  emphasis: Emphasis | null = null,
  boldEnd: number | null = null,
  isNumbered = false,
): TextLine {
  return {
    start,
    end: start + text.length,
    text,
    indent: start - lineStart,
    emphasis: emphasis ?? markdownEmphasis(text),
    boldEnd: boldEnd ?? markdownBoldEnd(start, text),
    seconds: null,
    isNumbered,
  };
}

const HEADING = /^#{1,6}\s+\S/;
const SET_APART = /^(\*{1,3}|_{1,3})(?=[^\s*_])(?:(?!\1).)+\1$/;
const BOLD_RUN = /^(\*\*|__)(?=\S)(?:(?!\1).){1,120}\1/;

/** What the signs of Markdown begin with: most lines begin otherwise. */
const SIGN = /^[#*_]/;

function markdownEmphasis(text: string): Emphasis | null {
  if (!SIGN.test(text)) return null;
  if (HEADING.test(text)) return "HEADING";
  const sign = SET_APART.exec(text)?.[1];
  return sign === undefined ? null : sign.length === 1 ? "ITALIC" : "BOLD";
}

function markdownBoldEnd(start: number, text: string): number | null {
  if (!SIGN.test(text)) return null;
  const run = BOLD_RUN.exec(text)?.[0];
  return run === undefined || run.length === text.length ? null : start + run.length;
}
