import { type Span, spanText } from "../model/span.ts";
import type { TextLayout } from "./article-source.ts";
import { isPageFurniture } from "./page-furniture.ts";
import { splitParagraphs } from "./split-paragraphs.ts";

/** Headlines run to 150 characters; a longer first line is the first paragraph. */
const MAX_TITLE_CHARACTERS = 200;

/**
 * Ends that headlines do not have. A question or an exclamation may be one: each of the 17 first lines of that kind in
 * 924 news articles was a headline.
 */
const NO_TITLE_END = /[.…:;,]["'”’»)\]]*$/;

/** A speech is opened by a dash. */
const SPEECH_START = /^[-–—]\s/;

/** A turn of a transcript: "ILSE TARN: …", "Mr. Tarn (chair): …". A headline may look so; two in a row are turns. */
const SPEAKER_LABEL = /^\p{Lu}[\p{L}\p{M} .'’()-]{0,60}:\s/u;

/**
 * Finds title and paragraphs in plain text. The title is the first block when it is one line that reads as a headline and
 * more follows, or that repeats the title given.
 */
export function layOutPlainText(text: string, givenTitle: string | null): TextLayout {
  const blocks = splitParagraphs(text).filter((block) => !isPageFurniture(spanText(text, block)));
  const [first, ...rest] = blocks;
  const [second] = rest;
  if (first && second && isTitle(text, first, givenTitle) && !areTurns(text, first, second)) {
    return { titleSpan: first, paragraphs: rest, turns: [] };
  }
  return { titleSpan: null, paragraphs: blocks, turns: [] };
}

const areTurns = (text: string, ...blocks: readonly Span[]): boolean =>
  blocks.every((block) => SPEAKER_LABEL.test(spanText(text, block)));

function isTitle(text: string, block: Span, givenTitle: string | null): boolean {
  const line = spanText(text, block);
  if (line === givenTitle) return true;
  return (
    line.length <= MAX_TITLE_CHARACTERS && !/[\n\r]/.test(line) && !NO_TITLE_END.test(line) && !SPEECH_START.test(line)
  );
}
