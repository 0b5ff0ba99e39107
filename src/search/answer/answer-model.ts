import LEARNT from "./answer-weights.json" with { type: "json" };

/**
 * What speaks for a statement as an answer. MEANING: the cosine of its passage in its context with the question's, of a turn with what is
 * around it. WORDS: which share of the question's words its passage has, or what stands around it. SPEAKER: 1 where whoever is asked says
 * it. SCORE: the log-odds of the ranking. BEHIND: how far these are below those of the best hit. RANK: the logarithm of its place among the
 * hits. DIRECT: 1 for words in marks. FRAGMENT: 1 where fewer than five words are said.
 */
export type StatementEvidence = Readonly<
  Record<"MEANING" | "WORDS" | "SPEAKER" | "SCORE" | "BEHIND" | "RANK" | "DIRECT" | "FRAGMENT", number>
>;

/**
 * What speaks for a question as answered. BEST: the log-odds of the statement that most likely answers. COVERED: which share of its words
 * the statements have, what stands around them, or the names of their speakers.
 */
export const ANSWER_EVIDENCE = ["BEST", "COVERED"] as const;
export type AnswerEvidence = Readonly<Record<(typeof ANSWER_EVIDENCE)[number], number>>;

/** The log-odds that something is so: `base`, and each piece of evidence times its weight. From `least` on it is taken to be so. */
interface LearntOdds<Evidence extends string> {
  readonly base: number;
  readonly weights: Readonly<Partial<Record<Evidence, number>>>;
  readonly least: number;
}

/** How statements are chosen, turns of transcripts apart from any other, and when a question counts as answered (npm run train:answers). */
export interface AnswerModel {
  readonly passage: LearntOdds<keyof StatementEvidence>;
  readonly turn: LearntOdds<keyof StatementEvidence>;
  readonly answered: LearntOdds<keyof AnswerEvidence>;
}

export const ANSWER_MODEL: AnswerModel = LEARNT.model;

export function logOddsOf<Evidence extends string>(
  { base, weights }: Pick<LearntOdds<Evidence>, "base" | "weights">,
  evidence: Readonly<Record<Evidence, number>>,
): number {
  const names = Object.keys(evidence) as Evidence[];
  return names.reduce((sum, name) => sum + (weights[name] ?? 0) * evidence[name], base);
}
