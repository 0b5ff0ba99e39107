import { spanText } from "../../model/span.ts";
import type { Paragraph } from "../split-paragraphs.ts";
import type { TextLine } from "../text-lines.ts";
import { isInTitleCase } from "../title-case.ts";
import type { Openings } from "./find-openings.ts";
import { isCaption, isSilent } from "./silent-line.ts";

/** A longer line is no heading, in UTF-16 units. */
const MAX_HEAD = 100;
const SENTENCE_SIGN = /[.!?:;,…"'”’»)\]—–-]$/;

/** Headings of the parts of a transcript, in plain type: lines in title case, without a sentence's end, right above a speaker's label. */
export function headsBetween(
  text: string,
  paragraphs: readonly Paragraph[],
  { byLine }: Openings,
): ReadonlySet<Paragraph> {
  const heads = new Set<Paragraph>();
  let isAboveLabel = false;
  for (const paragraph of [...paragraphs].reverse()) {
    const opens: boolean = byLine.has(paragraph.lines[0] as TextLine);
    const isHead: boolean = isAboveLabel && !opens && isHeading(paragraph, text);
    if (isHead) heads.add(paragraph);
    isAboveLabel = opens || isHead;
  }
  return heads;
}

function isHeading(paragraph: Paragraph, text: string): boolean {
  const shown = spanText(text, paragraph);
  const isPlainLine = paragraph.lines.length === 1 && paragraph.lines[0]?.emphasis === null;
  if (!isPlainLine || shown.length > MAX_HEAD || SENTENCE_SIGN.test(shown)) return false;
  return isInTitleCase(shown, 1) && !isSilent(shown) && !isCaption(shown);
}
