import type { LinearModel, RankingModel } from "../../src/ranking/ranking-model.ts";
import type { ChunkFilter } from "../../src/store/chunk-filter.ts";
import type { QuoteStore } from "../../src/store/quote-store.ts";
import type { ChunkQuery, RankedPage, RankRequest } from "../../src/store/rank-request.ts";

/** A query of nothing. */
const NOTHING: ChunkQuery = { vector: null, words: [], phrases: [], excluded: [], preferredSpeakers: [] };

const PLAIN: LinearModel = {
  base: 0,
  weights: { DENSE: 1, LEXICAL: 0.5, LEXICAL_CONTEXT: 0.5, SPEAKER: 0.25 },
  floor: 0.2,
  spread: Number.POSITIVE_INFINITY,
};
const OF_TURNS: LinearModel = { ...PLAIN, weights: { DENSE_CONTEXT: 1, LEXICAL_CONTEXT: 1, SPEAKER: 0.25 } };

/** Easy to follow: half a word's own weight, half of what the words around have too, and the cosine. */
export const PLAIN_MODEL: RankingModel = { passage: PLAIN, turn: OF_TURNS };

/** A ranking in one page. */
export function rankAll(
  store: QuoteStore,
  query: Partial<ChunkQuery> = {},
  request: Partial<Omit<RankRequest, "query">> = {},
): Promise<RankedPage> {
  const page = {
    filter: {},
    model: PLAIN_MODEL,
    order: "RELEVANCE",
    first: 5_000,
    after: null,
    search: "all",
    now: 0,
  } as const;
  return store.rank({ ...page, ...request, query: { ...NOTHING, ...query } });
}

/** How many chunks a filter lets through. */
export const countThrough = async (store: QuoteStore, filter: ChunkFilter): Promise<number> =>
  (await rankAll(store, {}, { filter })).total;

/** The ids of the chunks that match these words. */
export async function findWords(store: QuoteStore, words: readonly string[]): Promise<readonly string[]> {
  return idsOf(await rankAll(store, { words }));
}

/** Of all hits and what is folded under them. */
export const idsOf = ({ hits }: RankedPage): readonly string[] =>
  hits.flatMap(({ chunk, alsoIn }) => [chunk.id, ...alsoIn.map(({ id }) => id)]);
