import { asksAndAnswers } from "../interview-evidence.ts";
import { type Opening, openingAt } from "../opening.ts";
import type { LineInPlace, TurnLayout } from "../turn-layout.ts";

/** Questions in bold type, italics or headings, answers below or behind them, and no labels: the one interviewed is named elsewhere. */
export const BOLD_QUESTIONS: TurnLayout = {
  isOpenEnded: false,
  isSpoken: ({ questions, answers, asked, asking, answering, answeringAlone }) =>
    answers >= 2 &&
    (questions === 0 || asked >= MIN_ASKED) &&
    (answeringAlone >= MIN_ALONE || asksAndAnswers({ asking: questions === 0 ? 1 : asking, answering })),
  open: (place) => question(place) ?? answer(place),
};

/** Some things are put forward without a question mark ("You sound tired."), but not most. */
const MIN_ASKED = 0.5;
/** Where so many of the answers say I, a person answers, whatever is asked. */
const MIN_ALONE = 0.6;
const MAX_QUESTION = 600;
const SENTENCE_END = /[.?!…]["'”’)\]*_\s]*$/;
const QUESTION_END = /\?["'”’)\]*_\s]*$/;

/**
 * Where labels tell who speaks, the question of an interviewer without one, a line of its own in bold type, and what stands below it. A heading
 * may ask as well.
 */
export const withoutLabel = (place: LineInPlace): Opening | null =>
  isInType(place) && QUESTION_END.test(place.line.text) ? question(place) : answer(place);

/** The same where an interviewer asks so: then what is put forward in bold type without a question mark is the interviewer's as well. */
export const withoutLabelOrMark = (place: LineInPlace): Opening | null =>
  place.line.emphasis === "BOLD" ? (question(place) ?? answer(place)) : withoutLabel(place);

const isInType = ({ line }: LineInPlace): boolean => line.emphasis === "BOLD" || line.emphasis === "ITALIC";

function question(place: LineInPlace): Opening | null {
  const { line } = place;
  const end = isInType(place) ? SENTENCE_END : QUESTION_END;
  const isQuestion = line.emphasis !== null && line.text.length <= MAX_QUESTION && end.test(line.text);
  return isQuestion ? openingAt(line.start, { part: "QUESTION" }) : null;
}

/** The first line in plain type behind a question, or what stands behind it on its own line. */
function answer({ text, line, before }: LineInPlace): Opening | null {
  const { boldEnd } = line;
  if (boldEnd !== null && QUESTION_END.test(text.slice(line.start, boldEnd)))
    return openingAt(boldEnd, { part: "ANSWER" });
  const isAnswer = before?.part === "QUESTION" && line.emphasis === null;
  return isAnswer ? openingAt(line.start, { part: "ANSWER" }) : null;
}
