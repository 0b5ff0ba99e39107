import { spanText } from "../../model/span.ts";
import type { TurnPart } from "../../model/turn.ts";
import type { Paragraph } from "../split-paragraphs.ts";
import type { TextLine } from "../text-lines.ts";
import type { Openings } from "./find-openings.ts";
import { addresses, asksAndAnswers, speaksOfSelf } from "./interview-evidence.ts";
import { shareOf } from "./layout-evidence.ts";
import { type Opening, openingAt } from "./opening.ts";
import { closesTurn, isCaption, isSilent } from "./silent-line.ts";

/** A question of an interviewer is short, in UTF-16 units; the longest seen had 490. */
const MAX_QUESTION = 700;
/** What an interviewer puts forward without a question mark is shorter. */
const MAX_REMARK = 300;
/** And what asks to be told something is as short as a question. */
const MAX_REQUEST = 120;
const MIN_QUESTIONS = 3;
/** With so large a share of the paragraphs two will do: question and answer by turns. */
const MIN_QUESTIONS_BY_TURNS = 2;
const SHARE_BY_TURNS = 0.4;
/** Columns and speeches ask as well, here and there. */
const MIN_SHARE_OF_QUESTIONS = 0.2;

/** An introducing line is short, in UTF-16 units; one may stand before a list in an answer. */
const MAX_INTRODUCTION = 120;
const MIN_INTRODUCTIONS = 2;

const QUESTION_END = /\?[)\]]?$/;
const OPENING_MARK = /^["“„«‘'`]/;

/** Questions that are paragraphs of their own, without label or bold type; none where a text is no interview. */
export function findInterview(text: string, paragraphs: readonly Paragraph[]): Openings {
  const first = paragraphs.findIndex((paragraph) => isQuestion(text, paragraph));
  const body = first < 0 ? [] : paragraphs.slice(first).filter((paragraph) => isShown(text, paragraph));
  const parts = partsOf(text, body);
  const isInterview =
    !introducesSpeeches(text, body) &&
    looksLikeInterview(
      body.map((paragraph) => spanText(text, paragraph)),
      parts,
    );
  return { byLine: isInterview ? openingsOf(body, parts) : new Map(), listed: new Set(), areOpenEnded: false };
}

const isShown = (text: string, paragraph: Paragraph): boolean => {
  const shown = spanText(text, paragraph);
  return paragraph.lines[0]?.emphasis !== "HEADING" && !isSilent(shown) && !isCaption(shown) && !closesTurn(shown);
};

function isQuestion(text: string, paragraph: Paragraph): boolean {
  const shown = spanText(text, paragraph);
  return shown.length <= MAX_QUESTION && QUESTION_END.test(shown) && !OPENING_MARK.test(shown);
}

/** "Tell me about the bridge.", "Walk us through that day.": to be told is asked for as well. */
const REQUEST = /^(?:(?:And|So|Now|Please),? )?\p{L}+ (?:me|us)(?: [^ ,.!?]+)+[.!]$/iu;
const isRequest = (shown: string): boolean => shown.length <= MAX_REQUEST && REQUEST.test(shown);

/** Lines such as "The mayor replied:" say who speaks. */
const introducesSpeeches = (text: string, body: readonly Paragraph[]): boolean =>
  body.filter(({ start, end }) => end - start <= MAX_INTRODUCTION && text[end - 1] === ":").length >= MIN_INTRODUCTIONS;

/** Whose each paragraph is; an answer may have several. */
function partsOf(text: string, body: readonly Paragraph[]): readonly TurnPart[] {
  const parts: TurnPart[] = [];
  for (const paragraph of body) {
    const isAnswered = parts.at(-1) === "ANSWER";
    const asks = isQuestion(text, paragraph) || (isAnswered && mayAsk(spanText(text, paragraph)));
    parts.push(asks ? "QUESTION" : "ANSWER");
  }
  return parts;
}

const mayAsk = (shown: string): boolean => isRequest(shown) || isRemark(shown);

/** "You have won it twice." says you and not I: it is not the one interviewed who goes on. */
const isRemark = (shown: string): boolean => shown.length <= MAX_REMARK && addresses(shown) && !speaksOfSelf(shown);

function looksLikeInterview(body: readonly string[], parts: readonly TurnPart[]): boolean {
  const questions = body.filter((shown, i) => parts[i] === "QUESTION" && asks(shown));
  const answers = body.filter((_, i) => parts[i] === "ANSWER" && parts[i - 1] === "QUESTION");
  const share = questions.length / Math.max(1, body.length);
  const enough = share >= SHARE_BY_TURNS ? MIN_QUESTIONS_BY_TURNS : MIN_QUESTIONS;
  if (questions.length < enough || share < MIN_SHARE_OF_QUESTIONS || answers.length < questions.length / 2)
    return false;
  return asksAndAnswers({ asking: shareOf(questions, addresses), answering: shareOf(answers, speaksOfSelf) });
}

const asks = (shown: string): boolean => QUESTION_END.test(shown) || isRequest(shown);

function openingsOf(body: readonly Paragraph[], parts: readonly TurnPart[]): ReadonlyMap<TextLine, Opening> {
  const openings = new Map<TextLine, Opening>();
  body.forEach(({ start, lines }, i) => {
    const part = parts[i] as TurnPart;
    if (part !== parts[i - 1]) openings.set(lines[0] as TextLine, openingAt(start, { part }));
  });
  return openings;
}
