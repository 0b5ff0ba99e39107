import { mostOfMeaning, mostOfWords } from "../../../ranking/exchange.ts";
import type { RankingModel } from "../../../ranking/ranking-model.ts";
import { limitsOf, restOf } from "../../../ranking/score-limits.ts";
import type { WeightedWords } from "../../../ranking/word-evidence.ts";
import type { Query } from "../cluster/cluster.ts";
import { tierLimits } from "../count-tiers.ts";

/** What is looked for in a chunk's meaning, words and speakers. */
export interface Sought {
  readonly model: RankingModel;
  /** A unit vector; null where meaning does not count. */
  readonly vector: Float32Array | null;
  readonly words: WeightedWords;
  /** Ids of entities who should speak; null where that is nobody in particular. */
  readonly preferred: readonly string[] | null;
  /** No cosine but of chunks that are known is higher; null where each is looked at. */
  readonly highestCosine: number | null;
}

/** Where `cosineScore` is 0. */
const LEAST_COSINE = -1;

/** Scores in OpenSearch have 32 bits: what is that close to the limit is looked at. */
const SLACK = 0.001;

const IS_TURN: Query = { term: { kind: "TRANSCRIPT" } };

/** The chunks, turns aside, that can have the score which a match needs, and those that hold all words. */
export const promisingPassages = (sought: Sought): Query => ({
  bool: { should: [withEnough(sought, "passage"), ...holdingAll(sought)], must_not: [IS_TURN] },
});

/**
 * Turns by which their articles may hold a match: a turn's exchange is gathered over its article, and one of the turns has the highest
 * cosine in it.
 */
export const promisingTurns = (sought: Sought): Query => ({
  bool: { should: [withEnough(sought, "turn"), ...holdingAll(sought)], filter: [IS_TURN] },
});

/** The chunks whose own text holds every word. */
function holdingAll({ words: { stems } }: Sought): readonly Query[] {
  return stems.length === 0 ? [] : [{ constant_score: { filter: { bool: { filter: stems.map(holding) } } } }];
}

export const holding = (stem: string): Query => ({ term: { own: stem } });

/** The cosine of the context's vector as (1 + cosine) / 2. */
export const cosineScore = (
  vector: Float32Array,
  field: "vector" | "contextVector",
  query: Query,
  boost = 1,
): Query => ({
  script_score: {
    query,
    boost,
    script: {
      lang: "knn",
      source: "knn_score",
      params: { field, query_value: Array.from(vector), space_type: "cosinesimil" },
    },
  },
});

/** The chunks whose vectors are nearest, by the graph, of those that a query finds; scored as by `cosineScore`. */
export const nearestByGraph = (
  vector: Float32Array,
  field: "vector" | "contextVector",
  count: number,
  filter: Query,
): Query => ({ knn: { [field]: { vector: Array.from(vector), k: count, filter } } });

/** What `cosineScore` gives, as a cosine. */
export const toCosine = (score: number): number => 2 * score - 1;

/** Adds up the most that each signal can add, as `mostOfPassage` and `mostOfTurn` do, and keeps what reaches the floor. */
function withEnough({ model, vector, words, preferred, highestCosine }: Sought, kind: "turn" | "passage"): Query {
  const limits = limitsOf(model[kind]);
  const isTurn = kind === "turn";
  const meaning = limits.dense + (isTurn ? limits.denseContext : 0);
  const share = limits.lexical + limits.lexicalContext * (isTurn ? mostOfWords(1) : 1);
  const everywhere =
    restOf(limits) +
    // A turn may have its speaker in another turn of the exchange.
    (isTurn && preferred !== null ? limits.speaker : 0) +
    (vector === null ? 0 : isTurn ? limits.denseContext * mostOfMeaning(0) : 0) +
    (vector === null ? 0 : meaning * (highestCosine ?? LEAST_COSINE));
  const least = model[kind].floor - everywhere - SLACK;
  const should = [
    ...(vector === null || meaning === 0 || highestCosine !== null
      ? []
      : [cosineScore(vector, "contextVector", { match_all: {} }, 2 * meaning)]),
    ...words.stems.flatMap((stem, i) => worthOf(stem, share * (words.weights[i] ?? 0))),
    ...(preferred === null || isTurn ? [] : [constant({ terms: { speakers: preferred } }, limits.speaker)]),
  ];
  if (least <= 0) return { match_all: {} };
  return should.length === 0
    ? { match_none: {} }
    : { function_score: { query: { bool: { should } }, min_score: least } };
}

/** What a word can add at most that has this weight. */
const worthOf = (stem: string, weight: number): readonly Query[] =>
  weight === 0 ? [] : tierLimits(stem).map(({ term, more }) => constant({ term: { around: term } }, weight * more));

const constant = (filter: Query, boost: number): Query => ({ constant_score: { filter, boost } });
