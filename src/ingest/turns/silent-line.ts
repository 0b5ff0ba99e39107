import { CLOCK, HALF_OF_DAY } from "./clock.ts";

/** A direction is short; a speech in brackets is none, in UTF-16 units. */
const MAX_DIRECTION = 400;

/** What stands between the words of a transcript and is nobody's, each pattern for a whole paragraph. */
const SILENT: readonly RegExp[] = [
  /^\([^()]*(?:\([^()]*\)[^()]*)*\)[.:]?$/,
  /^\[[^[\]]*\][.:]?$/,
  new RegExp(String.raw`^[[(]?${CLOCK}(?:\s*(?:[ap]\.?m\.?|[A-Z]{2,4}))*[\])]?$`, "i"),
  new RegExp(String.raw`^[[(]?${CLOCK}\s*(?:-->|[-–—,])\s*${CLOCK}[\])]?$`),
  // Meetings recorded by Teams: "1 hour 0 minutes 4 seconds".
  /^(?:\d+ hours? )?(?:\d+ minutes? )?\d+ seconds?$/,
  // What somebody does in a chat room, or who comes and goes there.
  new RegExp(String.raw`^[[(]?${CLOCK}[\])]?\s+(?:\*+|-!-|-->|<--)\s+\S`),
  // "6:04 PM · Mar 12, 2031 · 1,204 Views" below a post.
  new RegExp(String.raw`^${CLOCK}${HALF_OF_DAY}?\s+·\s.{1,60}$`, "i"),
  /^\[\[[^[\]]*\]\]$/,
  /^\{[^{}]{1,40}\}(?:\s*\d{1,4})?$/,
  /^[●•*\s]*(?:\(\d{4}\)|\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)|noon|midnight)$/i,
  // Numbers of pages and columns.
  /^(?:(?:page|p\.)\s*)?[-–—\s]*\d{1,5}[-–—\s]*(?:of\s+\d{1,5})?$/i,
  /^(?:page|column|col\.)\s*\d+[a-z]{0,3}$/i,
  /^.{1,80}\binterject(?:ing|ed)\s*[—–-]*\.?$/i,
  // "Several hon. Members rose—": what a house does while somebody speaks.
  /^(?:\p{L}+\.? ){0,4}(?:members|senators|deputies|lords|peers) \p{L}+(?: \p{L}+){0,5}\s*[—–]$/iu,
  /^(?:laughter|applause|crosstalk|music|cheers|commercial break|break|pause)[.!]?$/i,
  // What exports of messages and meetings put in the place of words.
  /^<[^<>]{1,60}>$/,
  // Phones mark so what their messenger itself says.
  /^\u200e/,
  /^(?:image|video|audio|sticker|gif|document|contact card|media) omitted$/i,
  /^.{1,60}\b(?:started|stopped) (?:transcription|recording)\.?$/i,
];

/** Who speaks says so: "The motion that I put". */
const SPEAKERS_OWN = /(?<![\p{L}\p{N}])(?:I|[Mm]y|[Ww]e|[Oo]ur|[Yy]ou|[Yy]our)(?![\p{L}\p{N}])/u;

/** Behind these lines nobody speaks any more. */
const CLOSING: readonly RegExp[] = [
  /^[^\p{L}\p{N}]+$/u,
  /^[[(]?end(?: of (?:the )?(?:transcript|interview|recording|session|call|meeting|video|audio|tape)| transcript|\s+\d.*)?[.\])]*$/i,
  /^(?:\W*copyright\b|©|\(c\)\s).{0,300}$/i,
  /\b(?:copyright(?: ©| \(c\))? \d{4}|all rights reserved)\b/i,
  /^(?:this|the|our|npr) (?:\w+ )?(?:transcript|interview|conversation|recording)s?\b.{0,40}\b(?:has|have|was|were|is|are|may) (?:been )?(?:edited|condensed|created|generated|provided|lightly|transcribed|produced|translated|updated)\b.*$/i,
  /^\(?whereupon\b.*$/i,
  /^(?:transcri(?:bed|pt|ption)|captions?|subtitles?)(?: (?:provided|produced|created|generated|prepared))? by\b.{1,120}$/i,
  /^(?:(?:conference )?call|company|corporate) participants:?$/i,
  /^(?:meeting|call|recording) (?:has )?ended\b.{0,40}$/i,
  /^(?:duration|running time|length): \d.{0,40}$/i,
];

/** Whether a line says that nobody speaks any more, whatever stands around it. */
export const endsSpeaking = (line: string): boolean =>
  line.length <= MAX_DIRECTION && CLOSING.some((pattern) => pattern.test(line.trim()));

/** Whether a paragraph is a direction, a time, a number of a page or the like: nobody's words, and the turn goes on behind it. */
export const isSilent = (paragraph: string): boolean =>
  paragraph.length <= MAX_DIRECTION && SILENT.some((pattern) => pattern.test(paragraph.trim()));

/** What a house does, in the words of its report: no member says so. */
const PROCEEDINGS: readonly RegExp[] = [
  /^The (?:\p{L}+ )?clerk (?:read|reports?|reported|called|proceeded|will)\b/iu,
  /^(?:The )?(?:question|amendment|motion|bill|resolution|joint resolution|conference report|yeas and nays|vote|previous question|clauses?|order)\b[^.?!]{0,120}\b(?:put|agreed|negatived|taken|ordered|read|passed|laid on the table|rejected|resolved|withdrawn|adjourned)\b[^?!]{0,160}$/i,
  /^(?:The )?(?:house|committee|senate|assembly|court|meeting|sitting|session|hearing|council|proceedings) (?:having |was |then )?(?:divided|proceeded to a division|adjourned|suspended|resumed|rose|closed|concluded|resolved itself)\b.{0,80}$/i,
  /^(?:Motion made|Debate (?:interrupted|adjourned|resumed)|Leave granted|Evidence (?:was|having been) |There was no objection|Ordered, That|Question (?:put|again proposed|proposed|agreed|resolved))\b/,
  /\basked and was given permission\b/,
];

/** Whether a paragraph ends whatever turn it stands behind. */
export const closesTurn = (paragraph: string): boolean =>
  endsSpeaking(paragraph) || (paragraph.length <= MAX_DIRECTION && isOfProceedings(paragraph.trim()));

const isOfProceedings = (paragraph: string): boolean =>
  !SPEAKERS_OWN.test(paragraph) && PROCEEDINGS.some((pattern) => pattern.test(paragraph));

/** Longer ones are paragraphs that speak of a picture, in UTF-16 units. */
const MAX_CAPTION = 250;
const CAPTION =
  /^(?:file )?(?:photo(?:graph)?|image|picture|illustration|caption)\b|\b(?:image|photo(?:graph)?|picture|credit|courtesy)(?: by| of|:)/i;

/** Whether a paragraph stands under a picture. */
export const isCaption = (paragraph: string): boolean => paragraph.length <= MAX_CAPTION && CAPTION.test(paragraph);

/** A head of a part ("DIRECT EXAMINATION"), the name of a witness; an initialism alone is a word. */
export const isInCapitals = (line: string): boolean => /\p{Lu}{3}/u.test(line) && !/\p{Ll}/u.test(line);
