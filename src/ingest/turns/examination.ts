import type { Span } from "../../model/span.ts";
import type { TextLine } from "../text-lines.ts";
import { MAX_LABEL } from "./label.ts";
import { isPersonal } from "./label-name.ts";
import type { Opening } from "./opening.ts";

/** "BY MR. KEEL:" above the questions that he asks. */
const EXAMINER = /^BY ((?:MR|MS|MRS|MISS|DR)\. [\p{Lu}'’ -]{2,40}):?$/u;
/** The same in inquiries and courts of the Commonwealth: "Cross-examination by MR KEEL", "Questions from MS ROOK". */
const EXAMINED_BY =
  /^(?:(?:further )?(?:re-?)?(?:cross-?|direct )?(?:examination(?:-in-chief)?|examined|questions?|questioned)(?: \(continued\))?) (?:by|from) ((?:MR|MS|MRS|MISS|DR|SIR|LORD|LADY|THE)\b\.? ?[\p{L}'’ -]{2,40})$/iu;
/** "MR IVO KEEL (sworn)" */
const SWORN_HEAD =
  /^((?:(?:MR|MS|MRS|MISS|DR|SIR|LORD|LADY|PROFESSOR)\b\.? )?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,4}) \((?:sworn|affirmed|recalled|called|resumed|continued)\)$/u;
/** "DEPOSITION OF VERA STOLT" */
const DEPOSED =
  /^(?:\p{L}+ ){0,4}(?:DEPOSITION|Deposition|TESTIMONY|Testimony) (?:OF|of) ((?:\p{Lu}[\p{L}.'’-]* ){1,4}\p{Lu}[\p{L}.'’-]*)[,.]?$/u;
/** "VERA STOLT," above "called as a witness, having been duly sworn, ...". */
const WITNESS = /^(\p{Lu}[\p{Lu}.'’-]*(?: \p{Lu}[\p{Lu}.'’-]*){1,4}),(?:\s|$)/u;
const SWORN = /\b(?:as a witness|sworn|affirmed)\b/i;
/** The lines that a witness is sworn in. */
const LINES_OF_OATH = 4;
const NEW_EXAMINATION = /^(?:RE)?(?:DIRECT|CROSS)[- ]?EXAMINATION$|^EXAMINATION$/i;
/** "Q. (By Ms. Keel) Where were you?": another goes on asking. */
const EXAMINER_WITHIN = /^[([]\s*by ((?:mr|ms|mrs|miss|dr)\. [\p{L}'’ -]{2,40}?)[:.]?\s*[)\]]:?\s*/iu;

/** Whether a line is the head of an examination. */
export const isExaminationHead = (line: string): boolean =>
  NEW_EXAMINATION.test(line) || EXAMINED_BY.test(line) || SWORN_HEAD.test(line);

/** Court reporters say once who asks and who is sworn: the questions and answers behind are theirs, until others are named. */
export function withExamination(
  lines: readonly TextLine[],
  byLine: ReadonlyMap<TextLine, Opening>,
): ReadonlyMap<TextLine, Opening> {
  let examiner: Span | null = null;
  let witness: Span | null = null;
  const named = new Map(byLine);
  lines.forEach((line, i) => {
    if (NEW_EXAMINATION.test(line.text)) examiner = null;
    examiner = groupOf(line, EXAMINER) ?? groupOf(line, EXAMINED_BY) ?? examiner;
    witness = groupOf(line, SWORN_HEAD) ?? deposedIn(line) ?? (isSworn(lines, i) ? groupOf(line, WITNESS) : witness);
    const opening = byLine.get(line);
    if (opening === undefined) return;
    const within = examinerWithin(line, opening);
    examiner = within?.speaker ?? examiner;
    named.set(line, within ?? spokenBy(line, opening, { examiner, witness }));
  });
  return named;
}

interface Examined {
  readonly examiner: Span | null;
  readonly witness: Span | null;
}

/** The opening with the name of the one who asks or answers, where it has none of its own. */
function spokenBy(line: TextLine, opening: Opening, { examiner, witness }: Examined): Opening {
  if (!isOfExamination(opening) && !isWitness(line, opening)) return opening;
  return { ...opening, speaker: (opening.part === "QUESTION" ? examiner : witness) ?? opening.speaker };
}

const isOfExamination = ({ speaker, part }: Opening): boolean => speaker === null && part !== null;

/** "THE WITNESS:" answers somebody else than the one who examines. */
const isWitness = ({ start, text }: TextLine, { speaker, part }: Opening): boolean =>
  speaker !== null && part === null && THE_WITNESS.test(text.slice(speaker.start - start, speaker.end - start));
const THE_WITNESS = /^the (?:witness|deponent)$/i;

/** The question without the bracket that names who asks it; null where none does. */
function examinerWithin({ start, text }: TextLine, opening: Opening): Opening | null {
  if (opening.part !== "QUESTION") return null;
  const from = opening.wordsFrom - start;
  const match = EXAMINER_WITHIN.exec(text.slice(from, from + MAX_LABEL));
  if (match?.[1] === undefined) return null;
  const at = opening.wordsFrom + match[0].indexOf(match[1]);
  return {
    ...opening,
    speaker: { start: at, end: at + match[1].length },
    wordsFrom: opening.wordsFrom + match[0].length,
  };
}

function deposedIn(line: TextLine): Span | null {
  const name = groupOf(line, DEPOSED);
  return name !== null && isPersonal(line.text.slice(name.start - line.start, name.end - line.start)) ? name : null;
}

function groupOf({ start, text }: TextLine, pattern: RegExp): Span | null {
  const match = pattern.exec(text);
  if (match?.[1] === undefined) return null;
  const from = start + match[0].indexOf(match[1]);
  return { start: from, end: from + match[1].length };
}

const isSworn = (lines: readonly TextLine[], at: number): boolean =>
  WITNESS.test((lines[at] as TextLine).text) &&
  lines.slice(at, at + LINES_OF_OATH).some(({ text }) => SWORN.test(text));
