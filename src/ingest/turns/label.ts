import { type Span, spanText } from "../../model/span.ts";
import { CLOCK, DATE, HALF_OF_DAY, MONTH, seconds, TO_CLOCK } from "./clock.ts";
import { isNameLike, isOffice, isOfNameWords, isUnnamed, nameBehindRole } from "./label-name.ts";

/** What a label says of who speaks. */
export interface Label {
  /** The name without role, time and signs; "UNIDENTIFIED PERSON #1" is none. */
  readonly speaker: Span | null;
  readonly role: Span | null;
  readonly seconds: number | null;
  /** Whether it has what only a label has: a time, the sign of captions, bold type. */
  readonly isMarked: boolean;
}

/** A stretch of the text that is cut from both ends. */
class Cutter {
  start: number;
  end: number;
  readonly #text: string;

  constructor(text: string, { start, end }: Span) {
    this.#text = text;
    this.start = start;
    this.end = end;
  }

  get rest(): string {
    return this.#text.slice(this.start, this.end);
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  /** Cuts what the pattern matches at the beginning; its first group, or null where it does not match. */
  fromStart(pattern: RegExp): string | null {
    const match = pattern.exec(this.rest);
    if (match === null) return null;
    this.start += match[0].length;
    return match[1] ?? match[0];
  }

  /** The same at the end. */
  fromEnd(pattern: RegExp): Span | null {
    const match = pattern.exec(this.rest);
    if (match === null) return null;
    const cut = { start: this.start + match.index, end: this.end };
    this.end = cut.start;
    return cut;
  }
}

const SIGNS_BEFORE = /^(?:>{2,}\s*|>\s+|[•*–—-]\s+|#{1,6}\s+)/;
/** "12. Ana Rehn", "Q7 Ana Rehn", "Q1. [901234] Ana Rehn", "233 Q. Ms Rehn": questions are counted in parliaments and their committees. */
const COUNT_BEFORE =
  /^(?:(?:Q?\d{1,4}\.|Q\d{1,4})\s+(?:[[(]\d{3,}[\])]\s+)?(?=\p{Lu})|(?:\d{1,4}\s+)?[QA]\.\s+(?=(?:M[Rr]s?|MRS|M[Ss]|MISS|Miss|D[Rr])\b))/u;
const BOLD_BEFORE = /^(?:\*{1,3}|_{1,3})/;
const BOLD_BEHIND = /\s*(?:\*{1,3}|_{1,3})$/;
/** "From Ana Rehn to Everyone" in the chats of meetings. */
const SENT_BEFORE = /^From\s+(?=\p{Lu}.*\sto\s)/iu;
const SENT_BEHIND = /\s+to\s+\p{L}.*$/iu;
const TIME = new RegExp(CLOCK);
/** "[00:03] ", "00:03 - ", and of a stretch of the recording "[00:03.000 --> 00:07.200] ". */
const TIME_BEFORE = new RegExp(String.raw`^[[(<]?(${CLOCK})${TO_CLOCK}?[\])>]?(?:\s*[-–—|:]\s*|\s+)`);
const TIME_BEHIND = new RegExp(String.raw`[\s|–—-]*[[(<]?${CLOCK}[\])>]?$`);
/** "[05/03/2024, 09:02:11] ", "3/5/24, 9:02 AM - ", ", [5 Mar 2024 at 09:02:11]", "9:02 PM ": when a message was written. */
const STAMP = String.raw`[[(]?(?:${DATE}${CLOCK}${HALF_OF_DAY}?|${CLOCK}${HALF_OF_DAY})[\])]?`;
const STAMP_BEFORE = new RegExp(String.raw`^${STAMP}(?:\s*[-–—|:]\s*|\s+)`, "i");
const STAMP_BEHIND = new RegExp(String.raw`[\s,|–—-]+(?:(?:today|yesterday) at )?${STAMP}$`, "i");
/** "Tue, Mar 5, 2024": the date above a transcript is nobody's name. */
const DAY = new RegExp(
  String.raw`(?<!\p{L})${MONTH}\.? \d{1,2}(?![\d:])|(?<![\p{L}\d])\d{1,2} ${MONTH}(?!\p{L})`,
  "iu",
);
const BRACKET_BEHIND = /\s*(?:\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\])$/;
/** "to the Minister of Transport": whom a question is put to. */
const ASKED = /(?<=^.{3,})\s+to the \p{Lu}[^()]*$/u;
/** "ANA REHN, HOST", "Ana Rehn -- Chief Executive", "Ana Rehn | Host". */
const ROLE_BEHIND = /(?:,\s+|\s+(?:--|[–—|-])\s+)(?=[\p{L}\d]).*$/u;
/** "Ana Rehn MP", "Ana Rehn QC AM": letters behind a name in full. */
const POSTNOMINAL = /(?<=^\p{Lu}\S*(?: \S+)* \p{Lu}[\p{L}'’-]*\p{Ll})(?:\s+(?![IVX]+$)\p{Lu}{2,3})+$/u;
const TITLE_BEHIND = /^(?:jr|sr|[ivx]+|ph\.?\s?d|m\.?d|mp|mep|obe|q\.?c|k\.?c)\b\.?/i;

/** "Rehn, who declined to comment: ...", "So, my question is this: ..." are sentences. */
const CLAUSE =
  /^(?:and|but|or|then|when|while|said|says|told|meanwhile|however|there|here)\b|\b(?:who|which|whose|is|isn['’]t|are|was|were|am|be|has|hasn['’]t|have|had|do|does|did|can|could|will|would|should|must|i|my|me|we|our|you|your|he|she|they|it|these|those|this)\b/i;

/** Whether words are a clause rather than a name with what the person is. */
export const isClause = (words: string): boolean => CLAUSE.test(words);

/** A label longer than this is none, in UTF-16 units. */
export const MAX_LABEL = 140;

/** Reads the stretch of a line that stands before the words; null where it names nobody in the way of a label. */
export function readLabel(text: string, span: Span): Label | null {
  if (span.end - span.start > MAX_LABEL) return null;
  const cut = new Cutter(text, { start: span.start, end: span.start + spanText(text, span).trimEnd().length });
  const isDated = DAY.test(cut.rest);
  const before = readBefore(cut);
  const told = readBehind(text, cut);
  const isBracketed = cut.fromStart(/^\[(?=[^[\]]+\]$)/) !== null && cut.fromEnd(/\]$/) !== null;
  cut.fromEnd(POSTNOMINAL);
  const office = officeBefore(text, cut);
  const name = spanText(text, cut.span);
  const holder = told.brackets
    .map((bracket) => withoutInnerBracket(text, bracket))
    .find((bracket) => isHeldBy(name, spanText(text, bracket)));
  if (isDated && !isOfMessage(before, told)) return null;
  const isLabel = isNameLike(name) || (holder !== undefined && isOfNameWords(name));
  if (!isLabel || (told.role !== null && CLAUSE.test(spanText(text, told.role)))) return null;
  const time = timeOf(before, told);
  return {
    speaker: isUnnamed(name) ? null : (holder ?? cut.span),
    role: holder ? cut.span : (told.role ?? office ?? told.brackets[0] ?? null),
    seconds: time,
    isMarked: before.isMarked || isBracketed || told.isStamped || time !== null,
  };
}

/** A date without a time of the day is none of a message. */
const isOfMessage = (before: Before, told: Behind): boolean => before.isStamped || told.isStamped;

function timeOf(before: Before, told: Behind): number | null {
  const time = before.time ?? told.time;
  return time === null ? null : seconds(time);
}

/** Cuts a role in small letters before the name: "First officer Rehn". */
function officeBefore(text: string, cut: Cutter): Span | null {
  const whole = cut.span;
  const at = isNameLike(spanText(text, whole)) ? null : nameBehindRole(spanText(text, whole));
  if (at === null || CLAUSE.test(spanText(text, { start: whole.start, end: whole.start + at }))) return null;
  cut.start += at;
  return { start: whole.start, end: whole.start + spanText(text, whole).slice(0, at).trimEnd().length };
}

interface Before {
  /** Whether the date or the time of the day stands there. */
  readonly isStamped: boolean;
  readonly isMarked: boolean;
  readonly time: string | null;
}

/** What stands before the name: signs, a count, the date of a message, bold type, a time. */
function readBefore(cut: Cutter): Before {
  const signs = cut.fromStart(SIGNS_BEFORE);
  cut.fromStart(COUNT_BEFORE);
  const isStamped = cut.fromStart(STAMP_BEFORE) !== null;
  const isBold = cut.fromStart(BOLD_BEFORE) !== null;
  const time = cut.fromStart(TIME_BEFORE);
  if (time !== null) cut.fromStart(BOLD_BEFORE);
  if (cut.fromStart(SENT_BEFORE) !== null) cut.fromEnd(SENT_BEHIND);
  return { isStamped, isMarked: isStamped || isBold || (signs?.startsWith(">") ?? false), time };
}

interface Behind {
  readonly role: Span | null;
  readonly brackets: readonly Span[];
  readonly time: string | null;
  /** Whether the date or the time of the day stands there. */
  readonly isStamped: boolean;
}

/** What stands behind the name, from the end: bold type, times, brackets, a role. */
function readBehind(text: string, cut: Cutter): Behind {
  const isStamped = cut.fromEnd(STAMP_BEHIND) !== null;
  cut.fromEnd(ASKED);
  const brackets: Span[] = [];
  let time: string | null = null;
  for (let more = true; more; ) {
    const bold = cut.fromEnd(BOLD_BEHIND);
    const clock = cut.fromEnd(TIME_BEHIND);
    // "Ana Rehn: [00:01]": the colon stands before the time.
    if (clock) cut.fromEnd(/\s*:$/);
    if (clock) time = TIME.exec(spanText(text, clock))?.[0] ?? null;
    // "[Ana Rehn] 10:03:04": what is left is the name.
    const bracket = /^[[(]/.test(cut.rest) ? null : cut.fromEnd(BRACKET_BEHIND);
    if (bracket) brackets.unshift(withoutBrackets(text, bracket));
    more = bold !== null || clock !== null || bracket !== null;
  }
  const role = readRole(text, cut);
  // "Ana Rehn (S&D), blue-card answer": brackets stand before a role as well.
  const before = role === null || /^[[(]/.test(cut.rest) ? null : cut.fromEnd(BRACKET_BEHIND);
  if (before !== null) brackets.unshift(withoutBrackets(text, before));
  return { role, brackets, time, isStamped };
}

/** The role behind the name, which a comma or a dash sets apart. "Tom Rehn, Jr." has none. */
function readRole(text: string, cut: Cutter): Span | null {
  const behind = ROLE_BEHIND.exec(cut.rest);
  const sign = /^(?:,\s+|\s+(?:--|[–—|-])\s+)/.exec(behind?.[0] ?? "");
  if (behind === null || sign === null || TITLE_BEHIND.test(behind[0].slice(sign[0].length))) return null;
  const start = cut.start + behind.index;
  const role = { start: start + sign[0].length, end: cut.end };
  cut.end = start;
  return spanText(text, role).trim() === "" ? null : role;
}

function withoutBrackets(text: string, span: Span): Span {
  const shown = spanText(text, span);
  const start = span.start + shown.length - shown.trimStart().length + 1;
  return { start, end: span.end - 1 };
}

/** "Ana Rehn (Karsa, Ind.)" as "Ana Rehn". */
function withoutInnerBracket(text: string, span: Span): Span {
  const inner = /\s*\([^()]*\)$/.exec(spanText(text, span));
  return inner === null ? span : { start: span.start, end: span.start + inner.index };
}

/** "The Secretary of State (Tom Okafor)": the office is outside of the brackets, and its holder within. */
const isHeldBy = (outside: string, inside: string): boolean =>
  isOffice(outside) && /\s/.test(inside.trim()) && isNameLike(inside) && !isOffice(inside) && !/\d/.test(inside);
