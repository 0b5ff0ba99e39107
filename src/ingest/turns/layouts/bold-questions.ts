import { asksAndAnswers } from "../interview-evidence.ts";
import { type Opening, UNNAMED_OPENING } from "../opening.ts";
import type { LineInPlace, TurnLayout } from "../turn-layout.ts";

/** Questions in bold type, italics or headings, answers below or behind them, and no labels: the one interviewed is named elsewhere. */
export const BOLD_QUESTIONS: TurnLayout = {
  name: "bold questions",
  isOpenEnded: false,
  isSpoken: (found) => found.questions >= 2 && asksAndAnswers(found),
  open: (place) => question(place) ?? answer(place),
};

const QUESTION_END = /\?["'”’)\]*_\s]*$/;

const question = ({ line }: LineInPlace): Opening | null =>
  line.emphasis !== null && QUESTION_END.test(line.text)
    ? { ...UNNAMED_OPENING, part: "QUESTION", wordsFrom: line.start }
    : null;

/** The first line in plain type behind a question, or what stands behind it on its own line. */
function answer({ text, line, before }: LineInPlace): Opening | null {
  const { boldEnd } = line;
  if (boldEnd !== null && QUESTION_END.test(text.slice(line.start, boldEnd)))
    return { ...UNNAMED_OPENING, part: "ANSWER", wordsFrom: boldEnd };
  const isAnswer = before?.part === "QUESTION" && line.emphasis === null;
  return isAnswer ? { ...UNNAMED_OPENING, part: "ANSWER", wordsFrom: line.start } : null;
}
