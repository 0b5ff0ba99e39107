import type { ScoreTrace, Signal } from "../model/hit.ts";
import MODELS from "./ranking-weights.json" with { type: "json" };

/** HYBRID weighs meaning and words together; SEMANTIC goes by meaning alone, LEXICAL by words alone. */
export type SearchMode = "HYBRID" | "SEMANTIC" | "LEXICAL";

type SignalWeights = Readonly<Partial<Record<Signal, number>>>;

/** A passage's score is `base` and the sum of its signals, each times its weight: the log-odds that it answers. */
export interface LinearModel {
  readonly base: number;
  readonly weights: SignalWeights;
  /** Below this score a passage never matches. */
  readonly floor: number;
  /** How far below the best passage of the index a passage still matches. */
  readonly spread: number;
  /** From which score on somebody who is asked is held to have said something on the matter; whatever matches is that without it. */
  readonly heard?: number;
}

/** How passages are scored: a turn of a transcript is part of an exchange, and scored apart from any other. */
export interface RankingModel {
  readonly turn: LinearModel;
  readonly passage: LinearModel;
}

export interface ScoredPassage {
  /** Whether it is a turn of a transcript, and so which model it is scored by. */
  readonly isTurn: boolean;
  readonly trace: ScoreTrace;
}

/** Learnt from questions on news and on hearings by `npm run train:ranking` (docs/search.md). */
export const RANKING_MODELS: Readonly<Record<SearchMode, RankingModel>> = MODELS.models;

const EVERYTHING: LinearModel = {
  base: 0,
  weights: { SPEAKER: 1, RECENCY: 0.2 },
  floor: Number.NEGATIVE_INFINITY,
  spread: Number.POSITIVE_INFINITY,
};

/** From which score on a passage matches. @param best The highest score of all passages, whatever the filter. */
export const leastScore = ({ floor, spread }: LinearModel, best: number): number => Math.max(floor, best - spread);

/** Whether words of somebody who is asked say something on the matter, by what was learnt alone: however new they are, and said or only thought. */
export function isHeard({ turn, passage }: RankingModel, { isTurn, trace: { signals } }: ScoredPassage): boolean {
  const { base, weights, heard = Number.NEGATIVE_INFINITY } = isTurn ? turn : passage;
  return signals.reduce((sum, { signal, normalized }) => sum + normalized * (weights[signal] ?? 0), base) >= heard;
}

/** For a query that is nothing but filters: whom it names first, then the newest. */
export const LISTING_MODEL: RankingModel = { turn: EVERYTHING, passage: EVERYTHING };

/** As much as a fifth of the query's words, where newer articles are preferred. */
const SHARE_OF_RECENCY = 0.2;

/** The same, but for newer articles first among those that answer about as well. */
export const preferringRecent = ({ turn, passage }: RankingModel): RankingModel => ({
  turn: withRecency(turn),
  passage: withRecency(passage),
});

/**
 * In place of the learnt -.3: of the 272 questions of DATA/news-search/questions-train.jsonl that ask for somebody's words -1.5 orders the answers
 * best (.670 nDCG@10 in place of .667); -2, taken since words then come before attitudes nearly always, as well as -.3. Of the other questions it would cost .016.
 */
const ATTITUDE_BESIDE_WORDS = -2;

/** The same, but for what somebody only wanted or thought behind what they said: for questions that ask for their words. */
export const preferringWords = ({ turn, passage }: RankingModel): RankingModel => ({
  turn,
  passage: { ...passage, weights: { ...passage.weights, ATTITUDE: ATTITUDE_BESIDE_WORDS } },
});

function withRecency(model: LinearModel): LinearModel {
  const { LEXICAL_CONTEXT = 0, DENSE = 0, DENSE_CONTEXT = 0 } = model.weights;
  const RECENCY = SHARE_OF_RECENCY * Math.max(LEXICAL_CONTEXT, DENSE, DENSE_CONTEXT);
  return { ...model, weights: { ...model.weights, RECENCY } };
}
