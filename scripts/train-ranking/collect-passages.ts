import type { Embedder } from "../../src/inference/embedder.ts";
import { SIGNALS, type Signal } from "../../src/model/hit.ts";
import { RANKING_MODELS, type RankingModel, type SearchMode } from "../../src/ranking/ranking-model.ts";
import { readQuery } from "../../src/search/read-query.ts";
import type { ChunkFilter } from "../../src/store/chunk-filter.ts";
import type { QuoteStore } from "../../src/store/quote-store.ts";
import type { RankedHit } from "../../src/store/rank-request.ts";

/** The best of each question to learn from: what is beyond is told from an answer by any weights. */
const PASSAGES = 400;

/** Small enough to change no order, and enough to be told of in a trace. */
const TRACED = 1e-9;

/**
 * Which signals each mode goes by, for turns of a transcript and for other passages. LEXICAL is in none: LEXICAL_CONTEXT counts a
 * passage's own words as well, and beside it LEXICAL gets a weight below 0, which puts what has the words behind what is near them.
 */
export const SIGNALS_OF_MODE: Readonly<Record<SearchMode, Readonly<Record<keyof RankingModel, readonly Signal[]>>>> = {
  HYBRID: {
    turn: ["DENSE", "DENSE_CONTEXT", "LEXICAL_CONTEXT", "SPEAKER"],
    passage: ["DENSE", "LEXICAL_CONTEXT", "SPEAKER", "STATEMENT", "LENGTH", "ATTITUDE"],
  },
  SEMANTIC: {
    turn: ["DENSE", "DENSE_CONTEXT", "SPEAKER"],
    passage: ["DENSE", "SPEAKER", "STATEMENT", "LENGTH", "ATTITUDE"],
  },
  LEXICAL: {
    turn: ["LEXICAL_CONTEXT", "SPEAKER"],
    passage: ["LEXICAL_CONTEXT", "SPEAKER", "STATEMENT", "LENGTH", "ATTITUDE"],
  },
};

/** The best passages for a question by the weights that there are, whatever is enough to match, with all their signals, and whether it asks for somebody's words. */
export async function collectPassages(
  { store, embedder }: { readonly store: QuoteStore; readonly embedder: Embedder },
  question: string,
  filter: ChunkFilter,
): Promise<{ readonly hits: readonly RankedHit[]; readonly areAsked: boolean }> {
  const asked = { query: question, mode: "HYBRID", kinds: null, filter, first: PASSAGES, after: null } as const;
  const {
    text,
    phrases,
    excluded,
    filter: read,
    reading,
  } = await readQuery(store, asked, { now: 0, filtersByDate: false, hearsSpeakers: true });
  const query = {
    vector: await embedder.embedQuery(text),
    ...{ words: reading.words, phrases, excluded },
    preferredSpeakers: reading.speakers.map(({ id }) => id),
  };
  const page = { first: PASSAGES, after: null, search: question, order: "RELEVANCE", now: 0 } as const;
  const { hits } = await store.rank({ query, filter: read, model: EVERYTHING, ...page });
  return { hits, areAsked: reading.areAsked && reading.speakersAre === "BOOST" };
}

const tracedAll = Object.fromEntries(SIGNALS.map((signal) => [signal, TRACED]));

const matchingAll = (model: RankingModel["turn"]): RankingModel["turn"] => ({
  ...{ base: model.base, weights: { ...tracedAll, ...model.weights, RECENCY: 0 } },
  ...{ floor: Number.NEGATIVE_INFINITY, spread: Number.POSITIVE_INFINITY },
});

const EVERYTHING: RankingModel = {
  turn: matchingAll(RANKING_MODELS.HYBRID.turn),
  passage: matchingAll(RANKING_MODELS.HYBRID.passage),
};

export const signalsOf = ({ trace }: RankedHit): Partial<Record<Signal, number>> =>
  Object.fromEntries(trace.signals.map(({ signal, normalized }) => [signal, normalized]));
