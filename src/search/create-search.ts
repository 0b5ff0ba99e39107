import { VerbatimError } from "../errors.ts";
import type { Embedder } from "../inference/embedder.ts";
import type { ChunkPlace } from "../model/chunk.ts";
import { groupBy } from "../model/group-by.ts";
import type { Hit, ScoreTrace } from "../model/hit.ts";
import { checkPageSize } from "../model/page-size.ts";
import type { ChunkFilter, QuoteStore } from "../store/quote-store.ts";
import type { Answer, AnswerRequest } from "./answer/answer.ts";
import { answerQuestion } from "./answer/answer-question.ts";
import { type Candidates, retrieve, type Wanted } from "./candidates.ts";
import { fuse, type SignalWeights } from "./fuse.ts";
import { highlight } from "./highlight.ts";
import { queryWords } from "./query-words.ts";
import { resolveNames } from "./resolve-names.ts";
import type { Search, SearchMode, SearchRequest, SearchResult } from "./search.ts";
import { decodeCursor, encodeCursor, type RankPosition } from "./search-cursor.ts";
import type { QuoteClaim, QuoteVerification } from "./verify/quote-verification.ts";
import { verifyQuote } from "./verify/verify-quote.ts";

const MAX_QUERY_CHARACTERS = 1_000;

/** What each signal counts in each mode. Chosen beside hearings, guarded by the questions of samples/ (docs/search.md). */
const WEIGHTS: Readonly<Record<SearchMode, SignalWeights>> = {
  HYBRID: { DENSE: 0.5, DENSE_CONTEXT: 0.7, LEXICAL: 1 },
  SEMANTIC: { DENSE: 0.5, DENSE_CONTEXT: 0.7 },
  LEXICAL: { LEXICAL: 1 },
};

/** Nearness alone: quotes that are like a quote are so by themselves, not by what stands around them. */
const SIMILARITY: SignalWeights = { DENSE: 1 };

export function createSearch(parts: { readonly store: QuoteStore; readonly embedder: Embedder }): Search {
  return new HybridSearch(parts.store, parts.embedder);
}

class HybridSearch implements Search {
  readonly #store: QuoteStore;
  readonly #embedder: Embedder;

  constructor(store: QuoteStore, embedder: Embedder) {
    this.#store = store;
    this.#embedder = embedder;
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    checkRequest(request);
    const after = request.after === null ? null : decodeCursor(request, request.after);
    const weights = WEIGHTS[request.mode];
    const [wanted, filter] = await Promise.all([this.#understand(request, weights), this.#narrow(request)]);
    const candidates = await retrieve(this.#store, wanted, filter, weights);
    const ranking = rank(candidates, weights);
    const rest = after ? behind(ranking, after) : ranking;
    const hits = await this.#toHits(rest.slice(0, request.first), wanted.words);
    return {
      hits: hits.map((hit) => ({ hit, cursor: encodeCursor(request, { score: hit.score, chunkId: hit.chunk.id }) })),
      totalCount: ranking.length,
      hasNextPage: rest.length > request.first,
      facets: () => this.#store.facets(ranking.map(({ place }) => place.id)),
    };
  }

  async similar(quoteId: string, first: number): Promise<readonly Hit[]> {
    checkPageSize(first);
    const [quote] = await this.#store.quotes([quoteId]);
    if (!quote) return [];
    const [chunks = []] = await this.#store.chunksOfArticles([quote.articleId]);
    const own = chunks.find((chunk) => chunk.quoteId === quoteId);
    const [vector] = own ? await this.#store.vectors([own.id]) : [];
    if (!vector) return [];
    const candidates = await retrieve(this.#store, { vector, words: [] }, { chunkKinds: ["QUOTE"] }, SIMILARITY);
    const others = rank(candidates, SIMILARITY).filter(({ place }) => place.quoteId !== quoteId);
    const bestOfEach = [...groupBy(others, ({ place }) => place.quoteId).values()].flatMap(([best]) => best ?? []);
    return this.#toHits(bestOfEach.slice(0, first), []);
  }

  verify(claim: QuoteClaim): Promise<QuoteVerification> {
    return verifyQuote({ store: this.#store, embedder: this.#embedder }, claim);
  }

  answer(request: AnswerRequest): Promise<Answer> {
    return answerQuestion({ search: this, store: this.#store }, request);
  }

  /** With their words; those that have left the index meanwhile are left out. */
  async #toHits(page: readonly Ranked[], words: readonly string[]): Promise<readonly Hit[]> {
    const chunks = await this.#store.chunks(page.map(({ place }) => place.id));
    return page.flatMap(({ trace }, i) => {
      const chunk = chunks[i];
      return chunk ? [{ chunk, trace, score: trace.total, highlights: highlight(chunk.text, words) }] : [];
    });
  }

  /** By words alone no model is needed, nor waited for. */
  async #understand({ query }: SearchRequest, weights: SignalWeights): Promise<Wanted> {
    const vector = weights.DENSE === undefined ? null : await this.#embedder.embedQuery(query.trim());
    return { vector, words: queryWords(query) };
  }

  async #narrow({ filter, kinds }: SearchRequest): Promise<ChunkFilter> {
    const resolved = await resolveNames(this.#store, filter);
    return kinds === null ? resolved : { and: [resolved, { chunkKinds: kinds }] };
  }
}

interface Ranked {
  readonly place: ChunkPlace;
  readonly trace: ScoreTrace;
}

/** The candidates, the best first; of equal ones the smaller id first, so that pages never overlap. */
function rank({ places, scores }: Candidates, weights: SignalWeights): readonly Ranked[] {
  const traces = fuse(scores, weights);
  return places
    .map((place, i) => ({ place, trace: traces[i] as ScoreTrace }))
    .sort((a, b) => b.trace.total - a.trace.total || (a.place.id < b.place.id ? -1 : 1));
}

/**
 * What comes behind a cursor: behind its chunk where that is still a candidate, since writing to the index shifts all
 * scores; else behind its score.
 */
function behind(ranking: readonly Ranked[], after: RankPosition): readonly Ranked[] {
  const place = ranking.findIndex(({ place: { id } }) => id === after.chunkId);
  return place >= 0 ? ranking.slice(place + 1) : ranking.filter((ranked) => comesAfter(ranked, after));
}

const comesAfter = ({ place, trace }: Ranked, after: RankPosition): boolean =>
  trace.total < after.score || (trace.total === after.score && place.id > after.chunkId);

function checkRequest({ query, first }: SearchRequest): void {
  checkPageSize(first);
  if (query.trim() === "") {
    throw new VerbatimError(
      "BAD_INPUT",
      "The query is empty. Ask something, such as: what was said about NATO meetings",
    );
  }
  if (query.length > MAX_QUERY_CHARACTERS) {
    throw new VerbatimError(
      "BAD_INPUT",
      `The query has ${query.length} characters; at most ${MAX_QUERY_CHARACTERS} can be searched for. Ask for the heart of it.`,
    );
  }
}
