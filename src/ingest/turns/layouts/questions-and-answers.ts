import { spanText } from "../../../model/span.ts";
import type { TurnPart } from "../../../model/turn.ts";
import type { TextLine } from "../../text-lines.ts";
import { readLabel } from "../label.ts";
import { isPersonal } from "../label-name.ts";
import { type Opening, openingAt } from "../opening.ts";
import type { TurnLayout } from "../turn-layout.ts";
import { labelColon } from "./colon-labels.ts";

/** `Q.`, `A:`, `Q -`, `Q1.` and, in the White House's transcripts, a bare `Q` with blanks behind it. */
const LETTER =
  /^(?:[[(]?\d{1,4}[\]).]?\s+(?=[QA][.:]))?(?:\*{1,2}|_{1,2})?([QA])(?:\d{1,3})?(?:[.:)](?=\s|$|\*|_)(?:\*{1,2}|_{1,2})?|\s*[-–—](?=\s)|[ \u00a0\t]{2,}(?=\S)|\u00a0|\t)\s*/;
/** With one space only Q is told from the article. */
const BARE = /^([QA]) (?=["“]?\p{Lu})/u;
/** A large initial on a page runs together with the question: "QWhere were you?" */
const RUN_TOGETHER = /^(Q)(?=\p{Lu}(?:\p{Ll}|['’ ]))/u;
const WORD =
  /^(?:\*{1,2}|_{1,2})?(question|answer|interviewer|interviewee|respondent)(?: \d{1,3})?:(?:\*{1,2}|_{1,2})?(?:\s+|$)/i;

const PARTS: Readonly<Record<string, TurnPart>> = {
  ...{ q: "QUESTION", question: "QUESTION", interviewer: "QUESTION" },
  ...{ a: "ANSWER", answer: "ANSWER", interviewee: "ANSWER", respondent: "ANSWER" },
};

/** Questions and answers without names: of interviews, of a court's witnesses, of a press conference. */
export const QUESTIONS_AND_ANSWERS: TurnLayout = {
  isOpenEnded: true,
  isSpoken: ({ count, questions }) => count >= 2 && questions >= 1,
  open({ text, line, before }) {
    const match = LETTER.exec(line.text) ?? WORD.exec(line.text) ?? BARE.exec(line.text) ?? glued(line, before);
    if (match === null || isCountedSpeaker(text, line, match[0])) return null;
    const part = PARTS[(match[1] ?? "").toLowerCase()] ?? null;
    // "A bridge" opens no answer, unless a question stands before it.
    if (BARE.test(line.text) && part === "ANSWER" && before?.part !== "QUESTION") return null;
    return namedBehind(text, line, match[0], part) ?? openingAt(line.start + match[0].length, { part });
  },
};

const PARTED_BY_DASH = /^[QA]\s*[-–—]/;

/** "Q - Ana Rehn" on a line of its own, with her question below: calls with investors. */
function namedBehind(text: string, { start, end }: TextLine, sign: string, part: TurnPart | null): Opening | null {
  const label = PARTED_BY_DASH.test(sign) ? readLabel(text, { start: start + sign.length, end }) : null;
  if (!label?.speaker || !isPersonal(spanText(text, label.speaker))) return null;
  return { wordsFrom: end, ...label, part };
}

/** "Q7  Chair: Thank you.": a committee counts its questions, and names who asks. */
function isCountedSpeaker(text: string, { start, text: shown }: TextLine, sign: string): boolean {
  const colon = /\d/.test(sign) ? labelColon(shown.slice(sign.length)) : -1;
  return colon > 0 && readLabel(text, { start: start + sign.length, end: start + sign.length + colon }) !== null;
}

const glued = ({ text }: TextLine, before: Opening | null): RegExpExecArray | null =>
  before?.part === "ANSWER" ? RUN_TOGETHER.exec(text) : null;
