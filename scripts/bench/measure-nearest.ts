import { RANKING_MODELS } from "../../src/ranking/ranking-model.ts";
import { queryWords } from "../../src/search/query-words.ts";
import type { ChunkFilter } from "../../src/store/chunk-filter.ts";
import { readGraph } from "../../src/store/embedded/vector-files.ts";
import type { QuoteStore } from "../../src/store/quote-store.ts";
import type { FilledIndex } from "./fill-index.ts";
import type { InventedVectors } from "./invented-vectors.ts";
import { median } from "./percentile.ts";
import { type ExactTenths, exactTenths, recallAt10 } from "./recall.ts";
import { SeededRandom } from "./seeded-random.ts";

const SEED = 7;
/** Ten for a first page alone; 200 as a reader of many pages asks. */
const LIMITS = [10, 200];
/** Shares of the chunks that a filter lets through; only those of ten chunks or more are measured. */
const SHARES = [0.0001, 0.001, 0.01, 0.1, 0.5, 1];

/** How a filter that lets so much through bears on quality and speed. */
interface FilterFigures {
  /** Of the chunks, 0..1. */
  readonly share: number;
  /** 0..1, of `nearest`. */
  readonly recallAt10: number;
  /** Medians: `nearest` for ten, and all that a hybrid search asks of the store. */
  readonly nearestMs: number;
  readonly rankMs: number;
}

export interface NearestFigures {
  /** 0..1: how many of the ten nearest chunks `nearest` finds, asked for 10 and for 200. */
  readonly recallAt10: readonly number[];
  /** The same of the vector graph alone, at the breadth that it is searched with, and the median of a search in it. */
  readonly graph: { readonly recallAt10: number; readonly searchMs: number };
  readonly filters: readonly FilterFigures[];
}

export interface AskedQuestions {
  readonly texts: readonly string[];
  readonly vectors: readonly Float32Array[];
}

/** Compares what the store and its graph find with an exact scan of all vectors, with and without filters. */
export async function measureNearest(
  store: QuoteStore,
  filled: FilledIndex,
  vectors: InventedVectors,
  questions: AskedQuestions,
): Promise<NearestFigures> {
  const all = exactTenths(
    vectors,
    filled.chunks.map((_, number) => number),
    questions.vectors,
  );
  const numbers = new Map(filled.chunks.map(({ id }, number) => [id, number]));
  const recallOfNearest: RecallOfNearest = async (limit, filter, tenths) => {
    const found = await Promise.all(questions.vectors.map((vector) => store.nearest(vector, limit, filter)));
    const numbersFound = found.map((chunks) => chunks.flatMap(({ chunkId }) => numbers.get(chunkId) ?? []));
    return recallAt10(numbersFound, questions.vectors, vectors, tenths);
  };
  const filters: FilterFigures[] = [];
  for (const share of SHARES.filter((one) => one * filled.chunks.length >= 10)) {
    const { filter, numbers: through } = filterFor(filled, share);
    const tenths = exactTenths(vectors, through, questions.vectors);
    filters.push({
      share: through.length / filled.chunks.length,
      recallAt10: await recallOfNearest(LIMITS[0] ?? 0, filter, tenths),
      ...(await timeFilter(store, filter, questions)),
    });
  }
  return {
    recallAt10: await Promise.all(LIMITS.map((limit) => recallOfNearest(limit, {}, all))),
    graph: await measureGraph(filled, vectors, questions, all),
    filters,
  };
}

/** How much of what an exact scan finds `nearest` does, asked for so many. */
type RecallOfNearest = (limit: number, filter: ChunkFilter, tenths: ExactTenths) => Promise<number>;

/** Chunks have the labels from 1 on, in the order of the numbers of their vectors. */
async function measureGraph(
  { vectorsPath }: FilledIndex,
  vectors: InventedVectors,
  questions: AskedQuestions,
  tenths: ExactTenths,
) {
  const { index: graph } = await readGraph(vectorsPath);
  const times: number[] = [];
  const found = questions.vectors.map((vector) => {
    const startedAt = performance.now();
    const nearest = graph.search(vector, LIMITS[0] ?? 0);
    times.push(performance.now() - startedAt);
    return nearest.map(({ label }) => label - 1);
  });
  return { recallAt10: recallAt10(found, questions.vectors, vectors, tenths), searchMs: median(times) };
}

async function timeFilter(
  store: QuoteStore,
  filter: ChunkFilter,
  questions: AskedQuestions,
): Promise<Pick<FilterFigures, "nearestMs" | "rankMs">> {
  const [nearestMs, rankMs]: [number[], number[]] = [[], []];
  for (const [i, vector] of questions.vectors.entries()) {
    const words = queryWords(questions.texts[i] ?? "");
    const query = { vector, words, phrases: [], excluded: [], preferredSpeakers: [] };
    const page = { first: 10, after: null, search: "bench", order: "RELEVANCE", now: 0 } as const;
    nearestMs.push(await millisecondsOf(() => store.nearest(vector, LIMITS[0] ?? 0, filter)));
    rankMs.push(await millisecondsOf(() => store.rank({ query, filter, model: RANKING_MODELS.HYBRID, ...page })));
  }
  return { nearestMs: median(nearestMs), rankMs: median(rankMs) };
}

interface KnownFilter {
  readonly filter: ChunkFilter;
  /** Those of the chunks that it lets through. */
  readonly numbers: readonly number[];
}

/** Articles by chance until they hold the share; of one article its quotes, where that is still too much. */
function filterFor({ chunks }: FilledIndex, share: number): KnownFilter {
  if (share === 1) return { filter: {}, numbers: chunks.map((_, number) => number) };
  const wanted = share * chunks.length;
  const ids = [...new Set(chunks.map(({ articleId }) => articleId))];
  const random = new SeededRandom(SEED);
  const articles = new Set<string>();
  const inArticles = () => chunks.flatMap(({ articleId }, number) => (articles.has(articleId) ? [number] : []));
  const meanLength = chunks.length / ids.length;
  while (articles.size < Math.max(1, Math.round(wanted / meanLength))) articles.add(random.oneOf(ids));
  if (wanted >= meanLength) return { filter: { articles: [...articles] }, numbers: inArticles() };
  const numbers = inArticles().filter((number) => chunks[number]?.kind === "QUOTE");
  return { filter: { articles: [...articles], chunkKinds: ["QUOTE"] }, numbers };
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
