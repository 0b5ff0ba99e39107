import type { Span } from "../model/span.ts";
import type { Turn } from "../model/turn.ts";
import type { TextLayout } from "./article-source.ts";
import { joinLines, type LineBreakRule, type Paragraph } from "./split-paragraphs.ts";
import type { TextLine } from "./text-lines.ts";
import { buildTurns } from "./turns/build-turns.ts";
import { findInterview } from "./turns/find-interview.ts";
import { findOpenings, type Openings } from "./turns/find-openings.ts";
import { findSpeech } from "./turns/find-speech.ts";
import { endsSpeaking } from "./turns/silent-line.ts";

/**
 * Paragraphs and turns of a text whose blocks its format tells (pages, documents): a block is one paragraph, but where
 * speakers take turns within it.
 * @param blocks The lines of each block, in text order
 */
export function layOutLines(
  text: string,
  blocks: readonly (readonly TextLine[])[],
): Pick<TextLayout, "paragraphs" | "turns"> {
  const openings = findOpenings(text, blocks, () => true);
  const paragraphs = blocks.flatMap((block) => joinLines(block, turnBreak(openings)));
  return { paragraphs: paragraphs.map(spanOf), turns: turnsOf(text, paragraphs, openings) };
}

/** The turns that labels open, or, where there are none, a speech by one, or the questions and answers of an interview without labels. */
export const turnsOf = (text: string, paragraphs: readonly Paragraph[], openings: Openings): readonly Turn[] =>
  buildTurns(
    text,
    paragraphs,
    openings.byLine.size > 0 ? openings : (findSpeech(text, paragraphs) ?? findInterview(text, paragraphs)),
  );

/** A turn begins a paragraph, a label on a line of its own is one, and so does what ends all turns. */
export const turnBreak =
  ({ byLine }: Openings): LineBreakRule =>
  (line, next) =>
    byLine.has(next) || (byLine.get(line)?.wordsFrom ?? 0) >= line.end || (byLine.size > 0 && endsSpeaking(next.text));

export const spanOf = ({ start, end }: Span): Span => ({ start, end });
