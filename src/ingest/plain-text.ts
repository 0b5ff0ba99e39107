import { type Span, spanText } from "../model/span.ts";
import type { TextLayout } from "./article-source.ts";
import { readCues } from "./cue-lines.ts";
import { spanOf, turnBreak, turnsOf } from "./lay-out-lines.ts";
import { isPageFurniture } from "./page-furniture.ts";
import { readsAsHeadline } from "./reads-as-headline.ts";
import { beginsAnew, joinLines, type Paragraph, readWrapping, splitParagraphs } from "./split-paragraphs.ts";
import { readBlocks, type TextLine } from "./text-lines.ts";
import { findOpenings, type Openings } from "./turns/find-openings.ts";

/** A speech is opened by a dash. */
const SPEECH_START = /^[-–—]\s/;

/** No blank line stands between. */
const LINE_BREAK = /^\r?\n[\t ]*$/;

/** Markdown's sign of a heading is no part of the title. */
const HEADING_SIGN = /^#{1,6}\s+/;

/**
 * Finds title, paragraphs and turns in plain text. The title is the first block when it is one line that reads as a
 * headline and more follows, or that repeats the title given.
 */
export function layOutPlainText(text: string, givenTitle: string | null): TextLayout {
  const blocks = readBlocks(text);
  const cues = readCues(blocks);
  const { paragraphs, openings } = cues === null ? readProse(text, blocks) : readCued(text, cues);
  const shown = paragraphs.filter((paragraph) => !isPageFurniture(spanText(text, paragraph)));
  const [first, second] = shown;
  const hasTitle =
    cues === null && first && second && isTitle(text, first, givenTitle) && !areTurns(text, openings, first, second);
  return {
    titleSpan: hasTitle ? titleOf(text, first) : null,
    paragraphs: (hasTitle ? shown.slice(1) : shown).map(spanOf),
    turns: turnsOf(text, hasTitle ? paragraphs.slice(paragraphs.indexOf(first) + 1) : paragraphs, openings),
  };
}

interface ReadText {
  readonly paragraphs: readonly Paragraph[];
  readonly openings: Openings;
}

function readProse(text: string, blocks: readonly (readonly TextLine[])[]): ReadText {
  const wrapping = readWrapping(blocks);
  const openings = findOpenings(text, blocks, (line, next) => beginsAnew(wrapping, line, next));
  return { openings, paragraphs: splitParagraphs(blocks, wrapping, turnBreak(openings)) };
}

function readCued(text: string, blocks: readonly (readonly TextLine[])[]): ReadText {
  const openings = findOpenings(text, blocks, () => true);
  return { openings, paragraphs: blocks.flatMap((block) => joinLines(block, turnBreak(openings))) };
}

/** A headline may look like a turn ("Rehn: we have no choice"); two in a row, and one that goes on in the next line, are turns. */
function areTurns(text: string, { byLine }: Openings, first: Paragraph, second: Paragraph): boolean {
  const [one, other] = [first, second].map(({ lines }) => byLine.get(lines[0] as TextLine));
  if (one === undefined) return false;
  return one.wordsFrom === first.end || other !== undefined || LINE_BREAK.test(text.slice(first.end, second.start));
}

function titleOf(text: string, { start, end }: Span): Span {
  const sign = HEADING_SIGN.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + sign, end };
}

function isTitle(text: string, block: Span, givenTitle: string | null): boolean {
  const line = spanText(text, block);
  if (line === givenTitle) return true;
  return !SPEECH_START.test(line) && readsAsHeadline(line);
}
