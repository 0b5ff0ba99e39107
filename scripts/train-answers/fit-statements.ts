import { type AnswerModel, logOddsOf, type StatementEvidence } from "../../src/search/answer/answer-model.ts";
import { fitLogOdds } from "../train/logistic-regression.ts";
import { namedWeights, rounded } from "../train/named-weights.ts";
import type { AskedQuestion, JudgedCandidate } from "./asked-question.ts";

export type StatementModel = AnswerModel["passage"];
type WeighedEvidence = Pick<StatementModel, "base" | "weights">;

/** Turns are ranked by what is around them, by weights learnt on the same questions; beside that what they hold themselves says little. */
const EVIDENCE = {
  passage: ["MEANING", "WORDS", "SPEAKER", "BEHIND", "RANK", "DIRECT", "FRAGMENT"],
  turn: ["SCORE", "BEHIND", "RANK"],
} as const satisfies Record<"passage" | "turn", readonly (keyof StatementEvidence)[]>;
export type StatementKind = keyof typeof EVIDENCE;

/** As many statements are shown. */
const SHOWN = 5;
/** What nobody judged counts as no answer, but for less: of the best of it a third answers. */
const UNJUDGED = 0.25;

/** A statement is given from this chance on: more is right then, and more found, than by the thresholds that were chosen by eye before. */
const LEAST_CHANCE = 0.15;

export const oddsOf = (chance: number): number => Math.log(chance / (1 - chance));

/** From which log-odds on statements are given. */
export const LEAST_ODDS = rounded(oddsOf(LEAST_CHANCE));

/** How likely a statement answers, by its evidence. */
export function fitStatements(questions: readonly AskedQuestion[], kind: StatementKind): WeighedEvidence {
  const examples = questions.flatMap(({ candidates }) => candidates.map((one) => toExample(one, kind)));
  const { base, weights } = fitLogOdds(examples, EVIDENCE[kind].length);
  return {
    base: rounded(base),
    weights: namedWeights(EVIDENCE[kind] as readonly (keyof StatementEvidence)[], weights),
  };
}

const toExample = ({ evidence, answers, isJudged }: JudgedCandidate, kind: StatementKind) => ({
  values: EVIDENCE[kind].map((name) => evidence[name]),
  isSo: answers.length > 0,
  weight: isJudged ? 1 : UNJUDGED,
});

/** A question's candidates with their log-odds, the likeliest first. */
export interface RatedQuestion {
  readonly question: AskedQuestion;
  readonly rated: readonly { readonly judged: JudgedCandidate; readonly odds: number }[];
}

export function rate(question: AskedQuestion, model: WeighedEvidence): RatedQuestion {
  const rated = question.candidates.map((judged) => ({
    judged,
    odds: logOddsOf(model, judged.evidence),
  }));
  return { question, rated: rated.sort((a, b) => b.odds - a.odds) };
}

/** What statements are worth that are shown from some log-odds on. */
interface StatementFigures {
  /** Which share of those that were judged answers. */
  readonly right: number;
  /** Which share of the best passages is shown, of five at most. */
  readonly found: number;
  readonly shown: number;
}

export function figuresFrom(questions: readonly RatedQuestion[], least: number): StatementFigures {
  const shown = questions.map(({ rated }) => rated.filter(({ odds }) => odds >= least).slice(0, SHOWN));
  const judged = shown.flat().filter(({ judged: { isJudged } }) => isJudged);
  const right = judged.filter(({ judged: { answers } }) => answers.length > 0).length / Math.max(1, judged.length);
  const shares = questions.flatMap(({ question: { best } }, i) => {
    const found = new Set(shown[i]?.flatMap(({ judged: { answers } }) => answers));
    return best.length === 0 ? [] : [best.filter((place) => found.has(place)).length / Math.min(SHOWN, best.length)];
  });
  return { right, found: mean(shares), shown: shown.flat().length / questions.length };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Turns of transcripts are learnt from apart. */
export const ofKind = (question: AskedQuestion, kind: StatementKind): AskedQuestion => ({
  ...question,
  candidates: question.candidates.filter(({ isTurn }) => isTurn === (kind === "turn")),
});
