import { type Span, spanText } from "../model/span.ts";
import type { TextLayout } from "./article-source.ts";
import { isPageFurniture } from "./page-furniture.ts";
import { readsAsHeadline } from "./reads-as-headline.ts";
import { splitParagraphs } from "./split-paragraphs.ts";

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
    return { titleSpan: first, paragraphs: rest };
  }
  return { titleSpan: null, paragraphs: blocks };
}

const areTurns = (text: string, ...blocks: readonly Span[]): boolean =>
  blocks.every((block) => SPEAKER_LABEL.test(spanText(text, block)));

function isTitle(text: string, block: Span, givenTitle: string | null): boolean {
  const line = spanText(text, block);
  if (line === givenTitle) return true;
  return !SPEECH_START.test(line) && readsAsHeadline(line);
}
