import { quoteText } from "../../model/quote.ts";
import { queryTerms } from "../../store/search-terms.ts";
import { describeDate } from "../dates/describe-date.ts";
import { describeAsked, describeNothingFrom } from "../names/describe-asked.ts";
import type { QueryDate, QueryReading } from "../search.ts";
import type { Coverage, Statement } from "./answer.ts";
import { type AnswerModel, logOddsOf } from "./answer-model.ts";
import type { ChosenStatements } from "./choose-statements.ts";
import { coveredWords } from "./covered-words.ts";

const ASKS_FOR_NUMBER = /\bhow (?:much|many|long|often|far|old|high|big|large)\b/i;
const NUMBER =
  /\p{N}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundred|thousand|million|half|twice)\b/iu;

/** What the statements leave open, by the words of the question and what it asks for, and whether they likely answer it. */
export function coverageOf(
  question: string,
  reading: QueryReading,
  { statements, best }: ChosenStatements,
  { answered }: AnswerModel,
): Coverage {
  const { words, date } = reading;
  const time = date === null ? [] : [describeDate(date)];
  if (statements.length === 0) {
    return { isAnswered: false, note: [describeNothingFrom(reading), ...time].join(" "), missing: words };
  }
  const { missing, share } = coveredWords(question, words, statements);
  const isLikely = best === null || logOddsOf(answered, { BEST: best, COVERED: share }) >= answered.least;
  const lacksNumber = ASKS_FOR_NUMBER.test(question) && !statements.some((one) => NUMBER.test(wordsOf(one)));
  const gaps = [
    ...(missing.length > 0 ? [`No statement has, nor what stands around it: ${missing.join(", ")}.`] : []),
    ...(lacksNumber ? ["The question asks for a number, and no statement gives one."] : []),
    ...(statements.every(({ voice }) => voice === "REPORTED") ? [ONLY_REPORTED] : []),
  ];
  const isAnswered = isLikely && !lacksNumber && !isOfOtherTime(date, missing);
  const asked = describeAsked(reading);
  const openings = [...(asked === null ? [] : [asked]), ...(isAnswered ? [] : [UNANSWERED]), ...gaps];
  return { isAnswered, note: [...(openings.length === 0 ? [ALL_WORDS] : openings), ...time].join(" "), missing };
}

/** Where nothing is of the time that was asked for; a statement that names the time speaks of it, whenever it was made. */
const isOfOtherTime = (date: QueryDate | null, missing: readonly string[]): boolean =>
  date !== null && !date.isFilter && queryTerms(date.words).some((word) => missing.includes(word));

const UNANSWERED = "The question itself is not answered.";
const ONLY_REPORTED = "No one's own words answer it: these are the articles' accounts of what was said.";
const ALL_WORDS =
  "The statements speak of everything the question names. Whether they answer it is for the reader to judge.";

const wordsOf = ({ article, spans }: Statement): string => quoteText(article, spans);
