import { CLOCK } from "./clock.ts";

/** A direction is short; a speech in brackets is none, in UTF-16 units. */
const MAX_DIRECTION = 400;

/** What stands between the words of a transcript and is nobody's, each pattern for a whole paragraph. */
const SILENT: readonly RegExp[] = [
  /^\([^()]*(?:\([^()]*\)[^()]*)*\)[.:]?$/,
  /^\[[^[\]]*\][.:]?$/,
  new RegExp(String.raw`^[[(]?${CLOCK}(?:\s*(?:[ap]\.?m\.?|[A-Z]{2,4}))*[\])]?$`, "i"),
  // Numbers of pages and columns.
  /^(?:(?:page|p\.)\s*)?[-–—\s]*\d{1,5}[-–—\s]*(?:of\s+\d{1,5})?$/i,
  /^(?:page|column|col\.)\s*\d+[a-z]{0,3}$/i,
  /^.{1,80}\binterject(?:ing|ed)\s*[—–-]*\.?$/i,
  /^(?:laughter|applause|crosstalk|music|cheers|commercial break|break|pause)[.!]?$/i,
];

/** Behind these lines nobody speaks any more. */
const CLOSING: readonly RegExp[] = [
  /^[^\p{L}\p{N}]+$/u,
  /^[[(]?end(?: of (?:the )?(?:transcript|interview|recording|session|call|meeting|video|audio|tape)| transcript| \d.*)?[.\])]*$/i,
  /^(?:\W*copyright\b|©|\(c\)\s).{0,300}$/i,
  /^(?:this|the|our|npr) (?:transcript|interview|conversation|recording)s?\b.{0,40}\b(?:has|have|was|were|is|are|may) (?:been )?(?:edited|condensed|created|generated|provided|lightly|transcribed|produced|translated|updated)\b.*$/i,
  /^\(?whereupon\b.*$/i,
];

/** Whether a paragraph is a direction, a time, a number of a page or the like: nobody's words, and the turn goes on behind it. */
export const isSilent = (paragraph: string): boolean =>
  paragraph.length <= MAX_DIRECTION && SILENT.some((pattern) => pattern.test(paragraph.trim()));

/** Whether a paragraph ends whatever turn it stands behind. */
export const closesTurn = (paragraph: string): boolean =>
  paragraph.length <= MAX_DIRECTION && CLOSING.some((pattern) => pattern.test(paragraph.trim()));
